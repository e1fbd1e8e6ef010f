#!/usr/bin/env bash
# makeWriter.sh WORK [MINUTES] [EXAMPLES]: corpus, training, export. Run it again after a stop and it goes on.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$1" minutes="${2:-60}" examples="${3:-400000}"
python="${PYTHON:-python3}"
# Waiting threads that spin halve the speed as soon as another program wants a core.
export OMP_WAIT_POLICY=passive KMP_BLOCKTIME=0
mkdir -p "$work" "$here/../public/writer"
write_corpus() {
  [ -f "$work/$1.jsonl" ] && return
  "$here/../node_modules/.bin/tsx" "$here/corpus/writeCorpus.ts" "$work/$1.part" "$2" "$3" "$1"
  mv "$work/$1.part" "$work/$1.jsonl"
}
write_corpus train "$examples" 20261121
write_corpus heldOut 2000 77
"$python" "$here/train.py" --work "$work" --minutes "$minutes"
"$python" "$here/exportGguf.py" --work "$work" --out "$here/../public/writer/embedded-writer.gguf"
