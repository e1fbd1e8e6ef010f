"""Builds TVM's runtime for the browser with Emscripten, of the sources that its Python packages bring along."""

import shutil
import subprocess
from pathlib import Path

import tvm
import tvm_ffi

HERE = Path(__file__).parent
#: Of what TVM puts into its web runtime, what a writer in a browser has no use for.
LEFT_OUT = [
    *(f"src/runtime/rpc/rpc_{part}.cc" for part in ("channel", "endpoint", "event_impl", "local_session", "module", "session")),
    "src/runtime/extra/contrib/sort/sort.cc",
    "src/runtime/vm/rnn_state.cc",
    "3rdparty/tvm-ffi/src/ffi/testing/testing.cc",
]
UNITS = ["web/emcc/wasm_runtime.cc", "web/emcc/webgpu_runtime.cc", "wasmApi.cc"]
INCLUDES = [".", "include", "3rdparty/tvm-ffi/include", "3rdparty/tvm-ffi/3rdparty/dlpack/include"]


def lay_out(tree: Path):
    """The sources where they include each other: the packages' own, and the few of `runtime/` that those lack."""
    shutil.rmtree(tree, ignore_errors=True)
    packages = {Path(tvm.__file__).parent: (tree, ["src", "include", "web/emcc"])}
    packages[Path(tvm_ffi.__file__).parent] = (tree / "3rdparty/tvm-ffi", ["src", "include", "3rdparty"])
    for package, (to, parts) in packages.items():
        for part in parts:
            shutil.copytree(package / part, to / part)
    shutil.copytree(HERE / "runtime", tree, dirs_exist_ok=True)
    for source in LEFT_OUT:
        (tree / source).write_text("")


def build_runtime(work: Path) -> list[Path]:
    """The object files, built anew where they are missing."""
    tree = work / "tvm"
    objects = [tree / f"{Path(unit).stem}.o" for unit in UNITS]
    if not all(file.exists() for file in objects):
        lay_out(tree)
        for unit, file in zip(UNITS, objects):
            flags = ["-Oz", "-std=c++17", "-w", *(f"-I{folder}" for folder in INCLUDES)]
            subprocess.run(["emcc", *flags, "-c", unit, "-o", file.name], cwd=tree, check=True)
    return objects
