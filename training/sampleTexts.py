"""
Writes a text for each task, many at once, under the constraints that the app's grammar sets: each fact announced
once, no other before it has been told, no end before the last of them, no digits. Writes JSON lines {"prompt", "task", "written"}.
"""

import argparse
import json
import re
import time
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from tokenizers import Tokenizer

from writerFiles import load_checkpoint
from writerModel import NEVER, logits, read_next, read_prompts
from writerTokens import END_ID, PAD_ID, SHAPES, START_ID, THE_ANNOUNCEMENT, THE_NAME, THE_VALUE, read_examples

#: Most tokens of a reply, and places of a prompt. Each pair of them is compiled once.
LONGEST = (32, 64, 128, 256)
WIDTHS = (48, 96, 144, 192, 256)
PROSE = re.compile(r"[ A-Za-z,.;:'()/?!&%-]+")
FACTS = re.compile(f"{THE_ANNOUNCEMENT}[^{''.join(SHAPES)}]*[{''.join(SHAPES)}]")
MOST_FACTS = 24
#: Tokens of an announcement; its name has 28 characters at most.
LONGEST_FACT = 64
#: Tokens of a run that no text says twice.
LONGEST_RUN = 5


def at_least(size: float, sizes):
    return next((larger for larger in sizes if larger >= size), sizes[-1])


class Task:
    def __init__(self, example, index: int, tokenizer: Tokenizer):
        self.example, self.index = example, index
        self.ids = [START_ID, *tokenizer.encode(example["prompt"]).ids]
        self.facts = [tokenizer.encode(fact).ids for fact in FACTS.findall(example["prompt"])]
        asked = re.search(r"^length: (\d+)", example["prompt"], re.MULTILINE)
        self.words = int(asked[1]) if asked else 0
        self.longest = at_least(2.4 * self.words + sum(len(fact) + 2 for fact in self.facts) + 8, LONGEST)

    @property
    def order(self):
        return self.longest, at_least(len(self.ids), WIDTHS), self.words, self.index


def prose_tokens(tokenizer: Tokenizer):
    """Which tokens the app's grammar knows: plain English without digits."""
    size = tokenizer.get_vocab_size()
    texts = [tokenizer.decode([index]) for index in range(size)]
    return np.array([index > PAD_ID and bool(PROSE.fullmatch(text)) for index, text in enumerate(texts)])


def tokens_with(tokenizer: Tokenizer, characters: str):
    texts = [tokenizer.decode([index]) for index in range(tokenizer.get_vocab_size())]
    return np.array([any(character in text for character in characters) for text in texts])


def choose(scores, key, temperature: float, top_k: int, top_p: float):
    """Greedy when the temperature is zero."""
    if temperature == 0:
        return jnp.argmax(scores, -1)
    best, ids = jax.lax.top_k(scores / temperature, top_k)
    shares = jax.nn.softmax(best, -1)
    best = jnp.where(jnp.cumsum(shares, -1) - shares < top_p, best, NEVER)
    return jnp.take_along_axis(ids, jax.random.categorical(key, best)[:, None], 1)[:, 0]


def said_before(written, step, words):
    """Tokens that would say a run of `words` again, as the app's engine avoids it; a mark or a full stop ends a run."""
    run = LONGEST_RUN - 1
    padded = jnp.pad(written, ((0, 0), (run, 0)), constant_values=-1)
    last = jax.lax.dynamic_slice_in_dim(padded, step, run, 1)
    places = written.shape[1] - run
    same = (jnp.arange(places) + run < step) & ((last >= 0) & words[last]).all(-1, keepdims=True)
    for offset in range(run):
        same = same & (written[:, offset : offset + places] == last[:, offset : offset + 1])
    rows = jnp.arange(len(written))[:, None]
    return jnp.zeros((len(written), len(words)), bool).at[rows, written[:, run:]].max(same) & words


