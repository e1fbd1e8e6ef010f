"""The writer's tokenizer: byte-level BPE with digits one by one, and one token for each mark."""

import json
import re
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

START, END, PAD = "<s>", "</s>", "<pad>"
START_ID, END_ID, PAD_ID = 0, 1, 2
#: Begins an announcement of a fact; its name follows, and a shape that says what sort its value is.
THE_ANNOUNCEMENT = chr(0xE0F0)
#: Where the value, or the name, of the fact announced last stands.
THE_VALUE, THE_NAME = chr(0xE0F1), chr(0xE0F2)
SHAPES = [chr(0xE0A1 + at) for at in range(16)]
#: The last tokens of the vocabulary, in this order.
MARKS = [THE_ANNOUNCEMENT, THE_VALUE, THE_NAME, *SHAPES]
ANY_MARK = re.compile(f"[{''.join(MARKS)}]")


def read_examples(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def train_tokenizer(corpus: Path, vocabulary: int, limit: int = 60000) -> Tokenizer:
    """A tokenizer of so many tokens in all; marks take no part in the merges."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - len(MARKS),
        special_tokens=[START, END, PAD],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    examples = islice(read_examples(corpus), limit)
    pieces = (piece for example in examples for part in (example["prompt"], example["text"]) for piece in ANY_MARK.split(part))
    tokenizer.train_from_iterator(pieces, trainer)
    tokenizer.add_tokens([AddedToken(mark, normalized=False, special=False) for mark in MARKS])
    return tokenizer


def encode_corpus(tokenizer: Tokenizer, corpus: Path, longest: int):
    """All examples as one run of ids, with where each starts and where its text starts."""
    ids, starts, text_starts = [], [0], []
    examples = read_examples(corpus)
    while batch := list(islice(examples, 20000)):
        prompts = tokenizer.encode_batch_fast([example["prompt"] for example in batch])
        texts = tokenizer.encode_batch_fast([example["text"] for example in batch])
        for prompt, text in zip(prompts, texts):
            row = [START_ID, *prompt.ids, *text.ids, END_ID]
            if len(row) > longest:
                continue
            text_starts.append(len(prompt.ids) + 1)
            ids.append(np.asarray(row, dtype=np.int16))
            starts.append(starts[-1] + len(row))
    return {"ids": np.concatenate(ids), "starts": np.asarray(starts), "text_starts": np.asarray(text_starts)}
