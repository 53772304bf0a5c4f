#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What takes too long for every change, with the large numbers: `tools/nightly.sh [PART ...]`, all parts if none is named.
# Parts: tests bombs sizes soak differential faults fuzz platforms audit mutation. Needs `.[test,lint,fuzz]`; audit asks
# a database in the network, with what requirements/audit.txt locks. Ends with 1 if a part is red or was not possible.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
python="${PYTHON:-.venv/bin/python}"
export AIACT_GATE_NIGHTLY=1 AIACT_GATE_FUZZ_SECONDS="${AIACT_GATE_FUZZ_SECONDS:-600}"

audit() {
  local folder
  folder=$(mktemp -d)
  "$python" -m venv "$folder" &&
    "$folder/bin/pip" install --quiet --require-hashes --only-binary :all: -r requirements/audit.txt &&
    "$folder/bin/python" tools/audit.py
  local code=$?
  rm -rf "$folder"
  return "$code"
}

red=()
for part in "${@:-tests bombs sizes soak differential faults fuzz platforms audit mutation}"; do
  for one in $part; do
    echo "== $one"
    case "$one" in
      audit) audit ;;
      mutation) "$python" tools/mutate.py ;;
      *) "$python" tools/reliability.py "$one" ;;
    esac || red+=("$one")
  done
done
echo "red or not possible: ${red[*]:-none}"
[ "${#red[@]}" -eq 0 ]
