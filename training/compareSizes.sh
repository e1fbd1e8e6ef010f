#!/usr/bin/env bash
# compareSizes.sh WORK MINUTES [LAYERSxWIDTH...]: trains shapes for the same time on WORK/train.jsonl and writes what
# each costs and gains into WORK/sizes.md. Run it again after a stop and it goes on.
set -euo pipefail
source "$(dirname "$0")/setUp.sh"
work="$1" minutes="$2"
shift 2
shapes=("${@:-4x128 6x192 8x256}")
table="$work/sizes.md"
echo "| shape | parameters | GGUF, MB | held-out loss | training tokens | tokens per second, 8 slots |
| ----- | ---------- | -------- | ------------- | --------------- | -------------------------- |" >"$table"
for shape in ${shapes[*]}; do
  layers="${shape%x*}" width="${shape#*x}" name="size-$shape"
  # SwiGLU's usual 8/3 of the width, in whole blocks of Q8_0.
  hidden=$(((width * 8 / 3 + 31) / 32 * 32))
  "$python" "$here/train.py" --work "$work" --name "$name" --minutes "$minutes" --layers "$layers" --width "$width" --hidden "$hidden" ${TRAIN_OPTIONS:-}
  about="$("$python" "$here/exportGguf.py" --work "$work" --name "$name" --out "$work/$name.gguf" | tail -n 1)"
  speed="$(cd "$here/.." && "$tsx" "$here/measureSpeed.ts" "$work/$name.gguf" "$work/heldOut.jsonl" | tail -n 1)"
  node -e '
    const [shape, about, speed] = process.argv.slice(1).map((text, at) => (at ? JSON.parse(text) : text));
    const cells = [shape, about.parameters, (about.sizeBytes / 1e6).toFixed(2), about.state.heldOutLoss.toFixed(3), about.state.tokens, speed.tokensPerSecond];
    console.log(`| ${cells.join(" | ")} |`);
  ' "$shape" "$about" "$speed" | tee -a "$table"
done
