"""Products with packed matrices: weights are 8-bit numbers, four to a word and each 128 too large, with scales."""

from tvm.script import tirx as T

#: So many weights of a row share a scale, as in llama.cpp's Q8_0.
GROUP = 32
WORDS = GROUP // 4
#: Of one matrix, so that a small one keeps several cores busy.
THREADS = 64
#: TVM counts in 64 bits until it compiles for a GPU.
i64 = T.int64


def weight_in(word, byte):
    """One of the four weights of a word, without its scale."""
    bits = T.bitwise_and(T.shift_right(word, T.Cast("uint32", byte * i64(8))), T.uint32(255))
    return T.Cast("float32", bits) - T.float32(128)


def product_kernel(rows: int, columns: int, tile: int):
    """A thread makes one output of `tile` places, so that it unpacks each weight once for all of them."""
    rows, columns, words_of_row, scales_of_row = (i64(size) for size in (rows, columns, columns // 4, columns // GROUP))

    @T.prim_func(private=True, s_tir=True)
    def product(x_handle: T.handle, words_handle: T.handle, scales_handle: T.handle, out_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        places = T.int64()
        x = T.match_buffer(x_handle, (i64(1), places, columns), "float32")
        words = T.match_buffer(words_handle, (rows, words_of_row), "uint32")
        scales = T.match_buffer(scales_handle, (rows, scales_of_row), "float32")
        out = T.match_buffer(out_handle, (i64(1), places, rows), "float32")
        total = T.sblock_alloc_buffer((tile,), "float32", scope="local")
        part = T.sblock_alloc_buffer((tile,), "float32", scope="local")
        weight = T.sblock_alloc_buffer((4,), "float32", scope="local")
        for tile_at in T.thread_binding((places + i64(tile - 1)) // i64(tile), "blockIdx.y"):
            for group in T.thread_binding((rows + i64(THREADS - 1)) // i64(THREADS), "blockIdx.x"):
                for thread in T.thread_binding(i64(THREADS), "threadIdx.x"):
                    with T.sblock("output"):
                        row = T.axis.spatial(rows, group * i64(THREADS) + thread)
                        first = T.axis.spatial(places, tile_at * i64(tile))
                        T.where(group * i64(THREADS) + thread < rows)
                        for place in T.unroll(i64(tile)):
                            total[place] = T.float32(0)
                        for scale in range(scales_of_row):
                            for place in T.unroll(i64(tile)):
                                part[place] = T.float32(0)
                            for word in range(i64(WORDS)):
                                for byte in T.unroll(i64(4)):
                                    weight[byte] = weight_in(words[row, scale * i64(WORDS) + word], byte)
                                for place in T.unroll(i64(tile)):
                                    if first + place < places:
                                        for byte in T.unroll(i64(4)):
                                            at = T.meta_var(scale * i64(GROUP) + word * i64(4) + byte)
                                            part[place] = part[place] + weight[byte] * x[i64(0), first + place, at]
                            for place in T.unroll(i64(tile)):
                                total[place] = total[place] + part[place] * scales[row, scale]
                        for place in T.unroll(i64(tile)):
                            if first + place < places:
                                out[i64(0), first + place, row] = total[place]

    return product


def look_up_kernel(rows: int, columns: int):
    """Rows of a packed matrix by their numbers."""
    rows, columns, words_of_row, scales_of_row = (i64(size) for size in (rows, columns, columns // 4, columns // GROUP))

    @T.prim_func(private=True, s_tir=True)
    def look_up(tokens_handle: T.handle, words_handle: T.handle, scales_handle: T.handle, out_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        places = T.int64()
        tokens = T.match_buffer(tokens_handle, (places,), "int32")
        words = T.match_buffer(words_handle, (rows, words_of_row), "uint32")
        scales = T.match_buffer(scales_handle, (rows, scales_of_row), "float32")
        out = T.match_buffer(out_handle, (places, columns), "float32")
        for place in T.thread_binding(places, "blockIdx.x"):
            for column in T.thread_binding(columns, "threadIdx.x"):
                with T.sblock("number"):
                    at, of = T.axis.remap("SS", [place, column])
                    row = T.meta_var(tokens[at])
                    out[at, of] = weight_in(words[row, of // i64(4)], of % i64(4)) * scales[row, of // i64(GROUP)]

    return look_up
