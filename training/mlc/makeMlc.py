"""Makes a folder that web-llm loads of the embedded writer's GGUF. See README.md."""

import argparse
from pathlib import Path

from gguf import GGUFReader

from buildRuntime import build_runtime
from compileLibrary import QUANTIZATION, compile_writer, link
from exportFolder import export_folder, read_shape


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gguf", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="where the runtime is built; kept for the next time")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    executable, parameters = compile_writer(read_shape(GGUFReader(options.gguf)))
    export_folder(options.gguf, [name for name, _ in parameters], QUANTIZATION, options.tokenizer, options.out)
    link(executable, build_runtime(options.work), options.out / f"Writer-{QUANTIZATION}-webgpu.wasm")


if __name__ == "__main__":
    main()
