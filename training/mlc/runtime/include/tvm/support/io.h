// Binary streams as the runtime's sources expect them: the wheel has the sources, but not this header.
#ifndef CLOISTER_TVM_SUPPORT_IO_H_
#define CLOISTER_TVM_SUPPORT_IO_H_

#include <cstddef>
#include <cstdint>

namespace tvm::support {

class Stream;

/// How a type lies in a stream: `Write(Stream*, const T&)` and `bool Read(Stream*, T*)`. serializer.h has the common ones.
template <typename T, typename = void>
struct Serializer;

class Stream {
 public:
  virtual ~Stream() = default;
  /// The number of bytes read, fewer than asked for at the end.
  virtual size_t Read(void* to, size_t bytes) = 0;
  virtual size_t Write(const void* from, size_t bytes) = 0;

  template <typename T>
  bool Read(T* value) {
    return Serializer<T>::Read(this, value);
  }
  template <typename T>
  void Write(const T& value) {
    Serializer<T>::Write(this, value);
  }
  template <typename T>
  bool ReadArray(T* values, size_t count) {
    bool whole = true;
    for (size_t at = 0; whole && at < count; ++at) whole = Read<T>(values + at);
    return whole;
  }
  template <typename T>
  void WriteArray(const T* values, size_t count) {
    for (size_t at = 0; at < count; ++at) Write<T>(values[at]);
  }
};

}  // namespace tvm::support

#endif
