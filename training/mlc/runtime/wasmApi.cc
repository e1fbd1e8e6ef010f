// The four functions of the C API that web-runtime calls and the runtime does not have.
#define TVM_LOG_CUSTOMIZE 1
#include <tvm/ffi/function.h>
#include <string>
extern "C" {
int TVMFFIWasmSafeCall(void* self, const TVMFFIAny* args, int32_t count, TVMFFIAny* result);
void TVMFFIWasmFunctionDeleter(void* self);
__attribute__((used)) void* TVMWasmAllocSpace(int bytes) { return ::operator new(static_cast<size_t>((bytes + 7) / 8 * 8)); }
__attribute__((used)) void TVMWasmFreeSpace(void* space) { ::operator delete(space); }
__attribute__((used)) int TVMFFIWasmFunctionCreate(void* self, TVMFFIObjectHandle* out) {
  return TVMFFIFunctionCreate(self, TVMFFIWasmSafeCall, TVMFFIWasmFunctionDeleter, out);
}
__attribute__((used)) const char* TVMFFIWasmGetLastError() {
  static std::string last;
  last = tvm::ffi::details::MoveFromSafeCallRaised().what();
  return last.c_str();
}
}
