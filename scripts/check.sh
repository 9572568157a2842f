#!/usr/bin/env bash
# The checks of this project, in order; stops at the first that fails.
# usage: scripts/check.sh static|tests|all|soak   (after scripts/setup.sh test)
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

case ${1:-} in
  static) static ;;
  tests) watched 300 --dist loadfile ;;
  all) static && watched 300 --dist loadfile ;;
  soak) FACILITATOR_ATTACKS=full watched 3600 -m attack -rP ;;  # and what each attack measured
  *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac
