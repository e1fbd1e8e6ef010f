// Streams over bytes in memory.
#pragma once
#include <tvm/ffi/error.h>
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace tvm::support {

class BytesInStream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;
  /// Of what has `data()` and `size()`, and outlives the stream.
  template <typename Bytes>
  explicit BytesInStream(const Bytes& bytes) : next_(bytes.data()), left_(bytes.size()) {}

  size_t Read(void* to, size_t bytes) override {
    bytes = std::min(bytes, left_);
    if (bytes > 0) std::memcpy(to, next_, bytes);
    next_ += bytes;
    left_ -= bytes;
    return bytes;
  }
  size_t Write(const void*, size_t) override { TVM_FFI_THROW(InternalError) << "a stream to read from"; }

 private:
  const char* next_;
  size_t left_;
};

class BytesOutStream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;
  explicit BytesOutStream(std::string* to) : to_(to) {}

  size_t Read(void*, size_t) override { TVM_FFI_THROW(InternalError) << "a stream to write to"; }
  size_t Write(const void* from, size_t bytes) override {
    to_->append(static_cast<const char*>(from), bytes);
    return bytes;
  }

 private:
  std::string* to_;
};

}  // namespace tvm::support
