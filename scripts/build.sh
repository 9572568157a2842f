#!/usr/bin/env bash
# Builds the wheel and the frozen program into dist/, and tries both: each must find its plans.
# usage: scripts/build.sh [wheel|frozen]   (after scripts/setup.sh test; both by default)
set -eu
cd "$(dirname "$0")/.."
what=${1:-both}
case $what in wheel | frozen | both) ;; *) sed -n '2,3p' "$0" >&2; exit 2 ;; esac
python=$PWD/.venv/bin/python
"$python" -m pip install --quiet --disable-pip-version-check "build>=1.2" "pyinstaller>=6.11"

try() {  # the program, outside the checkout, with a home of its own
  home=$(mktemp -d)
  (cd "$home" && HOME=$home QT_QPA_PLATFORM=offscreen "$@" doctor) || { echo "$1 does not run." >&2; exit 1; }
  rm -rf "$home"
}

if [ "$what" != frozen ]; then
  rm -f dist/facilitator-*.whl
  "$python" -m build --wheel --outdir dist .
  # into a fresh environment that borrows only the dependencies of ours
  trial=$(mktemp -d)
  "$python" -m venv "$trial"
  "$trial/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps dist/facilitator-*.whl
  site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  "$trial/bin/python" -c "import sysconfig, pathlib; pathlib.Path(sysconfig.get_path('purelib'), 'borrowed.pth').write_text('$site\n')"
  (cd "$trial" && bin/python -c "
from facilitator.resources import resource
for name in ('plans', 'fonts', 'sentences', 'icons'):
    place = resource(name)
    assert '_resources' in place.parts and any(place.iterdir()), place
")
  try "$trial/bin/facilitator"
  rm -rf "$trial"
fi

if [ "$what" != wheel ]; then
  "$python" scripts/pictures.py --check  # README and guide show the program as it is
  "$python" -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build build.spec
  try "$PWD/dist/Facilitator/facilitator"
fi
echo "Built and tried: $what, in dist/"
