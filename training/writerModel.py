"""The embedded writer: a small llama-architecture decoder in JAX. Its parameters are a plain tree of arrays."""

from dataclasses import asdict, dataclass
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

NEVER = -1e30


def has_fast_bf16():
    """Whether products of 16-bit numbers are faster than of 32-bit ones here."""
    if jax.devices()[0].platform != "cpu":
        return True
    cpu = Path("/proc/cpuinfo")
    return cpu.exists() and bool({"avx512_bf16", "amx_bf16"} & set(cpu.read_text().split()))


def product_of_halves(a, b, of_a: int, of_b: int):
    """Contracts these axes of two matrices; 16-bit numbers in, 32-bit sums out."""
    halves = (a.astype(jnp.bfloat16), b.astype(jnp.bfloat16))
    return jax.lax.dot_general(*halves, (((of_a,), (of_b,)), ((), ())), preferred_element_type=jnp.float32)


@jax.custom_vjp
def narrow_product(a, b):
    """A matrix product and its gradients, each of 16-bit numbers summed in 32 bits."""
    return product_of_halves(a, b, 1, 0)


narrow_product.defvjp(
    lambda a, b: (narrow_product(a, b), (a.astype(jnp.bfloat16), b.astype(jnp.bfloat16))),
    lambda held, gradient: (product_of_halves(gradient, held[1], 1, 1), product_of_halves(held[0], gradient, 0, 0)),
)
product = narrow_product if has_fast_bf16() else jnp.matmul


@dataclass(frozen=True)
class WriterShape:
    vocabulary: int = 4096
    width: int = 192
    layers: int = 6
    heads: int = 6
    hidden: int = 512
    context: int = 512
    rope_base: float = 10000.0
    epsilon: float = 1e-5

    @property
    def head_width(self):
        return self.width // self.heads

    def as_dict(self):
        return asdict(self)


def start_parameters(shape: WriterShape, seed: int):
    """Matrices map rows to columns; those of all blocks are stacked along the first axis."""
    random = np.random.default_rng(seed)
    normal = lambda *size, std: random.normal(0, std, size).astype(np.float32)
    block = lambda rows, columns, shrink=1.0: normal(shape.layers, rows, columns, std=0.6 * shrink * rows**-0.5)
    residual = (2 * shape.layers) ** -0.5
    width, hidden = shape.width, shape.hidden
    parameters = {
        "token_embd": normal(shape.vocabulary, width, std=0.02),
        "output_norm": np.ones(width, np.float32),
        "blk": {
            "attn_norm": np.ones((shape.layers, width), np.float32),
            "attn_q": block(width, width),
            "attn_k": block(width, width),
            "attn_v": block(width, width),
            "attn_output": block(width, width, residual),
            "ffn_norm": np.ones((shape.layers, width), np.float32),
            "ffn_gate": block(width, hidden),
            "ffn_up": block(width, hidden),
            "ffn_down": block(hidden, width, residual),
        },
    }
    return jax.tree.map(jnp.asarray, parameters)


def count_parameters(parameters):
    return sum(leaf.size for leaf in jax.tree.leaves(parameters))


def rope_angles(shape: WriterShape):
    half = shape.head_width // 2
    angles = np.outer(np.arange(shape.context), shape.rope_base ** (-np.arange(half) / half))
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


def normalise(x, scale, epsilon):
    return x * jax.lax.rsqrt(jnp.mean(x * x, -1, keepdims=True) + epsilon) * scale


def rotate(x, cos, sin):
    """Rotates the first half of a head against the second; llama.cpp wants the pairs side by side (see exportGguf)."""
    a, b = jnp.split(x, 2, -1)
    return jnp.concatenate((a * cos - b * sin, a * sin + b * cos), -1)


def attend(q, k, v, bias):
    """Arrays of rows, heads, places, head width. Written out, as this compiles to less work than jax.nn.softmax."""
    scores = jnp.matmul(q, jnp.swapaxes(k, -1, -2)) * q.shape[-1] ** -0.5 + bias
    weights = jnp.exp(scores - jax.lax.stop_gradient(scores.max(-1, keepdims=True)))
    return jnp.matmul(weights / weights.sum(-1, keepdims=True), v)


def run_blocks(parameters, shape: WriterShape, tokens, positions, look):
    """
    Hidden states of `tokens` (rows by places). `look(layer, k, v)` gives the keys and values that these places may
    look at, and the bias of each. Matrices are multiplied with two axes only: XLA is slow with three on a CPU.
    """
    rows, places = tokens.shape
    cos, sin = (jnp.asarray(table)[positions] for table in rope_angles(shape))
    split = lambda x: x.reshape(rows, places, shape.heads, -1).swapaxes(1, 2)
    x = parameters["token_embd"][tokens].reshape(rows * places, shape.width)
    for layer in range(shape.layers):
        block = {name: stacked[layer] for name, stacked in parameters["blk"].items()}
        y = normalise(x, block["attn_norm"], shape.epsilon)
        q = rotate(split(product(y, block["attn_q"])), cos, sin)
        k = rotate(split(product(y, block["attn_k"])), cos, sin)
        z = attend(q, *look(layer, k, split(product(y, block["attn_v"]))))
        x = x + product(z.swapaxes(1, 2).reshape(rows * places, shape.width), block["attn_output"])
        y = normalise(x, block["ffn_norm"], shape.epsilon)
        x = x + product(jax.nn.silu(product(y, block["ffn_gate"])) * product(y, block["ffn_up"]), block["ffn_down"])
    return normalise(x, parameters["output_norm"], shape.epsilon).reshape(rows, places, shape.width)


def hidden_states(parameters, shape: WriterShape, tokens):
    """Each place looks at those before it."""
    places = tokens.shape[1]
    bias = jnp.where(jnp.tril(jnp.ones((places, places), bool)), 0.0, NEVER)
    return run_blocks(parameters, shape, tokens, jnp.arange(places), lambda layer, k, v: (k, v, bias))


def logits(parameters, hidden):
    return product(hidden, parameters["token_embd"].T)


def read_prompts(parameters, shape: WriterShape, tokens, starts, room: int):
    """Last hidden state of prompts that end together, row r starting at starts[r], and a cache with room for replies."""
    places = tokens.shape[1]
    at = jnp.arange(places)
    seen = (at[None, :] <= at[:, None])[None] & (at[None, None, :] >= starts[:, None, None])
    bias = jnp.where(seen, 0.0, NEVER)[:, None]
    cache = []

    def look(_layer, k, v):
        space = ((0, 0), (0, 0), (0, room), (0, 0))
        cache.append((jnp.pad(k, space), jnp.pad(v, space)))
        return k, v, bias

    hidden = run_blocks(parameters, shape, tokens, at, look)
    return hidden[:, -1], tuple(cache)


def read_next(parameters, shape: WriterShape, tokens, place, starts, cache):
    """Hidden state of one more token a row, all at the same place."""
    at = jnp.arange(cache[0][0].shape[2])
    seen = (at[None, :] <= place) & (at[None, :] >= starts[:, None])
    bias = jnp.where(seen, 0.0, NEVER)[:, None, None]
    grown = []

    def look(layer, k, v):
        put = lambda held, new: jax.lax.dynamic_update_slice_in_dim(held, new, place, 2)
        grown.append((put(cache[layer][0], k), put(cache[layer][1], v)))
        return *grown[-1], bias

    hidden = run_blocks(parameters, shape, tokens[:, None], place[None], look)
    return hidden[:, 0], tuple(grown)
