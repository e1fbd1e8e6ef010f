"""Batches of a few fixed shapes from one or more corpora."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from writerTokens import PAD_ID, SHAPES, THE_ANNOUNCEMENT, encode_corpus

#: Places in a row; a batch has as many rows as its tokens allow. Few, as each is compiled once.
WIDTHS = (48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 320, 384, 512)
DRAWN_AT_ONCE = 4096


@dataclass(frozen=True)
class Corpus:
    ids: np.ndarray
    starts: np.ndarray
    text_starts: np.ndarray

    def __len__(self):
        return len(self.text_starts)


@dataclass(frozen=True)
class Batch:
    #: Rows of one place more than their width: what is read, shifted by one what is to be said.
    tokens: np.ndarray
    #: Places in the flattened batch whose next token is learned, with zeros at the end.
    learned: np.ndarray
    learned_count: int


def load_corpus(file: Path, tokenizer, context: int) -> Corpus:
    """Encodes a corpus, or takes what was encoded before with the same tokenizer."""
    cache = file.with_suffix(".ids.npz")
    made_with = tokenizer.to_str()
    if cache.exists() and cache.stat().st_mtime > file.stat().st_mtime:
        with np.load(cache) as held:
            if held["made_with"] == made_with:
                return Corpus(held["ids"], held["starts"], held["text_starts"])
    encoded = encode_corpus(tokenizer, file, context)
    np.savez(cache, made_with=made_with, **encoded)
    return Corpus(**encoded)


class FactShuffler:
    """
    Puts the facts of a prompt into another order. Told in the order given, the next one would nearly always be right,
    and the writer would not learn which to tell first.
    """

    def __init__(self, tokenizer, seed: int):
        self.random = np.random.default_rng(seed)
        self.mark = tokenizer.token_to_id(THE_ANNOUNCEMENT)
        self.first_shape = tokenizer.token_to_id(SHAPES[0])

    def shuffle(self, row, text_start: int):
        begins = np.flatnonzero(row[:text_start] == self.mark)
        if len(begins) < 2:
            return row
        end = np.flatnonzero(row[:text_start] >= self.first_shape)[-1] + 1
        facts = np.split(row[begins[0] : end], begins[1:] - begins[0])
        order = self.random.permutation(len(facts))
        return np.concatenate([row[: begins[0]], *(facts[at] for at in order), row[end:]])


def draw(corpora, shares, seed: int, first_round: int):
    """Endless (round, corpus, example). A corpus is gone through again, in another order, when it is used up."""
    parts = [max(1, round(DRAWN_AT_ONCE * share / sum(shares))) for share in shares]
    for number in count(first_round):
        drawn = []
        for which, (corpus, part) in enumerate(zip(corpora, parts)):
            pass_number, at = divmod(number * part, len(corpus))
            order = np.concatenate(
                [np.random.default_rng((seed, which, p)).permutation(len(corpus)) for p in range(pass_number, pass_number + 2 + part // len(corpus))]
            )
            drawn += [(which, example) for example in order[at : at + part]]
        for index in np.random.default_rng((seed, number)).permutation(len(drawn)):
            yield number, *drawn[index]


class Filler:
    """Gathers examples of like length until a batch of that width is full."""

    def __init__(self, corpora, batch_tokens: int, widths, shuffler=None):
        self.corpora, self.batch_tokens, self.shuffler = corpora, batch_tokens, shuffler
        self.waiting = {width: [] for width in widths}

    def add(self, which: int, example: int):
        """A batch when this example does not fit into the one that waits, else None."""
        corpus = self.corpora[which]
        start, stop = corpus.starts[example], corpus.starts[example + 1]
        row = corpus.ids[start:stop]
        if self.shuffler:
            row = self.shuffler.shuffle(row, corpus.text_starts[example])
        width = next(width for width in self.waiting if width >= len(row) - 1)
        learned = len(row) - corpus.text_starts[example]
        group, full = self.waiting[width], None
        rows, room = self.shape(width)
        if len(group) == rows or sum(count for _, _, count in group) + learned > room:
            full, group = self.fill(width), []
        self.waiting[width] = [*group, (row, corpus.text_starts[example], learned)]
        return full

    def rest(self):
        """What waits still, as batches with empty rows."""
        return [self.fill(width) for width, group in self.waiting.items() if group]

    def shape(self, width: int):
        """Rows, and how many tokens are learned at most: few texts are much longer than their prompts."""
        rows = max(2, self.batch_tokens // width)
        return rows, rows * width * 2 // 3

    def fill(self, width: int) -> Batch:
        rows, room = self.shape(width)
        tokens = np.full((rows, width + 1), PAD_ID, np.int32)
        learned = []
        for index, (row, text_start, _) in enumerate(self.waiting[width]):
            tokens[index, : len(row)] = row
            learned.append(index * width + np.arange(text_start - 1, len(row) - 1))
        places = np.concatenate(learned)
        return Batch(tokens, np.pad(places, (0, room - len(places))).astype(np.int32), len(places))


def training_batches(corpora, shares, batch_tokens: int, widths, tokenizer, seed: int, first_round: int):
    """Endless (round, batch)."""
    filler = Filler(corpora, batch_tokens, widths, FactShuffler(tokenizer, seed + first_round))
    for number, which, example in draw(corpora, shares, seed, first_round):
        batch = filler.add(which, example)
        if batch is not None:
            yield number, batch


def all_batches(corpus: Corpus, batch_tokens: int, widths, most: int):
    """The first examples of a corpus, each once."""
    filler = Filler([corpus], batch_tokens, widths)
    for example in range(min(most, len(corpus))):
        batch = filler.add(0, example)
        if batch is not None:
            yield batch
    yield from filler.rest()
