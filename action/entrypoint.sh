#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the gate from this checkout and judges; the outputs are written before the exit code is given back.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly venv="$RUNNER_TEMP/aiact-gate-venv"
folder=$(mktemp -d "$RUNNER_TEMP/aiact-gate.XXXXXX")
readonly folder
readonly messages="$folder/messages.txt"

# Nothing of the repository that is judged may be imported: -I drops its folder from the search path.
unset PYTHONPATH PYTHONHOME PYTHONSTARTUP
gate_python() { "$venv/bin/python" -I "$@"; }

install_gate() { # joined by &&, as the caller's || switches `set -e` off
  local pip=(-m pip --quiet --disable-pip-version-check --no-input install --no-compile)
  [[ -f $venv/installed ]] || { # else an earlier step of this job did it
    "${AIACT_GATE_PYTHON:-python3}" -I -m venv --clear "$venv" &&
      gate_python "${pip[@]}" --require-hashes --only-binary :all: \
        -r "$root/requirements/build.txt" -r "$root/requirements/action.txt" &&
      gate_python "${pip[@]}" --no-index --no-deps --no-build-isolation "$root" &&
      touch "$venv/installed"
  }
}

each_line() { # OPTION TEXT: add OPTION and one argument for each line that is not blank
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    if [[ -n ${line//[[:space:]]/} ]]; then
      [[ -n $1 ]] && arguments+=("$1")
      arguments+=("$line")
    fi
  done <<<"$2"
}

arguments=()
given() { # OPTION VALUE: add both if there is a value
  [[ -z $2 ]] || arguments+=("$1" "$2")
}

flag() { # OPTION VALUE: add the option for `true`
  case $2 in
    true) arguments+=("$1") ;;
    false) ;;
    *) echo "aiact-gate: ${1#--} is 'true' or 'false', not '$2'" >&2 && return 2 ;;
  esac
}

not_compared=""
arguments_of_change() {
  local base=$AIACT_GATE_BASE trusted=$AIACT_GATE_TRUSTED_REF
  [[ $trusted != auto ]] || trusted=$AIACT_GATE_TARGET
  given --trusted-ref "$trusted"
  if [[ $base == auto ]]; then
    base=$AIACT_GATE_TARGET
    if [[ -n $base ]] && ! not_compared=$(lacking "$base"); then
      base="" not_compared=${not_compared:-git did not answer}
    fi
    # without a change to look at, everything is judged
    [[ -n $base ]] || AIACT_GATE_CHANGED_ONLY=${AIACT_GATE_CHANGED_ONLY/#true/false}
  fi
  given --base "$base"
  flag --changed-only "$AIACT_GATE_CHANGED_ONLY"
}

lacking() { # REF: say why the checkout cannot be compared with it
  gate_python - "$1" <<'PYTHON'
import sys
from pathlib import Path

from aiact_gate.compare.store import Store
from aiact_gate.discover import top_of
from aiact_gate.errors import GateError

try:
    with Store.open(top_of([Path.cwd()])) as store:
        store.merge_base(sys.argv[1])
except GateError as error:
    print(error.message, error.hint, sep=": ")
    sys.exit(1)
PYTHON
}

collect_arguments() {
  local name formats
  read -ra formats <<<"${AIACT_GATE_FORMATS//$'\n'/ } sarif markdown github json" # json last: where it is, the others are
  given --engine "$AIACT_GATE_ENGINE"
  given --opa-url "$AIACT_GATE_URL"
  given --opa-ca "$AIACT_GATE_CA"
  given --opa-cert "$AIACT_GATE_CERT"
  given --opa-key "$AIACT_GATE_KEY"
  [[ -z $AIACT_GATE_TOKEN ]] || export AIACT_GATE_OPA_TOKEN=$AIACT_GATE_TOKEN
  given --as-of "$AIACT_GATE_AS_OF"
  given --fail-on "$AIACT_GATE_FAIL_ON"
  given --lead-days "$AIACT_GATE_LEAD_DAYS"
  given --config "$AIACT_GATE_CONFIG"
  given --profile "$AIACT_GATE_PROFILE"
  given --waivers "$AIACT_GATE_WAIVERS"
  given --baseline "$AIACT_GATE_BASELINE"
  flag --report-only "$AIACT_GATE_REPORT_ONLY" || return 2
  flag --no-waivers "$AIACT_GATE_NO_WAIVERS" || return 2
  arguments_of_change || return 2
  each_line --policy "$AIACT_GATE_POLICIES"
  each_line --exclude "$AIACT_GATE_EXCLUDE"
  for name in "${formats[@]}"; do
    arguments+=(--output "$name=$folder/$(file_of "$name")")
  done
  arguments+=(--)
  each_line "" "$AIACT_GATE_PATHS"
}

file_of() {
  case $1 in
    json) echo report.json ;;
    sarif) echo report.sarif ;;
    junit) echo junit.xml ;;
    markdown) echo summary.md ;;
    html) echo report.html ;;
    gitlab) echo gitlab.json ;;
    *) echo "$1.txt" ;;
  esac
}

judge() {
  install_gate || { echo "aiact-gate: the installation failed" >&2 && return 2; }
  collect_arguments || return 2
  gate_python -m aiact_gate check --color never "${arguments[@]}" || return $?
}

outputs_of_report() {
  gate_python - "$folder/report.json" <<'PYTHON'
import json, sys

with open(sys.argv[1], encoding="utf-8") as stream:
    report = json.load(stream)
print("verdict", report["verdict"], sep="=")
print("counts", json.dumps(report["counts"]), sep="=")
print("errors", int(report["counts"]["error"]), sep="=")
print("warnings", int(report["counts"]["warning"]), sep="=")
PYTHON
}

escaped() { # for the message of a workflow command
  local text=$1
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

told_by_report() {
  cat "$folder/github.txt"
  [[ -z $not_compared ]] || echo "::notice title=aiact-gate::$(escaped "not compared with $AIACT_GATE_TARGET: $not_compared")"
  cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
  {
    outputs_of_report
    echo "report=$folder/report.json"
    echo "sarif=$folder/report.sarif"
  } >>"$GITHUB_OUTPUT"
}

told_by_messages() {
  local text fence='````'
  text=$(tail -c 4000 "$messages")
  echo "::error title=aiact-gate::$(escaped "could not judge: $text")"
  printf '# Could not judge\n\n%s\n%s\n%s\n' "$fence" "$(tr '`' "'" <<<"$text")" "$fence" >>"$GITHUB_STEP_SUMMARY"
  echo "verdict=error" >>"$GITHUB_OUTPUT"
}

# What the repository says may look like a workflow command: the runner obeys none until it sees the token again.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
code=0
judge 2>"$messages" || code=$?
cat "$messages"
echo "::$token::"

if ((code < 2)) && [[ -f $folder/report.json ]]; then
  told_by_report
else
  code=2 # whatever it was: without a whole report nothing was judged
  told_by_messages
fi
{
  echo "exit-code=$code"
  echo "folder=$folder"
} >>"$GITHUB_OUTPUT"
exit "$code"
