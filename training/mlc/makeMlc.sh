#!/usr/bin/env bash
# makeMlc.sh WORK [OUT]: the embedded writer as a folder that web-llm loads. WORK is any folder outside the repository:
# Python's packages and the built runtime stay there for the next time.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
work="$1"
out="${2:-$root/test/models/writer-mlc}"
command -v emcc > /dev/null || {
  echo "Emscripten's emcc is needed (Debian: apt-get install emscripten)." >&2
  exit 1
}
python="$work/python/bin/python"
[ -x "$python" ] || python3 -m venv "$work/python"
"$python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
"$python" "$here/makeMlc.py" --work "$work" --out "$out" \
  --gguf "$root/public/writer/embedded-writer.gguf" --tokenizer "$root/training/tokenizer.json"
