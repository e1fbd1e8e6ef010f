#!/usr/bin/env bash
# measureWriter.sh WORK [CHECKPOINT]: measures the writer in the app's engine and puts the figures into its card.
set -euo pipefail
source "$(dirname "$0")/setUp.sh"
work="$1" name="${2:-writer}"
(cd "$here/.." && npm run --silent bench -- writer) | tee "$work/figures.txt"
"$python" "$here/writeCard.py" --work "$work" --name "$name" --figures "$work/figures.txt"
