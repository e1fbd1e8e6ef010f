"""What web-llm has the library do with logits, beside the model: mask, bias, penalties, softmax, sort and draw."""

from tvm import IRModule, relax, tirx
from tvm.script import tirx as T

from productKernels import i64


@T.prim_func(s_tir=True)
def apply_bitmask_inplace(logits_handle: T.handle, rows_handle: T.handle, mask_handle: T.handle):
    """Tokens whose bit is not set can no longer be drawn."""
    T.func_attr({"global_symbol": "apply_bitmask_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
    rows = T.int32()
    vocabulary = T.int32()
    count = T.int32()
    logits = T.match_buffer(logits_handle, (rows, vocabulary), "float32")
    row_of = T.match_buffer(rows_handle, (count,), "int32")
    mask = T.match_buffer(mask_handle, (rows, (vocabulary + 31) // 32), "int32")
    for group in T.thread_binding((count * vocabulary + 255) // 256, "blockIdx.x"):
        for thread in T.thread_binding(256, "threadIdx.x"):
            with T.sblock("token"):
                at = T.axis.spatial(count * vocabulary, group * 256 + thread)
                T.where(group * 256 + thread < count * vocabulary)
                if (mask[row_of[at // vocabulary], at % vocabulary // 32] >> (at % vocabulary % 32)) & 1 == 0:
                    logits[row_of[at // vocabulary], at % vocabulary] = T.min_value("float32")


@T.prim_func(s_tir=True)
def apply_logit_bias_inplace(logits_handle: T.handle, rows_handle: T.handle, tokens_handle: T.handle, bias_handle: T.handle):
    T.func_attr({"global_symbol": "apply_logit_bias_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
    rows = T.int32()
    vocabulary = T.int32()
    count = T.int32()
    logits = T.match_buffer(logits_handle, (rows, vocabulary), "float32")
    row_of = T.match_buffer(rows_handle, (count,), "int32")
    tokens = T.match_buffer(tokens_handle, (count,), "int32")
    bias = T.match_buffer(bias_handle, (count,), "float32")
    for group in T.thread_binding((count + 255) // 256, "blockIdx.x"):
        for thread in T.thread_binding(256, "threadIdx.x"):
            with T.sblock("token"):
                at = T.axis.spatial(count, group * 256 + thread)
                T.where(group * 256 + thread < count)
                logits[row_of[at], tokens[at]] = logits[row_of[at], tokens[at]] + bias[at]


@T.prim_func(s_tir=True)
def apply_penalty_inplace(
    logits_handle: T.handle,
    rows_handle: T.handle,
    row_of_handle: T.handle,
    tokens_handle: T.handle,
    counts_handle: T.handle,
    penalties_handle: T.handle,
):
    """Presence, frequency and repetition penalty of the tokens written so far."""
    T.func_attr({"global_symbol": "apply_penalty_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
    rows = T.int32()
    vocabulary = T.int32()
    count = T.int32()
    sequences = T.int32()
    logits = T.match_buffer(logits_handle, (rows, vocabulary), "float32")
    row_of_sequence = T.match_buffer(rows_handle, (sequences,), "int32")
    sequence_of = T.match_buffer(row_of_handle, (count,), "int32")
    tokens = T.match_buffer(tokens_handle, (count,), "int32")
    counts = T.match_buffer(counts_handle, (count,), "int32")
    penalties = T.match_buffer(penalties_handle, (sequences, 3), "float32")
    for group in T.thread_binding((count + 255) // 256, "blockIdx.x"):
        for thread in T.thread_binding(256, "threadIdx.x"):
            with T.sblock("token"):
                at = T.axis.spatial(count, group * 256 + thread)
                T.where(group * 256 + thread < count)
                logits[row_of_sequence[sequence_of[at]], tokens[at]] = (
                    logits[row_of_sequence[sequence_of[at]], tokens[at]]
                    - penalties[sequence_of[at], 0]
                    - T.Cast("float32", counts[at]) * penalties[sequence_of[at], 1]
                )
                logits[row_of_sequence[sequence_of[at]], tokens[at]] = T.if_then_else(
                    logits[row_of_sequence[sequence_of[at]], tokens[at]] < T.float32(0),
                    logits[row_of_sequence[sequence_of[at]], tokens[at]] * penalties[sequence_of[at], 2],
                    logits[row_of_sequence[sequence_of[at]], tokens[at]] / penalties[sequence_of[at], 2],
                )


@T.prim_func(s_tir=True)
def draw_token(
    sorted_handle: T.handle,
    tokens_handle: T.handle,
    uniform_handle: T.handle,
    rows_handle: T.handle,
    top_p_handle: T.handle,
    drawn_handle: T.handle,
):
    """The token at a place, between 0 and 1, of the likeliest ones that make up `top_p`; one thread a sample."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    rows = T.int64()
    vocabulary = T.int64()
    count = T.int64()
    probabilities = T.match_buffer(sorted_handle, (rows, vocabulary), "float32")
    tokens = T.match_buffer(tokens_handle, (rows, vocabulary), "int32")
    uniform = T.match_buffer(uniform_handle, (count,), "float32")
    row_of = T.match_buffer(rows_handle, (count,), "int32")
    top_p = T.match_buffer(top_p_handle, (rows,), "float32")
    drawn = T.match_buffer(drawn_handle, (count,), "int32")
    kept = T.sblock_alloc_buffer((1,), "float32", scope="local")
    seen = T.sblock_alloc_buffer((1,), "float32", scope="local")
    for sample in T.thread_binding(count, "blockIdx.x"):
        for thread in T.thread_binding(1, "threadIdx.x"):
            with T.sblock("sample"):
                at = T.axis.spatial(count, sample)
                kept[0] = T.float32(0)
                seen[0] = T.float32(0)
                drawn[at] = tokens[row_of[at], 0]
                for token in range(vocabulary):
                    if kept[0] < top_p[row_of[at]]:
                        kept[0] = kept[0] + probabilities[row_of[at], token]
                for token in range(vocabulary):
                    if seen[0] <= uniform[at] * kept[0] and probabilities[row_of[at], token] > T.float32(0):
                        drawn[at] = tokens[row_of[at], token]
                    seen[0] = seen[0] + probabilities[row_of[at], token]


@T.prim_func(private=True, s_tir=True)
def softmax(logits_handle: T.handle, temperature_handle: T.handle, out_handle: T.handle):
    """A workgroup a row; each thread looks at every 64th token, then at what the others found."""
    T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
    rows = T.int64()
    vocabulary = T.int64()
    logits = T.match_buffer(logits_handle, (rows, i64(1), vocabulary), "float32")
    temperature = T.match_buffer(temperature_handle, (rows,), "float32")
    out = T.match_buffer(out_handle, (rows, i64(1), vocabulary), "float32")
    found = T.sblock_alloc_buffer((64,), "float32", scope="shared")
    summed = T.sblock_alloc_buffer((64,), "float32", scope="shared")
    most = T.sblock_alloc_buffer((1,), "float32", scope="local")
    total = T.sblock_alloc_buffer((1,), "float32", scope="local")
    for row_at in T.thread_binding(rows, "blockIdx.x"):
        for thread in T.thread_binding(i64(64), "threadIdx.x"):
            with T.sblock("row"):
                row = T.axis.spatial(rows, row_at)
                me = T.axis.spatial(i64(64), thread)
                parts = T.meta_var((vocabulary + i64(63)) // i64(64))
                most[0] = T.min_value("float32")
                for part in range(parts):
                    token = T.meta_var(part * i64(64) + me)
                    if token < vocabulary:
                        most[0] = T.max(most[0], logits[row, i64(0), token])
                found[me] = most[0]
                T.tvm_storage_sync("shared")
                for other in range(64):
                    most[0] = T.max(most[0], found[other])
                total[0] = T.float32(0)
                for part in range(parts):
                    token = T.meta_var(part * i64(64) + me)
                    if token < vocabulary:
                        total[0] = total[0] + T.exp((logits[row, i64(0), token] - most[0]) / temperature[row])
                summed[me] = total[0]
                T.tvm_storage_sync("shared")
                total[0] = T.float32(0)
                for other in range(64):
                    total[0] = total[0] + summed[other]
                for part in range(parts):
                    token = T.meta_var(part * i64(64) + me)
                    if token < vocabulary:
                        out[row, i64(0), token] = T.exp((logits[row, i64(0), token] - most[0]) / temperature[row]) / total[0]


def sort_kernel(vocabulary: int):
    """The likeliest first, equal ones by number: a bitonic sort in the memory of one workgroup."""
    threads = 32
    stages = (vocabulary - 1).bit_length()
    size = 1 << stages
    pairs = size // (2 * threads)

    @T.prim_func(private=True, s_tir=True)
    def sort_tokens(probabilities_handle: T.handle, sorted_handle: T.handle, tokens_handle: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        rows = T.int32()
        probabilities = T.match_buffer(probabilities_handle, (rows, vocabulary), "float32")
        sorted_probabilities = T.match_buffer(sorted_handle, (rows, vocabulary), "float32")
        tokens = T.match_buffer(tokens_handle, (rows, vocabulary), "int32")
        value = T.sblock_alloc_buffer((size,), "float32", scope="shared")
        number = T.sblock_alloc_buffer((size,), "int32", scope="shared")
        held = T.sblock_alloc_buffer((2 * pairs,), "float32", scope="local")
        one = T.sblock_alloc_buffer((pairs,), "int32", scope="local")
        held_number = T.sblock_alloc_buffer((2 * pairs,), "int32", scope="local")
        for row_at in T.thread_binding(rows, "blockIdx.x"):
            for thread in T.thread_binding(threads, "threadIdx.x"):
                with T.sblock("row"):
                    row = T.axis.spatial(rows, row_at)
                    me = T.axis.spatial(threads, thread)
                    for part in range(size // threads):
                        token = T.meta_var(part * threads + me)
                        number[token] = token
                        value[token] = T.if_then_else(token < vocabulary, probabilities[row, token], T.float32(-1))
                    T.tvm_storage_sync("shared")
                    for stage in range(stages):
                        for step in range(stage + 1):
                            # All are read before any is written, so that two barriers a step will do.
                            for part in range(pairs):
                                pair = T.meta_var(part * threads + me)
                                high = T.meta_var(T.shift_left(T.shift_right(pair, stage - step), stage - step + 1))
                                one[part] = high + T.bitwise_and(pair, T.shift_left(1, stage - step) - 1)
                                other = T.meta_var(one[part] + T.shift_left(1, stage - step))
                                held[part * 2] = value[one[part]]
                                held[part * 2 + 1] = value[other]
                                held_number[part * 2] = number[one[part]]
                                held_number[part * 2 + 1] = number[other]
                            T.tvm_storage_sync("shared")
                            for part in range(pairs):
                                other = T.meta_var(one[part] + T.shift_left(1, stage - step))
                                is_before = T.meta_var(
                                    held[part * 2] > held[part * 2 + 1]
                                    or (held[part * 2] == held[part * 2 + 1] and held_number[part * 2] < held_number[part * 2 + 1])
                                )
                                if is_before != (T.bitwise_and(T.shift_right(one[part], stage + 1), 1) == 0):
                                    value[one[part]] = held[part * 2 + 1]
                                    value[other] = held[part * 2]
                                    number[one[part]] = held_number[part * 2 + 1]
                                    number[other] = held_number[part * 2]
                            T.tvm_storage_sync("shared")
                    for part in range(size // threads):
                        token = T.meta_var(part * threads + me)
                        if token < vocabulary:
                            sorted_probabilities[row, token] = value[token]
                            tokens[row, token] = number[token]

    return sort_tokens


def tensor(name: str, shape, dtype: str = "float32"):
    return relax.Var(name, relax.TensorType(shape, dtype))


def add_sampler(module: IRModule, size: int) -> IRModule:
    """The module with the functions that web-llm draws tokens with."""
    builder = relax.BlockBuilder(module)
    rows, vocabulary, count = (tirx.Var(name, "int64") for name in ("rows", "vocabulary", "count"))
    floats, ints = relax.TensorType((rows, vocabulary), "float32"), relax.TensorType((rows, vocabulary), "int32")

    logits, temperature = tensor("logits", (rows, 1, vocabulary)), tensor("temperature", (rows,))
    with builder.function("softmax_with_temperature", [logits, temperature]):
        with builder.dataflow():
            kernel = builder.add_func(softmax, "softmax")
            out = builder.emit_output(relax.call_tir(kernel, [logits, temperature], out_ty=logits.ty))
        builder.emit_func_output(out)

    probabilities = tensor("probabilities", (rows, vocabulary))
    with builder.function("argsort_probs", [probabilities]):
        with builder.dataflow():
            sort = builder.add_func(sort_kernel(size), "sort_tokens")
            out = builder.emit_output(relax.call_tir(sort, [probabilities], out_ty=[floats, ints]))
        builder.emit_func_output(out)

    ordered, tokens = tensor("ordered", (rows, vocabulary)), tensor("tokens", (rows, vocabulary), "int32")
    uniform, row_of, top_p = tensor("uniform", (count,)), tensor("row_of", (count,), "int32"), tensor("top_p", (rows,))
    with builder.function("sample_with_top_p", [ordered, tokens, uniform, row_of, top_p]):
        with builder.dataflow():
            draw = builder.add_func(draw_token, "draw_token")
            drawn = relax.call_tir(draw, [ordered, tokens, uniform, row_of, top_p], out_ty=row_of.ty)
            out = builder.emit_output(drawn)
        builder.emit_func_output(out)

    module = builder.finalize()
    for kernel in (apply_bitmask_inplace, apply_logit_bias_inplace, apply_penalty_inplace):
        module[kernel.attrs["global_symbol"]] = kernel
    return module
