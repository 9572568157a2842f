#!/usr/bin/env bash
# The checks of this project, in order; stops at the first that fails.
# usage: scripts/check.sh static|tests|programs|all|soak   (after scripts/setup.sh test)
set -eu
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

static() {
  ruff format --check .
  ruff check .
  mypy
  lint-imports
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
  static) static ;;
  tests) tests ;;
  programs) tests -m programs ;;
  all) static && tests ;;
  soak) FACILITATOR_ATTACKS=full watched 3600 -m attack -rP ;;  # and what each attack measured
  *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac
