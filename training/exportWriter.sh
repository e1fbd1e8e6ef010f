#!/usr/bin/env bash
# exportWriter.sh WORK [CHECKPOINT]: puts a checkpoint into the app: the GGUF and its card in public/writer/, with a
# text of its own for each kind, and the replies that a self-test expects of it. The tokenizer goes beside this script:
# the app has it in the GGUF.
set -euo pipefail
source "$(dirname "$0")/setUp.sh"
work="$1" name="${2:-writer}"
"$python" "$here/exportGguf.py" --work "$work" --name "$name" --out "$writer/embedded-writer.gguf"
cp "$work/tokenizer.json" "$here/tokenizer.json"
"$python" "$here/writeCard.py" --work "$work" --name "$name"
"$tsx" "$here/corpus/writeKindTasks.ts" "$work/kindTasks.jsonl"
(cd "$here/.." && "$tsx" "$here/writeKindTexts.ts" "$writer/embedded-writer.gguf" "$work/kindTasks.jsonl" "$work/kindTexts.jsonl")
"$tsx" "$here/corpus/writeKinds.ts" "$work/kindTexts.jsonl" "$writer/card.json"
(cd "$here/.." && "$tsx" "$here/recordSelfTest.ts" "$writer/embedded-writer.gguf" "$writer/selfTest.json")
