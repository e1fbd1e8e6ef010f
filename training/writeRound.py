"""Adds a line to WORK/curve.jsonl: how the weights that wrote a round's texts did."""

import argparse
import json
from pathlib import Path

from writerFiles import load_checkpoint


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", required=True, help="checkpoint that wrote the texts")
    parser.add_argument("--round", type=int, required=True)
    options = parser.parse_args()
    kept = json.loads((options.work / f"kept{options.round}.json").read_text())
    state = load_checkpoint(options.work / f"{options.name}.npz")[3]
    curve = options.work / "curve.jsonl"
    rounds = [json.loads(line) for line in curve.read_text().splitlines()] if curve.exists() else []
    rounds = [line for line in rounds if line["round"] < options.round]
    rounds.append({"round": options.round, "tasks": kept["tasks"], "accepted": kept["accepted"], "misplaced": kept["misplaced"], "loss": round(state["heldOutLoss"], 4)})
    curve.write_text("".join(f"{json.dumps(line)}\n" for line in rounds))
    print(json.dumps(rounds[-1]))


if __name__ == "__main__":
    main()
