#!/usr/bin/env bash
# A step of action.yml: the check, with its reports in files and its exit code in an output, for the steps that follow.
#
# PROGRAM        vendorlint
# CHECKED_PATHS, POLICIES, ARGUMENTS   one per line; may be empty
# FAIL_ON        a severity, or empty
# POLICY_FROM    a revision, pull-request, or empty
# EXTRACT        true: stale facts fail, too
#
# Written for bash 3.2, which macOS has: no arrays.
set -euo pipefail

reports=$RUNNER_TEMP/vendorlint-reports
rm -rf "$reports"
mkdir -p "$reports"

# Facts that are what extract reads need not be extracted a second time.
stale=0
trust=
if [[ $EXTRACT == true ]]; then
  "$PROGRAM" extract --check || stale=$?
  [[ $stale -ne 0 ]] || trust=--trust-facts
fi

set -- ${trust:+"$trust"} --output github --output "text=$reports/vendorlint.txt" \
  --output "sarif=$reports/vendorlint.sarif" --output "markdown=$reports/vendorlint.md"
if [[ -n $FAIL_ON ]]; then
  set -- "$@" --fail-on "$FAIL_ON"
fi
if [[ -n $POLICY_FROM ]]; then
  set -- "$@" "--policy-from=$POLICY_FROM"
fi
while IFS= read -r line; do
  [[ -z $line ]] || set -- "$@" --policy "$line"
done <<<"$POLICIES"
while IFS= read -r line; do
  [[ -z $line ]] || set -- "$@" "$line"
done <<<"$ARGUMENTS"
set -- "$@" --
while IFS= read -r line; do
  [[ -z $line ]] || set -- "$@" "$line"
done <<<"$CHECKED_PATHS"

code=0
"$PROGRAM" check "$@" || code=$?

# What it quotes of contracts is escaped: no line of theirs is a command to the runner.
[[ ! -f $reports/vendorlint.txt ]] || cat "$reports/vendorlint.txt"

[[ $code -ne 0 ]] || code=$stale

{
  echo "exit-code=$code"
  [[ ! -f $reports/vendorlint.sarif ]] || echo "sarif-file=$reports/vendorlint.sarif"
  [[ ! -f $reports/vendorlint.md ]] || echo "markdown-file=$reports/vendorlint.md"
} >>"$GITHUB_OUTPUT"
