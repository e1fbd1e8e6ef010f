#!/usr/bin/env bash
# exportWriter.sh WORK [CHECKPOINT]: puts a checkpoint into the app, as the GGUF, tokenizer and card in public/writer/.
set -euo pipefail
source "$(dirname "$0")/setUp.sh"
work="$1" name="${2:-writer}"
"$python" "$here/exportGguf.py" --work "$work" --name "$name" --out "$writer/embedded-writer.gguf"
cp "$work/tokenizer.json" "$writer/tokenizer.json"
"$python" "$here/writeCard.py" --work "$work" --name "$name"
