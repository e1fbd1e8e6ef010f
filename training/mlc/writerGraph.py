"""The embedded writer as a graph that TVM compiles: the functions of a library that a browser calls to run it."""

from dataclasses import dataclass

from tvm import te, tirx
from tvm.relax import ShapeExpr
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn.llm.kv_cache import PagedKVCache, RopeMode, TIRPagedKVCache
from tvm.target import Target

from productKernels import GROUP, look_up_kernel, product_kernel

#: Of a prompt, by one thread.
PLACES_AT_ONCE = 8


@dataclass(frozen=True)
class WriterShape:
    vocabulary: int
    width: int
    layers: int
    heads: int
    hidden: int
    context: int
    rope_base: float
    epsilon: float

    @property
    def head_width(self):
        return self.width // self.heads


class Matrix(nn.Module):
    """A packed matrix, a row for each output."""

    def __init__(self, rows: int, columns: int):
        self.rows, self.columns = rows, columns
        self.words = nn.Parameter((rows, columns // 4), "uint32")
        self.scales = nn.Parameter((rows, columns // GROUP), "float32")

    def forward(self, x: nn.Tensor):
        _, places, _ = x.shape
        kernel = product_kernel(self.rows, self.columns, 1 if places == 1 else PLACES_AT_ONCE)
        out = nn.Tensor.placeholder((1, places, self.rows), "float32")
        return nn.tensor_ir_op(kernel, "product", [x, self.words, self.scales], out)

    def rows_of(self, tokens: nn.Tensor):
        out = nn.Tensor.placeholder((tokens.shape[0], self.columns), "float32")
        return nn.tensor_ir_op(look_up_kernel(self.rows, self.columns), "look_up", [tokens, self.words, self.scales], out)


class Block(nn.Module):
    def __init__(self, shape: WriterShape):
        self.shape = shape
        self.attn_norm = nn.RMSNorm(shape.width, -1, shape.epsilon, bias=False)
        self.attn_qkv = Matrix(3 * shape.width, shape.width)
        self.attn_output = Matrix(shape.width, shape.width)
        self.ffn_norm = nn.RMSNorm(shape.width, -1, shape.epsilon, bias=False)
        self.ffn_gate = Matrix(shape.hidden, shape.width)
        self.ffn_up = Matrix(shape.hidden, shape.width)
        self.ffn_down = Matrix(shape.width, shape.hidden)

    def forward(self, x: nn.Tensor, cache: PagedKVCache, layer: int):
        heads, width = self.shape.heads, self.shape.head_width
        places = x.shape[1]
        qkv = nn.op.reshape(self.attn_qkv(self.attn_norm(x)), (1, places, 3 * heads, width))
        seen = cache.attention_with_fused_qkv(layer, qkv, heads, sm_scale=width**-0.5)
        x = x + self.attn_output(nn.op.reshape(seen, (1, places, heads * width)))
        y = self.ffn_norm(x)
        return x + self.ffn_down(nn.op.silu(self.ffn_gate(y)) * self.ffn_up(y))


class Writer(nn.Module):
    def __init__(self, shape: WriterShape):
        self.shape = shape
        self.token_embd = Matrix(shape.vocabulary, shape.width)
        self.blk = nn.ModuleList([Block(shape) for _ in range(shape.layers)])
        self.output_norm = nn.RMSNorm(shape.width, -1, shape.epsilon, bias=False)

    def embed(self, tokens: nn.Tensor):
        return self.token_embd.rows_of(tokens)

    def prefill(self, embedded: nn.Tensor, cache: PagedKVCache):
        x = self.hidden_states(embedded, cache)
        last = nn.tensor_expr_op(
            lambda x: te.compute((1, 1, self.shape.width), lambda one, _, column: x[one, x.shape[1] - 1, column], "last"),
            "last",
            [x],
        )
        return self.token_embd(last), cache

    def decode(self, embedded: nn.Tensor, cache: PagedKVCache):
        return self.token_embd(self.hidden_states(embedded, cache)), cache

    def hidden_states(self, x: nn.Tensor, cache: PagedKVCache):
        for layer, block in enumerate(self.blk):
            x = block(x, cache, layer)
        return self.output_norm(x)

    def create_tir_paged_kv_cache(self, batch, context, chunk, page, sliding):
        shape = self.shape
        return TIRPagedKVCache(
            attn_kind="mha",
            max_batch_size=batch,
            max_total_seq_len=context,
            prefill_chunk_size=chunk,
            page_size=page,
            support_sliding_window=sliding,
            layer_partition=ShapeExpr([0, shape.layers]),
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            num_key_value_heads=shape.heads,
            qk_head_dim=shape.head_width,
            v_head_dim=shape.head_width,
            mla_original_qk_head_dim=0,
            mla_original_v_head_dim=0,
            rope_mode=RopeMode.NORMAL,
            rope_scale=1,
            rope_theta=int(shape.rope_base),
            rope_scaling={},
            rope_ext_factors=tirx.const(0, "int64"),
            rotary_dim=shape.head_width,
            enable_disaggregation=False,
            dtype="float32",
            target=Target.current(),
        )

    def functions(self):
        """What `export_tvm` takes: the functions with the shapes of their inputs. The weights come last, in one tuple."""
        packed = {"$": {"param_mode": "packed", "effect_mode": "none"}}
        cache = {"cache": nn.spec.Object(object_type=PagedKVCache)}
        embedded = lambda places: {"embedded": nn.spec.Tensor([1, places, self.shape.width], "float32")}
        return {
            "embed": {"tokens": nn.spec.Tensor(["places"], "int32"), **packed},
            "prefill": {**embedded("places"), **cache, **packed},
            "decode": {**embedded(1), **cache, **packed},
            "create_tir_paged_kv_cache": {
                **dict.fromkeys(["batch", "context", "chunk", "page", "sliding"], int),
                "$": {"param_mode": "none", "effect_mode": "none"},
            },
        }
