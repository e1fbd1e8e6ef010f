"""Products with packed matrices: weights are 8-bit numbers, four to a word and each 128 too large, with scales."""

from tvm.script import tirx as T

#: So many weights of a row share a scale, as in llama.cpp's Q8_0.
GROUP = 32
WORDS = GROUP // 4


def product_kernel(rows: int, columns: int, tile: int):
    """A thread makes one output of `tile` places, so that it unpacks each weight once for all of them."""
    words_of_row, scales_of_row = columns // 4, columns // GROUP

    @T.prim_func(private=True, s_tir=True)
    def product(x_handle: T.handle, words_handle: T.handle, scales_handle: T.handle, out_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        places = T.int64()
        x = T.match_buffer(x_handle, (T.int64(1), places, T.int64(columns)), "float32")
        words = T.match_buffer(words_handle, (T.int64(rows), T.int64(words_of_row)), "uint32")
        scales = T.match_buffer(scales_handle, (T.int64(rows), T.int64(scales_of_row)), "float32")
        out = T.match_buffer(out_handle, (T.int64(1), places, T.int64(rows)), "float32")
        total = T.sblock_alloc_buffer((tile,), "float32", scope="local")
        part = T.sblock_alloc_buffer((tile,), "float32", scope="local")
        weight = T.sblock_alloc_buffer((4,), "float32", scope="local")
        for tile_at in T.thread_binding((places + T.int64(tile - 1)) // T.int64(tile), "blockIdx.y"):
            for group in T.thread_binding(T.int64((rows + 63) // 64), "blockIdx.x"):
                for thread in T.thread_binding(T.int64(64), "threadIdx.x"):
                    with T.sblock("output"):
                        row = T.axis.spatial(T.int64(rows), group * T.int64(64) + thread)
                        first = T.axis.spatial(places, tile_at * T.int64(tile))
                        T.where(group * T.int64(64) + thread < T.int64(rows))
                        for place in T.unroll(T.int64(tile)):
                            total[place] = T.float32(0)
                        for scale in range(T.int64(scales_of_row)):
                            for place in T.unroll(T.int64(tile)):
                                part[place] = T.float32(0)
                            for word in range(T.int64(WORDS)):
                                for byte in T.unroll(T.int64(4)):
                                    weight[byte] = T.Cast(
                                        "float32",
                                        T.bitwise_and(
                                            T.shift_right(words[row, scale * T.int64(WORDS) + word], T.Cast("uint32", byte * T.int64(8))), T.uint32(255)
                                        ),
                                    ) - T.float32(128)
                                for place in T.unroll(T.int64(tile)):
                                    if first + place < places:
                                        for byte in T.unroll(T.int64(4)):
                                            part[place] = part[place] + weight[byte] * x[T.int64(0), first + place, scale * T.int64(GROUP) + word * T.int64(4) + byte]
                            for place in T.unroll(T.int64(tile)):
                                total[place] = total[place] + part[place] * scales[row, scale]
                        for place in T.unroll(T.int64(tile)):
                            if first + place < places:
                                out[T.int64(0), first + place, row] = total[place]

    return product


def look_up_kernel(rows: int, columns: int):
    """Rows of a packed matrix by their numbers."""

    @T.prim_func(private=True, s_tir=True)
    def look_up(tokens_handle: T.handle, words_handle: T.handle, scales_handle: T.handle, out_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        places = T.int64()
        tokens = T.match_buffer(tokens_handle, (places,), "int32")
        words = T.match_buffer(words_handle, (T.int64(rows), T.int64(columns // 4)), "uint32")
        scales = T.match_buffer(scales_handle, (T.int64(rows), T.int64(columns // GROUP)), "float32")
        out = T.match_buffer(out_handle, (places, T.int64(columns)), "float32")
        for place in T.thread_binding(places, "blockIdx.x"):
            for column in T.thread_binding(T.int64(columns), "threadIdx.x"):
                with T.sblock("number"):
                    at, of = T.axis.remap("SS", [place, column])
                    out[at, of] = (
                        T.Cast(
                            "float32",
                            T.bitwise_and(T.shift_right(words[tokens[at], of // T.int64(4)], T.Cast("uint32", of % T.int64(4) * T.int64(8))), T.uint32(255)),
                        )
                        - T.float32(128)
                    ) * scales[tokens[at], of // T.int64(GROUP)]

    return look_up
