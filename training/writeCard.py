"""
Puts what can be counted or measured into public/writer/card.json, beside the exported model. Its sentences, its kinds
and the labels of its figures are written by hand and stay as they are.
"""

import argparse
import hashlib
import json
from pathlib import Path

from writerFiles import load_checkpoint
from writerModel import count_parameters


def rounded(value: float):
    return round(value, 1 if value > 10 else 4)


def update_figures(figures, measured):
    """Figures of the benchmark `writer`, by their ids; shares are counted with and without the grammar."""
    for figure in figures:
        for key, side in (("withGrammar", "withGrammar"), ("withoutGrammar", "without")):
            figure.pop(key, None)
            if figure["id"] in measured[side]:
                figure[key] = rounded(measured[side][figure["id"]])
    unknown = measured["withGrammar"].keys() - {figure["id"] for figure in figures}
    if unknown:
        print(f"The card has no label for these figures: {', '.join(sorted(unknown))}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="writer", help="name of the checkpoint")
    parser.add_argument("--corpus-seed", type=int, default=20261130)
    parser.add_argument("--figures", type=Path, help="what the benchmark `writer` printed")
    options = parser.parse_args()
    folder = Path(__file__).resolve().parent.parent / "public" / "writer"
    content = (folder / "embedded-writer.gguf").read_bytes()
    parameters, _, shape, state = load_checkpoint(options.work / f"{options.name}.npz")
    stages = [*state["earlier"], state]
    with open(options.work / "train.jsonl", "rb") as corpus:
        corpus_examples = sum(1 for _ in corpus)
    card = json.loads((folder / "card.json").read_text())
    card |= {
        "slots": True,
        "sha256": hashlib.sha256(content).hexdigest(),
        "sizeBytes": len(content),
        "parameters": count_parameters(parameters),
        "layers": shape.layers,
        "contextLength": shape.context,
        "vocabulary": shape.vocabulary,
        "examples": sum(stage["examples"] for stage in stages),
        "trainedTokens": sum(stage["tokens"] for stage in stages),
        "corpus": {"seed": options.corpus_seed, "examples": corpus_examples},
    }
    curve = options.work / "curve.jsonl"
    if curve.exists():
        card["curve"] = [json.loads(line) for line in curve.read_text().splitlines()]
    if options.figures:
        lines = [line for line in options.figures.read_text().splitlines() if line.startswith('{"bench":"writer"')]
        update_figures(card["figures"], json.loads(lines[-1]))
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
