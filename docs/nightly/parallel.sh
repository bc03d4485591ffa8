#!/usr/bin/env bash
# parallel.sh SHARDS PLANS OUT [OPTION…]: builds a batch in SHARDS parts with GNU parallel, and merges them.
# OPTIONs are those of `pysar build`; the exit status is that of `pysar build`. To spread the parts over machines that
# share both folders (absolute paths), one part at a time each: PARALLEL='--jobs 1 --sshlogin one,two,three' parallel.sh …
set -euo pipefail

[ $# -ge 3 ] || { echo 'parallel.sh SHARDS PLANS OUT [OPTION of pysar build]…' >&2; exit 64; }
shards=$1 plans=$2 out=$3
shift 3
shared=() # what the merge must know, too
for ((place = 1; place <= $#; place++)); do
  case ${!place} in
    --lang | --templates) shared+=("${@:place:2}") ;;
    --lang=* | --templates=*) shared+=("${!place}") ;;
  esac
done

# A part with errors in its plans (1) has done its work: what is wrong is told when all are merged.
export SHELL=/bin/bash
parallel --will-cite --keep-order \
  "pysar build ${plans@Q} --out ${out@Q} --shard {#}/$shards ${*@Q} > /dev/null || test \$? -eq 1" \
  ::: $(seq "$shards") || { echo 'Not all parts are built; run this again.' >&2; exit 2; }
pysar manifest merge "$out" "${shared[@]}"