@partial(jax.jit, static_argnames=("shape", "longest", "sampling"))
def write_batch(parameters, shape, prompts, starts, prose, words, facts, marks, key, longest: int, sampling):
    """
    Tokens of the replies, END_ID from where they end. `facts` has the tokens of each announcement (rows by facts by
    places, PAD_ID behind their ends), `prose` says which tokens are plain English, `words` which of those end no
    sentence, `marks` are those that begin an announcement and stand for a value and a name. A row that starts at its
    last place is empty.
    """
    begin_id, value_id, name_id = marks
    hidden, cache = read_prompts(parameters, shape, prompts, starts, longest)
    rows, width = prompts.shape
    each = jnp.arange(rows)[:, None]
    ends = (facts != PAD_ID).sum(-1)

    def go_on(carry):
        return (carry[0] < longest) & ~carry[-3].all()

    def say(carry):
        step, hidden, cache, untold, fits, place, any_told, is_told, ended, written, key = carry
        key, own = jax.random.split(key)
        is_announcing = place > 0
        free = jnp.broadcast_to(prose, (rows, len(prose)))
        free = free.at[:, begin_id].set(is_told & untold.any(-1)).at[:, value_id].set(~is_told)
        free = free.at[:, name_id].set(any_told).at[:, END_ID].set(is_told & ~untold.any(-1))
        next_ids = jnp.take_along_axis(facts, place[:, None, None], 2)[..., 0]
        forced = jnp.zeros_like(free).at[each, next_ids].max(fits)
        may = jnp.where(is_announcing[:, None], forced, free & ~said_before(written, step, words))
        token = choose(jnp.where(may, logits(parameters, hidden), NEVER), own, *sampling)
        token = jnp.where(ended, END_ID, token)
        written = written.at[:, step].set(token)
        fits = jnp.where(is_announcing[:, None], fits & (next_ids == token[:, None]), untold)
        place = jnp.where(is_announcing | (token == begin_id), place + 1, 0)
        whole = fits & (ends == place[:, None]) & is_announcing[:, None]
        is_whole = whole.any(-1)
        untold = untold & ~whole
        is_told = (is_told & (token != begin_id)) | (token == value_id)
        hidden, cache = read_next(parameters, shape, token, width + step, starts, cache)
        ended = ended | (token == END_ID)
        return step + 1, hidden, cache, untold, fits, jnp.where(is_whole, 0, place), any_told | is_whole, is_told, ended, written, key

    written = jnp.full((rows, longest), END_ID, jnp.int32)
    told = jnp.ones(rows, bool)
    untold = ends > 0
    nowhere = jnp.zeros(rows, jnp.int32)
    start = (jnp.int32(0), hidden, cache, untold, untold, nowhere, ~told, told, starts == width - 1, written, key)
    return jax.lax.while_loop(go_on, say, start)[-2]


class Sampler:
    def __init__(self, checkpoint: Path, tokenizer: Tokenizer, sampling, rows: int, seed: int):
        self.parameters, _, self.shape, _ = load_checkpoint(checkpoint)
        self.tokenizer, self.sampling, self.rows, self.seed = tokenizer, sampling, rows, seed
        self.prose = prose_tokens(tokenizer)
        self.words = self.prose & ~tokens_with(tokenizer, ".?")
        self.marks = tuple(map(tokenizer.token_to_id, (THE_ANNOUNCEMENT, THE_VALUE, THE_NAME)))

    def write(self, tasks, number: int):
        """Texts of tasks of like length."""
        width = at_least(max(len(task.ids) for task in tasks), WIDTHS)
        prompts = np.full((self.rows, width), PAD_ID, np.int32)
        starts = np.full(self.rows, width - 1, np.int32)
        facts = np.full((self.rows, MOST_FACTS, LONGEST_FACT), PAD_ID, np.int32)
        for row, task in enumerate(tasks):
            starts[row] = width - len(task.ids)
            prompts[row, starts[row] :] = task.ids
            for index, fact in enumerate(task.facts):
                facts[row, index, : len(fact)] = fact
        key = jax.random.fold_in(jax.random.key(self.seed), number)
        longest = tasks[0].longest
        written = write_batch(self.parameters, self.shape, prompts, starts, self.prose, self.words, facts, self.marks, key, longest, self.sampling)
        return [self.text(row) for row in np.asarray(written)[: len(tasks)]]

    def text(self, ids):
        ended = np.flatnonzero(ids == END_ID)
        return self.tokenizer.decode(ids[: ended[0]] if len(ended) else ids)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="writer", help="name of the checkpoint")
    parser.add_argument("--tasks", type=Path, help="JSON lines with a prompt and a task; WORK/heldOut.jsonl when left out")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--temperature", type=float, default=0.3)
    parser.add_argument("--top-k", type=int, default=40)
    parser.add_argument("--top-p", type=float, default=0.95)
    parser.add_argument("--rows", type=int, default=128, help="texts written at once")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    jax.config.update("jax_compilation_cache_dir", str((options.work / "compiled").resolve()))
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    sampling = (options.temperature, options.top_k, options.top_p)
    sampler = Sampler(options.work / f"{options.name}.npz", tokenizer, sampling, options.rows, options.seed)
    examples = list(read_examples(options.tasks or options.work / "heldOut.jsonl"))[: options.count]
    tasks = [Task(example, index, tokenizer) for index, example in enumerate(examples)]
    long = [task for task in tasks if len(task.ids) > WIDTHS[-1]]
    written = {task.index: "" for task in long}
    groups = []
    for task in sorted((task for task in tasks if task not in long), key=lambda task: task.order):
        if not groups or len(groups[-1]) == options.rows or groups[-1][0].longest != task.longest:
            groups.append([])
        groups[-1].append(task)
    began = time.monotonic()
    for number, group in enumerate(groups):
        for task, text in zip(group, sampler.write(group, number)):
            written[task.index] = text
        print(f"{len(written)} of {len(tasks)} texts in {time.monotonic() - began:.0f} s", flush=True)
    with open(options.out, "w", encoding="utf-8") as out:
        for index, example in enumerate(examples):
            row = {"prompt": example["prompt"], "task": example.get("task"), "written": written[index]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
