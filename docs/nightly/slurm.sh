#!/usr/bin/env bash
# slurm.sh PLANS OUT [OPTION…]: builds a batch as a Slurm array, and merges its parts. PLANS and OUT, absolute paths,
# are on a file system that all nodes share. OPTIONs are those of `pysar build`. Prints the number of the merging
# job, whose exit status is that of `pysar build`: sacct -j NUMBER -X -o State,ExitCode
#
#SBATCH --job-name=pysar
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=512M
#SBATCH --time=01:00:00
set -euo pipefail

if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then # one part, on a node
  status=0
  srun pysar build "$@" --jobs "$SLURM_CPUS_PER_TASK" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" || status=$?
  # Errors in plans (1) are told when all parts are merged; a part that could not be built (2) is no success.
  [ "$status" -eq 1 ] || exit "$status"
  exit 0
fi

[ $# -ge 2 ] || { echo 'slurm.sh PLANS OUT [OPTION of pysar build]…' >&2; exit 64; }
plans=$1 out=$2
shift 2
shared=() # what the merge must know, too
for ((place = 1; place <= $#; place++)); do
  case ${!place} in
    --lang | --templates) shared+=("${@:place:2}") ;;
    --lang=* | --templates=*) shared+=("${!place}") ;;
  esac
done
today=$(TZ=Europe/Kyiv date +%F) # the same for all parts, whenever they run
array=$(sbatch --parsable "$0" "$plans" --out "$out" --signed-off --as-of "$today" "$@")
sbatch --parsable --job-name=pysar-merge --mem=512M --time=01:00:00 \
  --dependency="afterany:$array" --wrap "pysar manifest merge ${out@Q} ${shared[*]@Q}"
