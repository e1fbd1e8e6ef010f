// How the types of a compiled library lie in its bytes: numbers as they are (little-endian), a 64-bit count before what
// has a length.
#ifndef CLOISTER_TVM_SUPPORT_SERIALIZER_H_
#define CLOISTER_TVM_SUPPORT_SERIALIZER_H_

#include <dlpack/dlpack.h>
#include <tvm/ffi/container/array.h>
#include <tvm/ffi/container/map.h>
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>

#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tvm::support {

/// What is copied byte by byte: numbers, enumerations, and a type of numbers (8 + 8 + 16 bits).
template <typename T>
struct Serializer<T, std::enable_if_t<std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, DLDataType> ||
                                      std::is_same_v<T, DLDevice>>> {
  static void Write(Stream* out, const T& value) { out->Write(static_cast<const void*>(&value), sizeof(T)); }
  static bool Read(Stream* in, T* value) { return in->Read(static_cast<void*>(value), sizeof(T)) == sizeof(T); }
};

/// Text and bytes.
template <typename Text>
struct TextSerializer {
  static void Write(Stream* out, const Text& text) {
    out->Write<uint64_t>(text.size());
    out->Write(static_cast<const void*>(text.data()), text.size());
  }
  static bool Read(Stream* in, Text* text) {
    uint64_t count;
    if (!in->Read(&count)) return false;
    std::string read(count, '\0');
    if (in->Read(static_cast<void*>(read.data()), count) != count) return false;
    *text = Text(std::move(read));
    return true;
  }
};
template <>
struct Serializer<std::string> : TextSerializer<std::string> {};
template <>
struct Serializer<ffi::String> : TextSerializer<ffi::String> {};
template <>
struct Serializer<ffi::Bytes> : TextSerializer<ffi::Bytes> {};

/// Lists, by what puts one more at their end.
template <typename List, typename Item, void (*append)(List*, Item)>
struct ListSerializer {
  static void Write(Stream* out, const List& list) {
    out->Write<uint64_t>(list.size());
    for (const auto& item : list) out->Write<Item>(item);
  }
  static bool Read(Stream* in, List* list) {
    uint64_t count;
    if (!in->Read(&count)) return false;
    *list = List();
    for (; count > 0; --count) {
      Item item;
      if (!in->Read(&item)) return false;
      append(list, std::move(item));
    }
    return true;
  }
};
template <typename List, typename Item>
void PushBack(List* list, Item item) {
  list->push_back(std::move(item));
}
template <typename List, typename Item>
void Insert(List* list, Item item) {
  list->insert(std::move(item));
}
template <typename List, typename Item>
void Set(List* list, Item item) {
  list->Set(std::move(item.first), std::move(item.second));
}
template <typename T>
struct Serializer<std::vector<T>> : ListSerializer<std::vector<T>, T, PushBack> {};
template <typename T>
struct Serializer<ffi::Array<T>> : ListSerializer<ffi::Array<T>, T, PushBack> {};

template <typename First, typename Second>
struct Serializer<std::pair<First, Second>> {
  static void Write(Stream* out, const std::pair<First, Second>& pair) {
    out->Write(pair.first);
    out->Write(pair.second);
  }
  static bool Read(Stream* in, std::pair<First, Second>* pair) { return in->Read(&pair->first) && in->Read(&pair->second); }
};
template <typename Key, typename Value>
struct Serializer<std::unordered_map<Key, Value>>
    : ListSerializer<std::unordered_map<Key, Value>, std::pair<Key, Value>, Insert> {};
template <typename Key, typename Value>
struct Serializer<ffi::Map<Key, Value>> : ListSerializer<ffi::Map<Key, Value>, std::pair<Key, Value>, Set> {};

}  // namespace tvm::support

#endif
