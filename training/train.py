"""Trains the embedded writer on corpora of JSON lines. Stop it at any time; the same command goes on."""

import argparse
import math
import signal
import time
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tokenizers import Tokenizer

from batches import WIDTHS, all_batches, load_corpus, training_batches
from writerFiles import load_checkpoint, save_checkpoint
from writerModel import WriterShape, count_parameters, hidden_states, logits, start_parameters
from writerTokens import train_tokenizer

WARM_UP_STEPS = 60


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder with train.jsonl and heldOut.jsonl; checkpoints go here")
    parser.add_argument("--name", default="writer", help="name of the checkpoint")
    parser.add_argument("--corpus", nargs=2, action="append", metavar=("FILE", "SHARE"), help="may be given again; WORK/train.jsonl when left out")
    parser.add_argument("--held-out", type=Path, help="WORK/heldOut.jsonl when left out")
    parser.add_argument("--start-from", type=Path, help="checkpoint whose weights this run starts with")
    parser.add_argument("--minutes", type=float, default=60, help="training time at which the learning rate has reached zero")
    parser.add_argument("--steps", type=int, help="as many steps, whatever time they take")
    parser.add_argument("--stop-at-step", type=int, help="stop there as if interrupted")
    parser.add_argument("--batch-tokens", type=int, default=4608, help="a GPU likes eight times as many")
    parser.add_argument("--widths", type=int, nargs="+", default=WIDTHS, help="fewer compile sooner and waste more; the last is the context")
    parser.add_argument("--muon-rate", type=float, default=0.02)
    parser.add_argument("--adam-rate", type=float, default=0.004)
    parser.add_argument("--decay-from", type=float, default=0.4, help="share of the run after which the rate falls")
    parser.add_argument("--vocabulary", type=int, default=WriterShape.vocabulary, help="tokens of a new tokenizer")
    parser.add_argument("--width", type=int, help="this and the rest of the shape: of a new model only")
    parser.add_argument("--layers", type=int)
    parser.add_argument("--hidden", type=int)
    parser.add_argument("--seed", type=int, default=20261121)
    return parser.parse_args()


def new_shape(options, vocabulary: int):
    """The usual shape, or what was asked for; heads are 32 wide."""
    asked = {key: getattr(options, key) for key in ("width", "layers", "hidden") if getattr(options, key)}
    if "width" in asked:
        asked["heads"] = asked["width"] // 32
    return WriterShape(vocabulary=vocabulary, **asked)


def loss_of(parameters, shape, tokens, learned, learned_count):
    """Only the text is learned; what the prompt says is given."""
    hidden = hidden_states(parameters, shape, tokens[:, :-1]).reshape(-1, shape.width)[learned]
    said = tokens[:, 1:].reshape(-1)[learned]
    losses = optax.softmax_cross_entropy_with_integer_labels(logits(parameters, hidden), said)
    return jnp.sum(jnp.where(jnp.arange(len(learned)) < learned_count, losses, 0.0)) / learned_count


def make_optimizer(options):
    """Muon for the matrices of the blocks, Adam for everything else."""
    stacked = optax.contrib.MuonDimensionNumbers(reduction_axis=1, output_axis=2)
    muon = optax.contrib.muon(
        options.muon_rate,
        weight_decay=0.02,
        adam_learning_rate=options.adam_rate,
        adam_b2=0.98,
        adam_weight_decay=0.01,
        muon_weight_dimension_numbers=lambda parameters: jax.tree.map(lambda leaf: stacked if leaf.ndim == 3 else None, parameters),
    )
    return optax.chain(optax.clip_by_global_norm(1.0), muon)


def make_step(shape, optimizer):
    @partial(jax.jit, donate_argnums=(0, 1))
    def step(parameters, memory, tokens, learned, learned_count, rate):
        loss, gradient = jax.value_and_grad(loss_of)(parameters, shape, tokens, learned, learned_count)
        updates, memory = optimizer.update(gradient, memory, parameters)
        parameters = optax.apply_updates(parameters, jax.tree.map(lambda update: rate * update, updates))
        return parameters, memory, loss

    return step


def rate_at(step: int, done: float, decay_from: float):
    """Share of the full learning rate: a short rise, level, then half a cosine down to nothing."""
    rate = min(1.0, (step + 1) / WARM_UP_STEPS)
    if done > decay_from:
        rate *= 0.5 + 0.5 * math.cos(math.pi * min(1.0, (done - decay_from) / (1 - decay_from)))
    return rate


