"""The embedded writer: a small llama-architecture decoder, laid out as llama.cpp reads it."""

from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass(frozen=True)
class WriterShape:
    vocabulary: int = 2048
    width: int = 192
    layers: int = 6
    heads: int = 6
    hidden: int = 512
    context: int = 512
    rope_base: float = 10000.0
    epsilon: float = 1e-5

    def as_dict(self):
        return asdict(self)


def rope_table(shape: WriterShape):
    """Angles for interleaved pairs (2i, 2i+1), which is what llama.cpp's "llama" rotates."""
    half = shape.width // shape.heads // 2
    inverse = shape.rope_base ** (-torch.arange(half).float() / half)
    angles = torch.outer(torch.arange(shape.context).float(), inverse)
    return angles.cos(), angles.sin()


def rotate(x, cos, sin):
    a, b = x.unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)


class Block(nn.Module):
    def __init__(self, shape: WriterShape):
        super().__init__()
        self.heads = shape.heads
        self.attn_norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        self.ffn_norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        linear = lambda i, o: nn.Linear(i, o, bias=False)
        self.attn_q = linear(shape.width, shape.width)
        self.attn_k = linear(shape.width, shape.width)
        self.attn_v = linear(shape.width, shape.width)
        self.attn_output = linear(shape.width, shape.width)
        self.ffn_gate = linear(shape.width, shape.hidden)
        self.ffn_up = linear(shape.width, shape.hidden)
        self.ffn_down = linear(shape.hidden, shape.width)

    def forward(self, x, cos, sin, past=None):
        y = self.attn_norm(x)
        split = lambda t: t.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        q, k, v = split(self.attn_q(y)), split(self.attn_k(y)), split(self.attn_v(y))
        q, k = rotate(q, cos, sin).to(v.dtype), rotate(k, cos, sin).to(v.dtype)
        if past is not None:
            k, v = torch.cat((past[0], k), 2), torch.cat((past[1], v), 2)
        z = F.scaled_dot_product_attention(q, k, v, is_causal=past is None)
        x = x + self.attn_output(z.transpose(1, 2).flatten(-2))
        y = self.ffn_norm(x)
        return x + self.ffn_down(F.silu(self.ffn_gate(y)) * self.ffn_up(y)), (k, v)


class Writer(nn.Module):
    def __init__(self, shape: WriterShape):
        super().__init__()
        self.shape = shape
        self.token_embd = nn.Embedding(shape.vocabulary, shape.width)
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        cos, sin = rope_table(shape)
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)
        nn.init.normal_(self.token_embd.weight, std=0.02)
        for name, weight in self.blk.named_parameters():
            if weight.ndim == 2:
                shrink = (2 * shape.layers) ** -0.5 if name.endswith(("attn_output.weight", "ffn_down.weight")) else 1.0
                nn.init.normal_(weight, std=shrink * weight.shape[1] ** -0.5 * 0.6)

    def hidden(self, tokens, start=0, past=None):
        stop = start + tokens.shape[1]
        cos, sin = self.cos[start:stop], self.sin[start:stop]
        x, kept = self.token_embd(tokens), []
        for index, block in enumerate(self.blk):
            x, kv = block(x, cos, sin, past[index] if past else None)
            kept.append(kv)
        return self.output_norm(x), kept

    def logits(self, hidden):
        return F.linear(hidden, self.token_embd.weight)
