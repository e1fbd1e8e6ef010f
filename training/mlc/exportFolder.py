"""Writes what a compiled model is made of beside its library: the weights of a GGUF, the tokenizer and two tables."""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFReader

from productKernels import GROUP
from writerGraph import WriterShape

CONTEXT_SETTINGS = {"sliding_window_size": -1, "attention_sink_size": -1}


def read_shape(reader: GGUFReader) -> WriterShape:
    value = lambda key: reader.fields[f"llama.{key}"].contents()
    return WriterShape(
        vocabulary=value("vocab_size"),
        width=value("embedding_length"),
        layers=value("block_count"),
        heads=value("attention.head_count"),
        hidden=value("feed_forward_length"),
        context=value("context_length"),
        rope_base=value("rope.freq_base"),
        epsilon=value("attention.layer_norm_rms_epsilon"),
    )


def half_against_half(rows: np.ndarray, heads: int) -> np.ndarray:
    """Rows of each head in the order in which TVM rotates them; llama.cpp has the pairs side by side."""
    return rows.reshape(heads, -1, 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def unpacked_blocks(tensor) -> tuple[np.ndarray, np.ndarray]:
    """The 8-bit numbers of a Q8_0 matrix and their scales; llama.cpp computes with the very same."""
    assert tensor.tensor_type == GGMLQuantizationType.Q8_0, f"{tensor.name} is {tensor.tensor_type.name}"
    blocks = np.ascontiguousarray(tensor.data).reshape(tensor.data.shape[0], -1, 2 + GROUP)
    scales = np.ascontiguousarray(blocks[..., :2]).view(np.float16)[..., 0].astype(np.float32)
    return blocks[..., 2:].view(np.int8).reshape(len(blocks), -1), scales


def packed(numbers: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray((numbers.astype(np.int16) + 128).astype(np.uint8)).view("<u4")


def weights_of(reader: GGUFReader, shape: WriterShape) -> dict[str, np.ndarray]:
    """By the names of the graph's parameters."""
    tensors = {tensor.name.removesuffix(".weight"): tensor for tensor in reader.tensors}
    weights = {}

    def put(name: str, *parts: tuple[np.ndarray, np.ndarray]):
        weights[f"{name}.words"] = packed(np.concatenate([numbers for numbers, _ in parts]))
        weights[f"{name}.scales"] = np.concatenate([scales for _, scales in parts])

    for name, tensor in tensors.items():
        if tensor.tensor_type == GGMLQuantizationType.F32:
            weights[f"{name}.weight"] = np.asarray(tensor.data)
        elif not name.endswith(("attn_q", "attn_k", "attn_v")):
            put(name, unpacked_blocks(tensor))
    for layer in range(shape.layers):
        of = lambda part: unpacked_blocks(tensors[f"blk.{layer}.attn_{part}"])
        turned = lambda part: tuple(half_against_half(rows, shape.heads) for rows in of(part))
        put(f"blk.{layer}.attn_qkv", turned("q"), turned("k"), of("v"))
    return weights


def write_weights(weights: dict[str, np.ndarray], names: list[str], folder: Path):
    """All in one file, in the order of the names, and the table of what lies where."""
    content, records = b"", []
    for name in names:
        array = weights[name]
        data = array.tobytes()
        about = {"name": name, "shape": list(array.shape), "dtype": str(array.dtype), "format": "raw"}
        records.append({**about, "nbytes": len(data), "byteOffset": len(content)})
        content += data
    shard = "params_shard_0.bin"
    (folder / shard).write_bytes(content)
    digest = hashlib.md5(content).hexdigest()
    table = {"dataPath": shard, "format": "raw-shard", "nbytes": len(content), "md5sum": digest, "records": records}
    about = {"ParamSize": len(records), "ParamBytes": len(content), "BitsPerParam": 9.0}
    (folder / "tensor-cache.json").write_text(json.dumps({"metadata": about, "records": [table]}))


def write_config(gguf: Path, reader: GGUFReader, shape: WriterShape, quantization: str, folder: Path):
    token = lambda name: reader.fields[f"tokenizer.ggml.{name}_token_id"].contents()
    conversation = {
        "name": "plain",
        "system_template": "{system_message}",
        "system_message": "",
        "system_prefix_token_ids": [token("bos")],
        "roles": {"user": "", "assistant": "", "tool": ""},
        "role_templates": {"user": "{user_message}", "assistant": "{assistant_message}", "tool": "{tool_message}"},
        "seps": [""],
        "role_content_sep": "",
        "role_empty_sep": "",
        "stop_str": [],
        "stop_token_ids": [token("eos")],
        "function_string": "",
        "use_function_calling": False,
    }
    config = {
        "model_type": "llama",
        "quantization": quantization,
        "vocab_size": shape.vocabulary,
        "context_window_size": shape.context,
        "prefill_chunk_size": shape.context,
        **CONTEXT_SETTINGS,
        "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {"token_postproc_method": "byte_level", "prepend_space_in_encode": False, "strip_space_in_decode": False},
        "conv_template": conversation,
        "bos_token_id": token("bos"),
        "eos_token_id": token("eos"),
        "pad_token_id": token("padding"),
        "temperature": 0.4,
        "top_p": 0.95,
        "cloister.writer.form": reader.fields["cloister.writer.form"].contents(),
        "cloister.made.of": {"gguf": hashlib.sha256(gguf.read_bytes()).hexdigest()},
    }
    (folder / "mlc-chat-config.json").write_text(json.dumps(config, indent=1) + "\n")


def export_folder(gguf: Path, names: list[str], quantization: str, tokenizer: Path, folder: Path):
    reader = GGUFReader(gguf)
    shape = read_shape(reader)
    write_weights(weights_of(reader, shape), names, folder)
    write_config(gguf, reader, shape, quantization, folder)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