class Training:
    def __init__(self, options):
        self.options = options
        self.checkpoint = options.work / f"{options.name}.npz"
        self.state = {"step": 0, "round": 0, "seconds": 0.0, "tokens": 0, "examples": 0, "heldOutLoss": None, "earlier": []}
        self.optimizer = make_optimizer(options)
        jax.config.update("jax_compilation_cache_dir", str((options.work / "compiled").resolve()))
        self.load_tokenizer()
        self.load_weights()
        self.load_data()
        self.step = make_step(self.shape, self.optimizer)
        self.measure = jax.jit(loss_of, static_argnums=1)
        self.stopped = False

    def chosen_corpora(self):
        return [(Path(file), float(share)) for file, share in self.options.corpus or [(self.options.work / "train.jsonl", 1)]]

    def load_tokenizer(self):
        file = self.options.work / "tokenizer.json"
        if not file.exists():
            train_tokenizer(self.chosen_corpora()[0][0], self.options.vocabulary).save(str(file))
        self.tokenizer = Tokenizer.from_file(str(file))

    def load_data(self):
        options, context = self.options, self.shape.context
        self.corpora = [load_corpus(file, self.tokenizer, context) for file, _ in self.chosen_corpora()]
        self.shares = [share for _, share in self.chosen_corpora()]
        held_out = load_corpus(options.held_out or options.work / "heldOut.jsonl", self.tokenizer, context)
        self.held_out = list(all_batches(held_out, options.batch_tokens, options.widths, 1000))

    def load_weights(self):
        if self.checkpoint.exists():
            self.parameters, leaves, self.shape, self.state = load_checkpoint(self.checkpoint)
            self.memory = jax.tree.unflatten(jax.tree.structure(self.optimizer.init(self.parameters)), leaves)
            return
        if self.options.start_from:
            self.parameters, _, self.shape, before = load_checkpoint(self.options.start_from)
            self.state["earlier"] = [*before["earlier"], {key: before[key] for key in ("step", "tokens", "examples", "seconds")}]
        else:
            self.shape = new_shape(self.options, self.tokenizer.get_vocab_size())
            self.parameters = start_parameters(self.shape, self.options.seed)
        self.memory = self.optimizer.init(self.parameters)

    def save(self):
        save_checkpoint(self.checkpoint, self.parameters, self.memory, self.shape, self.state)

    def done(self):
        """Share of the run that is behind us."""
        if self.options.steps:
            return self.state["step"] / self.options.steps
        return self.state["seconds"] / (60 * self.options.minutes)

    def is_over(self):
        return self.done() >= 1 or self.stopped or self.state["step"] == self.options.stop_at_step

    def stop(self, *_):
        self.stopped = True

    def held_out_loss(self):
        losses = [float(self.measure(self.parameters, self.shape, b.tokens, b.learned, b.learned_count)) for b in self.held_out]
        counts = [b.learned_count for b in self.held_out]
        return float(np.average(losses, weights=counts))

    def report_held_out(self):
        self.state["heldOutLoss"] = self.held_out_loss()
        print(f"step {self.state['step']} held-out loss {self.state['heldOutLoss']:.4f}", flush=True)

    def batches(self):
        options, state = self.options, self.state
        first_round = state["round"] + (state["step"] > 0)
        return training_batches(self.corpora, self.shares, options.batch_tokens, options.widths, self.tokenizer, options.seed, first_round)

    def run(self):
        state = self.state
        examples = sum(len(corpus) for corpus in self.corpora)
        print(f"{count_parameters(self.parameters)} parameters, {examples} examples, on {jax.devices()[0].platform}, from step {state['step']}", flush=True)
        if state["step"] == 0:
            self.report_held_out()
        compiled, losses, tokens = set(), [], 0
        reported = saved = measured = time.monotonic()
        for state["round"], batch in self.batches():
            if self.is_over():
                break
            began = time.monotonic()
            rate = rate_at(state["step"], self.done(), self.options.decay_from)
            self.parameters, self.memory, loss = self.step(self.parameters, self.memory, batch.tokens, batch.learned, batch.learned_count, rate)
            losses.append(float(loss))
            if not math.isfinite(losses[-1]):
                raise SystemExit(f"The loss is {losses[-1]} at step {state['step']}; the last checkpoint is from before.")
            now = time.monotonic()
            # A step that compiles is no training time.
            if batch.tokens.shape in compiled:
                state["seconds"] += now - began
                tokens += batch.tokens.size
            else:
                compiled.add(batch.tokens.shape)
                reported += now - began
            state["step"] += 1
            state["tokens"] += batch.tokens.size
            state["examples"] += int(np.count_nonzero(batch.tokens[:, 0] == 0))
            if now - reported > 20:
                print(f"step {state['step']} loss {np.mean(losses):.4f} done {self.done():.3f} rate {rate:.2f} tokens {state['tokens']} per second {tokens / (now - reported):.0f}", flush=True)
                losses, tokens, reported = [], 0, now
            if now - measured > 300:
                self.report_held_out()
                reported += time.monotonic() - now
                measured = time.monotonic()
            if now - saved > 120:
                self.save()
                saved = time.monotonic()
        self.report_held_out()
        self.save()


def main():
    training = Training(arguments())
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, training.stop)
    training.run()


if __name__ == "__main__":
    main()
