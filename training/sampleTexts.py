"""Writes texts for held-out tasks with PyTorch, as the engine would: temperature, top-k, top-p, one seed per try."""

import argparse
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

from writerModel import Writer, WriterShape
from writerTokens import END_ID, START_ID, read_examples


@torch.no_grad()
def write(model: Writer, prompt_ids, temperature: float, top_k: int, top_p: float, generator, longest: int = 260):
    """Greedy when the temperature is zero."""
    tokens = [START_ID, *prompt_ids]
    hidden, past = model.hidden(torch.tensor([tokens]))
    written = []
    while len(written) < longest and len(tokens) + len(written) < model.shape.context:
        logits = model.logits(hidden[0, -1])
        if temperature == 0:
            choice = int(logits.argmax())
        else:
            best, ids = logits.topk(top_k)
            shares = torch.softmax(best / temperature, -1)
            shares[(shares.cumsum(-1) - shares) > top_p] = 0
            choice = int(ids[torch.multinomial(shares, 1, generator=generator)])
        if choice == END_ID:
            break
        written.append(choice)
        hidden, past = model.hidden(torch.tensor([[choice]]), len(tokens) + len(written) - 1, past)
    return written


def load_writer(file: Path) -> Writer:
    saved = torch.load(file, map_location="cpu")
    model = Writer(WriterShape(**saved["shape"]))
    model.load_state_dict(saved["model"])
    return model.eval()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="writer")
    parser.add_argument("--tasks", default="heldOut.jsonl", help="file of tasks in the work folder")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--temperature", type=float, default=0.4)
    parser.add_argument("--top-k", type=int, default=40)
    parser.add_argument("--top-p", type=float, default=0.95)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = load_writer(options.work / f"{options.name}.pt")
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    with open(options.out, "w", encoding="utf-8") as out:
        for index, example in enumerate(read_examples(options.work / options.tasks)):
            if index >= options.count:
                break
            generator = torch.Generator().manual_seed(index)
            ids = write(model, tokenizer.encode(example["prompt"]).ids, options.temperature, options.top_k, options.top_p, generator)
            out.write(json.dumps({"task": example["task"], "prompt": example["prompt"], "written": tokenizer.decode(ids)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
