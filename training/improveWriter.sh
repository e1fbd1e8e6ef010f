#!/usr/bin/env bash
# improveWriter.sh WORK ROUND [TASKS] [MINUTES]: the writer of the round before writes texts for new tasks, the app's
# checks choose among them, and it goes on learning from those and the curriculum. A line for WORK/curve.jsonl says how
# many of the first tries passed, and the held-out loss of the weights that wrote them. Round 1 starts from `writer`;
# round N makes the checkpoint `roundN`. Run it again after a stop and it goes on.
set -euo pipefail
source "$(dirname "$0")/setUp.sh"
work="$1" round="$2" tasks="${3:-4000}" minutes="${4:-15}"
before="writer"
[ "$round" -gt 1 ] && before="round$((round - 1))"

write_samples() { "$python" "$here/sampleTexts.py" --work "$work" --name "$before" --tasks "$work/tasks$round.jsonl" --count "$tasks" --temperature "${TEMPERATURE:-0.5}" --seed "$round" --out "$1"; }
keep_accepted() {
  "$tsx" "$here/corpus/keepAccepted.ts" "$work/sampled$round.jsonl" "$1" "$work/train.jsonl" | tail -n 1 >"$work/kept$round.json"
  "$python" "$here/writeRound.py" --work "$work" --name "$before" --round "$round"
}
write_once "$work/tasks$round.jsonl" write_tasks "$tasks" "$((20261121 + round))"
write_once "$work/sampled$round.jsonl" write_samples
write_once "$work/kept$round.jsonl" keep_accepted

# Three quarters of what it reads is still the curriculum; the rest comes from all rounds alike.
corpora=(--corpus "$work/train.jsonl" 0.75)
for number in $(seq 1 "$round"); do
  corpora+=(--corpus "$work/kept$number.jsonl" "$(node -p "0.25 / $round")")
done
"$python" "$here/train.py" --work "$work" --name "round$round" --start-from "$work/$before.npz" \
  "${corpora[@]}" --minutes "$minutes" --muon-rate 0.01 --adam-rate 0.002 --decay-from 0 --seed "$((20261121 + round))"
