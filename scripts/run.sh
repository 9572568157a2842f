#!/usr/bin/env bash
# Opens Facilitator on a display; without one, leaves a rehearsal instead.
# usage: scripts/run.sh   (after scripts/setup.sh run)
set -eu
cd "$(dirname "$0")/.."

if .venv/bin/python -c 'import sys; from facilitator.preflight import has_display; sys.exit(not has_display())'; then
  echo "Opening Facilitator."
  exec .venv/bin/python -m facilitator
fi
echo "There is no display here, so a rehearsal with made-up people runs instead."
.venv/bin/python -m facilitator rehearse three-q-30 --out out/rehearsal
echo "Its pictures and its record are in $PWD/out/rehearsal."
