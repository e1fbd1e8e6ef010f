# Sourced by the scripts beside it: where things are, and a Python with what training needs.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
tsx="$here/../node_modules/.bin/tsx"
writer="$here/../public/writer"
# Large arrays come and go with every step: memory that glibc gives back costs a quarter of the time to get again.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456 MALLOC_ARENA_MAX=1
export GLIBC_TUNABLES=glibc.malloc.hugetlb=1
python="$(node "$here/../tools/python.mjs")"

# write_once FILE COMMAND...: runs a command with a name to write to in the end, unless FILE is there already.
write_once() {
  local file="$1"
  shift
  if [ ! -f "$file" ]; then
    "$@" "$file.part"
    mv "$file.part" "$file"
  fi
}

write_corpus() { "$tsx" "$here/corpus/writeCorpus.ts" "$4" "$1" "$2" "$3"; }
write_tasks() { "$tsx" "$here/writeTasks.ts" "$3" "$1" "$2"; }
