#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What takes too long for every change: large numbers, long fuzzing, mutation. Needs hours, `.[test]` and atheris.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-.venv/bin/python}"
export AIACT_GATE_NIGHTLY=1 AIACT_GATE_FUZZ_SECONDS="${AIACT_GATE_FUZZ_SECONDS:-600}"
failed=0
run() { echo "== $*"; "$@" || failed=1; }

run "$python" tools/reliability.py
if grep -qE '^\| .*\) \| [0-9]+ \| [0-9]+ \| [0-9]+ \| [1-9]|^\| `fuzz/.* \| 1 \|$' docs/reliability.md; then failed=1; fi
if [ -f tools/mutate.py ]; then run "$python" tools/mutate.py; fi
exit "$failed"
