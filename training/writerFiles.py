"""Checkpoints: one .npz with the parameters, the optimizer's memory and what the run has done so far."""

import json
import os
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from writerModel import WriterShape


def named(tree):
    return {jax.tree_util.keystr(path, simple=True, separator="."): leaf for path, leaf in jax.tree_util.tree_leaves_with_path(tree)}


def save_checkpoint(file: Path, parameters, memory, shape: WriterShape, state):
    """The old file stays whole until the new one is."""
    part = file.with_suffix(".part")
    arrays = {f"parameters.{name}": np.asarray(leaf) for name, leaf in named(parameters).items()}
    arrays |= {f"memory.{index}": np.asarray(leaf) for index, leaf in enumerate(jax.tree.leaves(memory))}
    with open(part, "wb") as out:
        np.savez(out, about=json.dumps({"shape": shape.as_dict(), "state": state}), **arrays)
    os.replace(part, file)


def load_checkpoint(file: Path):
    """The parameters, the leaves of the optimizer's memory, the shape and the state."""
    with np.load(file) as held:
        about = json.loads(str(held["about"]))
        parameters = {"blk": {}}
        for name in held.files:
            if name.startswith("parameters.blk."):
                parameters["blk"][name.removeprefix("parameters.blk.")] = jnp.asarray(held[name], jnp.float32)
            elif name.startswith("parameters."):
                parameters[name.removeprefix("parameters.")] = jnp.asarray(held[name], jnp.float32)
        count = sum(name.startswith("memory.") for name in held.files)
        memory = [jnp.asarray(held[f"memory.{index}"]) for index in range(count)]
    return parameters, memory, WriterShape(**about["shape"]), about["state"]
