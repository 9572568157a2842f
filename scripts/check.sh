#!/usr/bin/env bash
# The checks of this project, in order; stops at the first that fails.
# usage: scripts/check.sh static|tests|programs|all|soak   (after scripts/setup.sh test)
set -eu
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
unset PYTHONDONTWRITEBYTECODE  # the tests start hundreds of processes; none compiles us again

quick() {
  ruff format --check .
  ruff check .
  lint-imports
}

# Types are checked beside the tests, which leave one of two cores idle now and then.
all() {
  quick
  types=$(mktemp)
  trap 'rm -f "$types"' EXIT
  mypy >"$types" 2>&1 &
  tests && tested=0 || tested=$?
  wait $! || tested=$?
  cat "$types"
  return $tested
}

# A test that hangs for minutes, or crashes, prints where and ends the run.
watched() {
  pytest -q -n 2 --max-worker-restart 0 -o faulthandler_exit_on_timeout=true -o "faulthandler_timeout=$1" "${@:2}"
}

# Tests that start programs come first; they are the longest, and the short ones fill up both ends.
tests() {
  watched 300 --dist worksteal "$@"
}

case ${1:-} in
  static) quick && mypy ;;
  tests) tests ;;
  programs) tests -m programs ;;
  all) all ;;
  soak) FACILITATOR_ATTACKS=full watched 3600 -m attack -rP ;;  # and what each attack measured
  *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac
