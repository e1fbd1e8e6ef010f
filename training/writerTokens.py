"""The writer's tokenizer: byte-level BPE, digits one by one, as llama.cpp's "smollm" pre-tokenizer splits."""

import json
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

START, END, PAD = "<s>", "</s>", "<pad>"
START_ID, END_ID, PAD_ID = 0, 1, 2


def read_examples(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def train_tokenizer(corpus: Path, vocabulary: int, limit: int = 60000) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[START, END, PAD],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    texts = (example["prompt"] + example["text"] for example in islice(read_examples(corpus), limit))
    tokenizer.train_from_iterator(texts, trainer)
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
