"""Trains the embedded writer on a corpus of JSON lines. Stop it at any time; the same command goes on."""

import argparse
import math
import os
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from writerModel import Writer, WriterShape
from writerTokens import PAD_ID, encode_corpus, train_tokenizer


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True, help="folder with train.jsonl and heldOut.jsonl; checkpoints go here")
    parser.add_argument("--name", default="writer")
    parser.add_argument("--start-from", type=Path, help="checkpoint whose weights this run starts with")
    parser.add_argument("--minutes", type=float, default=60, help="training time at which the learning rate has reached zero")
    parser.add_argument("--batch-tokens", type=int, default=4608)
    parser.add_argument("--muon-rate", type=float, default=0.02)
    parser.add_argument("--adam-rate", type=float, default=0.004)
    parser.add_argument("--decay-from", type=float, default=0.4, help="share of the run after which the rate falls")
    parser.add_argument("--vocabulary", type=int, default=2048)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--width", type=int, default=192)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--hidden", type=int, default=512)
    parser.add_argument("--seed", type=int, default=20261121)
    return parser.parse_args()


def encoded(tokenizer, work: Path, split: str, context: int):
    cache = work / f"{split}.npz"
    if not cache.exists() or cache.stat().st_mtime < (work / f"{split}.jsonl").stat().st_mtime:
        np.savez(cache, **encode_corpus(tokenizer, work / f"{split}.jsonl", context))
    return dict(np.load(cache))


def batches(data, batch_tokens: int, seed: int):
    """Batches of examples of like length, in random order; one pass."""
    random = np.random.default_rng(seed)
    lengths = np.diff(data["starts"])
    order = random.permutation(len(lengths))
    groups = []
    for chunk in np.array_split(order, max(1, len(order) // 4096)):
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        at = 0
        while at < len(chunk):
            size = max(1, batch_tokens // (math.ceil(lengths[chunk[min(at + 16, len(chunk) - 1)]] / 16) * 16))
            groups.append(chunk[at : at + size])
            at += size
    for index in random.permutation(len(groups)):
        group = groups[index]
        width = math.ceil((lengths[group].max() - 1) / 16) * 16
        tokens = np.full((len(group), width + 1), PAD_ID, dtype=np.int64)
        learn = np.zeros((len(group), width), dtype=bool)
        for row, example in enumerate(group):
            start, stop = data["starts"][example], data["starts"][example + 1]
            tokens[row, : stop - start] = data["ids"][start:stop]
            learn[row, data["text_starts"][example] - 1 : stop - start - 1] = True
        yield torch.from_numpy(tokens), torch.from_numpy(np.flatnonzero(learn))


def loss_of(model, tokens, learn):
    """Only the text is learned; what the prompt says is given."""
    with torch.autocast("cpu", torch.bfloat16):
        hidden, _ = model.hidden(tokens[:, :-1])
        logits = model.logits(hidden.flatten(0, 1).index_select(0, learn))
    return F.cross_entropy(logits.float(), tokens[:, 1:].flatten().index_select(0, learn))


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    shape = WriterShape(vocabulary=options.vocabulary, width=options.width, layers=options.layers, heads=options.width // 32, hidden=options.hidden)
    tokenizer_file = options.work / "tokenizer.json"
    if not tokenizer_file.exists():
        train_tokenizer(options.work / "train.jsonl", shape.vocabulary).save(str(tokenizer_file))
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    train = encoded(tokenizer, options.work, "train", shape.context)
    held_out = encoded(tokenizer, options.work, "heldOut", shape.context)
    model = Writer(shape)
    matrices = [p for p in model.blk.parameters() if p.ndim == 2]
    others = [p for p in model.parameters() if not any(p is matrix for matrix in matrices)]
    optimizers = [
        torch.optim.Muon(matrices, lr=options.muon_rate, weight_decay=0.02, adjust_lr_fn="original"),
        torch.optim.AdamW(others, lr=options.adam_rate, betas=(0.9, 0.98), weight_decay=0.01),
    ]
    rates = [options.muon_rate, options.adam_rate]
    state = {"step": 0, "epoch": 0, "seconds": 0.0, "tokens": 0, "earlier": []}
    checkpoint = options.work / f"{options.name}.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        for optimizer, part in zip(optimizers, saved["optimizers"]):
            optimizer.load_state_dict(part)
        state = saved["state"]
    elif options.start_from:
        saved = torch.load(options.start_from)
        model.load_state_dict(saved["model"])
        state["earlier"] = [*saved["state"].get("earlier", []), {key: saved["state"][key] for key in ("step", "tokens", "seconds")}]
    print(f"{sum(p.numel() for p in model.parameters())} parameters, {len(train['text_starts'])} examples, {train['starts'][-1]} tokens, from step {state['step']}", flush=True)
    step_loss = torch.compile(loss_of, dynamic=True)

    def save():
        part = checkpoint.with_suffix(".part")
        torch.save({"model": model.state_dict(), "optimizers": [o.state_dict() for o in optimizers], "state": state, "shape": shape.as_dict()}, part)
        os.replace(part, checkpoint)

    recent, limit_seconds = [], options.minutes * 60
    while state["seconds"] < limit_seconds:
        for tokens, learn in batches(train, options.batch_tokens, options.seed + state["epoch"]):
            began = time.monotonic()
            done = state["seconds"] / limit_seconds
            if done >= 1:
                break
            scale = min(1.0, (state["step"] + 1) / 60)
            if done > options.decay_from:
                scale *= 0.5 + 0.5 * math.cos(math.pi * min(1.0, (done - options.decay_from) / (1 - options.decay_from)))
            for optimizer, rate in zip(optimizers, rates):
                optimizer.param_groups[0]["lr"] = rate * scale + 1e-6
            loss = step_loss(model, tokens, learn)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            for optimizer in optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            recent.append(loss.item())
            state["step"] += 1
            state["tokens"] += tokens.numel()
            # Compiling the first steps takes as long as a hundred others; it is not training time.
            state["seconds"] += min(time.monotonic() - began, 5.0)
            if state["step"] % 50 == 0:
                print(f"step {state['step']} loss {np.mean(recent):.4f} done {done:.3f} tokens {state['tokens']} per second {tokens.numel() / (time.monotonic() - began):.0f}", flush=True)
                recent = []
            if state["step"] % 400 == 0:
                save()
                with torch.no_grad():
                    losses = [loss_of(model, t, l).item() for t, l in batches(held_out, options.batch_tokens, 0)]
                print(f"step {state['step']} held-out loss {np.mean(losses):.4f}", flush=True)
        state["epoch"] += 1
    save()


if __name__ == "__main__":
    main()
