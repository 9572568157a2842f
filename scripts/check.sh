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

case ${1:-} in
  static) static ;;
  tests) pytest -q -n 2 --dist loadfile ;;
  all) static && pytest -q -n 2 --dist loadfile ;;
  soak) FACILITATOR_ATTACKS=full pytest -q -n 2 -m attack ;;
  *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac
