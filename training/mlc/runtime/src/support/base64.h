// Tensors as text are left out: nothing that a browser runs has any.
#pragma once
#include <tvm/ffi/error.h>
#include <tvm/support/io.h>

namespace tvm::support {

class NoBase64 : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;
  explicit NoBase64(Stream*) {}
  void InitPosition() {}
  void Finish() {}
  size_t Read(void*, size_t) override { TVM_FFI_THROW(InternalError) << "built without base64"; }
  size_t Write(const void*, size_t) override { TVM_FFI_THROW(InternalError) << "built without base64"; }
};
using Base64InStream = NoBase64;
using Base64OutStream = NoBase64;

}  // namespace tvm::support
