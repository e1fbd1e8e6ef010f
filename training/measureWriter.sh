#!/usr/bin/env bash
# measureWriter.sh WORK [COUNT]: samples held-out tasks, prints the figures and writes them into card.json.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$1" count="${2:-500}"
python="${PYTHON:-python3}"
"$python" "$here/sampleTexts.py" --work "$work" --count "$count" --out "$work/sampled.jsonl"
"$here/../node_modules/.bin/tsx" "$here/corpus/measureTexts.ts" "$work/sampled.jsonl" | tee "$work/figures.json"
"$python" "$here/writeCard.py" --work "$work" --figures "$work/figures.json"
