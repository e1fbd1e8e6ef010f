"""Compiles the embedded writer to a library for WebGPU that web-llm loads."""

import json
import subprocess
from pathlib import Path

import tvm
from tvm import IRModule, relax
from tvm.ir import StringImm
from tvm.s_tir import dlight
from tvm.target import Target

from samplerKernels import add_sampler
from writerGraph import Writer, WriterShape

#: 8-bit weights, 32-bit numbers between them; not a name of MLC's, whose own kinds have 4 bits or none.
QUANTIZATION = "q8f32"
TARGET = {"kind": "webgpu", "host": {"kind": "llvm", "mtriple": "wasm32-unknown-unknown-wasm", "mcpu": "mvp"}}


def add_metadata(module: IRModule, parameters, shape: WriterShape) -> IRModule:
    """A function that tells web-llm how to call the rest."""
    about = {
        "model_type": "llama",
        "quantization": QUANTIZATION,
        "context_window_size": shape.context,
        "prefill_chunk_size": shape.context,
        "sliding_window_size": -1,
        "attention_sink_size": -1,
        "kv_state_kind": "kv_cache",
        "max_batch_size": 1,
        "params": [
            {"name": name, "shape": [int(size) for size in parameter.shape], "dtype": str(parameter.dtype)}
            for name, parameter in parameters
        ],
    }
    builder = relax.BlockBuilder(module)
    with builder.function("_metadata", []):
        with builder.dataflow():
            out = builder.emit_output(StringImm(json.dumps(about)))
        builder.emit_func_output(out)
    return builder.finalize()


def lowering():
    """From operators to kernels, each with a schedule for the GPU, and to the calls between them."""
    return tvm.transform.Sequential(
        [
            relax.transform.LegalizeOps(),
            relax.transform.AnnotateTIROpPattern(),
            relax.transform.RewriteDataflowReshape(),
            relax.transform.FoldConstant(),
            relax.transform.FuseOps(),
            relax.transform.FuseTIR(),
            relax.transform.DeadCodeElimination(),
            dlight.ApplyDefaultSchedule(dlight.gpu.Fallback()),
            tvm.tirx.transform.ForceNarrowIndexToInt32(),
            relax.transform.ToNonDataflow(),
            relax.transform.RemovePurityChecking(),
            relax.transform.CallTIRRewrite(),
            relax.transform.StaticPlanBlockMemory(),
            relax.transform.LowerAllocTensor(),
            relax.transform.KillAfterLastUse(),
            relax.transform.LowerRuntimeBuiltin(),
            relax.transform.VMShapeLower(),
            relax.transform.AttachGlobalSymbol(),
        ]
    )


def compile_writer(shape: WriterShape):
    """The executable, and the names and parameters of the model in the order that it takes them."""
    with Target(TARGET) as target:
        writer = Writer(shape)
        module, parameters = writer.export_tvm(spec=writer.functions())
        module = add_metadata(add_sampler(module, shape.vocabulary), parameters, shape)
        module = tvm.tirx.transform.BindTarget(target)(module)
        executable = relax.build(module, target=target, relax_pipeline=lowering(), system_lib=True)
    return executable, parameters


def link(executable, runtime: list[Path], out: Path):
    """Writes the library: the kernels, the calls between them and the runtime."""

    def with_emscripten(output, objects, options=None):
        # Two functions are web-llm's own; it brings them when it loads the library.
        flags = ["WASM_BIGINT", "STANDALONE_WASM", "ALLOW_MEMORY_GROWTH", "TOTAL_MEMORY=32MB", "ERROR_ON_UNDEFINED_SYMBOLS=0"]
        settings = [f"-s{flag}" for flag in flags]
        subprocess.run(["emcc", "-Oz", "--no-entry", *settings, "-o", output, *map(str, runtime), *objects], check=True)

    with_emscripten.object_format = "o"
    executable.export_library(str(out), fcompile=with_emscripten)
