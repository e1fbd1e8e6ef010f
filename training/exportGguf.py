"""Writes a checkpoint as a GGUF that llama.cpp reads, and the hash and sizes the card needs."""

import argparse
import hashlib
import json
from pathlib import Path

import gguf
import numpy as np
from tokenizers import Tokenizer

from writerFiles import load_checkpoint
from writerModel import WriterShape, count_parameters
from writerTokens import END_ID, MARKS, PAD_ID, START_ID

#: Of prompts and replies; the app speaks one, and takes weights of that one for an embedded writer.
WRITER_FORM = 2


def kind_of(token: str, index: int):
    """Marks stand in prompts and grammars as they are, so they are tokens of the user's own."""
    if index in (START_ID, END_ID, PAD_ID):
        return gguf.TokenType.CONTROL
    return gguf.TokenType.USER_DEFINED if token in MARKS else gguf.TokenType.NORMAL


def add_tokenizer(writer: gguf.GGUFWriter, tokenizer: Tokenizer):
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    merges = json.loads(tokenizer.to_str())["model"]["merges"]
    kinds = [kind_of(token, index) for token, index in vocabulary]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list([token for token, _ in vocabulary])
    writer.add_token_types(kinds)
    writer.add_token_merges([merge if isinstance(merge, str) else " ".join(merge) for merge in merges])
    writer.add_bos_token_id(START_ID)
    writer.add_eos_token_id(END_ID)
    writer.add_pad_token_id(PAD_ID)
    writer.add_add_bos_token(True)
    writer.add_add_eos_token(False)
    writer.add_add_space_prefix(False)


def side_by_side(stacked, heads: int):
    """Columns of each head in the order in which llama.cpp rotates them: pairs side by side, not half against half."""
    rows, columns = stacked.shape
    return stacked.reshape(rows, heads, 2, columns // heads // 2).swapaxes(2, 3).reshape(rows, columns)


def tensors(parameters, shape: WriterShape):
    """Names and arrays as llama.cpp has them: a matrix has a row for each output."""
    yield "token_embd.weight", np.asarray(parameters["token_embd"])
    yield "output_norm.weight", np.asarray(parameters["output_norm"])
    for name, stacked in parameters["blk"].items():
        for layer, array in enumerate(np.asarray(stacked)):
            if name in ("attn_q", "attn_k"):
                array = side_by_side(array, shape.heads)
            yield f"blk.{layer}.{name}.weight", np.ascontiguousarray(array.T)


def add_tensors(writer: gguf.GGUFWriter, parameters, shape: WriterShape, kind: str):
    for name, data in tensors(parameters, shape):
        if data.ndim < 2 or kind == "F32":
            writer.add_tensor(name, data.astype(np.float32))
        elif kind == "F16":
            writer.add_tensor(name, data.astype(np.float16))
        else:
            packed = gguf.quants.quantize(data, gguf.GGMLQuantizationType.Q8_0)
            writer.add_tensor(name, packed, raw_dtype=gguf.GGMLQuantizationType.Q8_0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="writer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kind", choices=["Q8_0", "F16", "F32"], default="Q8_0")
    options = parser.parse_args()
    parameters, _, shape, state = load_checkpoint(options.work / f"{options.name}.npz")
    writer = gguf.GGUFWriter(options.out, "llama")
    writer.add_name("Cloister embedded writer")
    writer.add_license("MIT")
    writer.add_uint32("cloister.writer.form", WRITER_FORM)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_rope_dimension_count(shape.head_width)
    writer.add_rope_freq_base(shape.rope_base)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    kinds = {"Q8_0": gguf.LlamaFileType.MOSTLY_Q8_0, "F16": gguf.LlamaFileType.MOSTLY_F16, "F32": gguf.LlamaFileType.ALL_F32}
    writer.add_file_type(kinds[options.kind])
    add_tokenizer(writer, Tokenizer.from_file(str(options.work / "tokenizer.json")))
    add_tensors(writer, parameters, shape, options.kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    content = options.out.read_bytes()
    about = {"sha256": hashlib.sha256(content).hexdigest(), "sizeBytes": len(content), "parameters": count_parameters(parameters)}
    print(json.dumps({**about, "shape": shape.as_dict(), "state": state}))


if __name__ == "__main__":
    main()
