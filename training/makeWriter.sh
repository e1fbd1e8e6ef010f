#!/usr/bin/env bash
# makeWriter.sh WORK [MINUTES] [EXAMPLES]: corpus, training, export. Run it again after a stop and it goes on.
set -euo pipefail
source "$(dirname "$0")/setUp.sh"
work="$1" minutes="${2:-60}" examples="${3:-170000}"
mkdir -p "$work" "$writer"
write_once "$work/train.jsonl" write_corpus "$examples" 20261130 train
write_once "$work/heldOut.jsonl" write_corpus 2000 77 heldOut
"$python" "$here/train.py" --work "$work" --minutes "$minutes"
"$here/exportWriter.sh" "$work"
