"""Writes public/writer/card.json from the exported model, its checkpoint and its measured figures."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

KINDS = [
    "triage note", "progress note", "nursing note", "discharge summary", "referral letter", "matter summary", "billing narrative",
    "intake narrative", "privilege log description", "docket entry", "description", "comment",
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="writer")
    parser.add_argument("--version", default="1")
    parser.add_argument("--figures", type=Path)
    options = parser.parse_args()
    folder = Path(__file__).resolve().parent.parent / "public" / "writer"
    content = (folder / "embedded-writer.gguf").read_bytes()
    saved = torch.load(options.work / f"{options.name}.pt", map_location="cpu")
    stages = [*saved["state"]["earlier"], saved["state"]]
    trained_tokens = sum(stage["tokens"] for stage in stages)
    mean_length = np.diff(np.load(options.work / "train.npz")["starts"]).mean()
    card = {
        "id": "embedded-writer",
        "version": options.version,
        "sha256": hashlib.sha256(content).hexdigest(),
        "sizeBytes": len(content),
        "parameters": sum(tensor.numel() for tensor in saved["model"].values()),
        "layers": saved["shape"]["layers"],
        "contextLength": saved["shape"]["context"],
        "vocabulary": saved["shape"]["vocabulary"],
        "trainedOn": "Only texts composed by Cloister's own generator from grammars and word lists written for it; no person's data, no outside corpus, no earlier weights.",
        "examples": int(round(trained_tokens / mean_length, -3)),
        "trainedTokens": trained_tokens,
        "figures": json.loads(options.figures.read_text().strip().splitlines()[-1]) if options.figures else {},
        "kinds": KINDS,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n")


if __name__ == "__main__":
    main()
