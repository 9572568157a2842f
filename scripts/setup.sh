#!/usr/bin/env bash
# Makes this checkout ready: system libraries, virtual environment, dependencies. Skips what is done.
# usage: scripts/setup.sh run|test
set -eu
cd "$(dirname "$0")/.."

kind=${1:-}
case $kind in
  run) extras="" programs="" ;;
  test) extras="[dev]" programs="strace=strace Xvfb=xvfb Xorg=xserver-xorg-core xrandr=x11-xserver-utils openbox=openbox" ;;
  *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }

# Run again after the folder was moved: the environment names its old path.
[ ! -e .venv/pyvenv.cfg ] || "$(command -v python3 || echo .venv/bin/python)" scripts/moved_venv.py

# As root, installs Debian packages; otherwise prints the one line to type, and stops.
need() {
  command -v apt-get >/dev/null || { say "Please install these with your system's package manager: $*"; exit 1; }
  if [ "$(id -u)" != 0 ]; then
    say "Some system packages are missing. Type this one line, then run make again:"
    say "  sudo apt-get update && sudo apt-get install -y $*"
    exit 1
  fi
  say "Installing system packages: $*"
  apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  for name in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.11 python3.14 python; do
    if command -v "$name" >/dev/null && new_enough "$name"; then echo "$name"; return; fi
  done
}

python=$(find_python)
if [ -z "$python" ]; then
  need python3 python3-venv
  python=$(find_python)
fi
[ -n "$python" ] || { say "Facilitator needs Python 3.11 or newer, and this system's is older. Install a newer one, then type: make $kind PYTHON=python3.12"; exit 1; }

has_venv() { [ -x .venv/bin/python ] && new_enough .venv/bin/python; }

venv_package() {
  case $python in python3.*) echo "$python-venv" ;; *) echo python3-venv ;; esac
}

# Everything that is missing at once, so that nobody has to type twice.
# shellcheck disable=SC2086  # lists of words
missing=$("$python" scripts/missing_packages.py $programs)
has_dummy_display() { ls /usr/lib*/xorg/modules/drivers/dummy_drv.so >/dev/null 2>&1; }
[ "$kind" != test ] || has_dummy_display || missing="$missing xserver-xorg-video-dummy"
# Without ensurepip an installed pip can fill the environment: that takes no admin rights.
has_ensurepip() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_pip() { "$python" -c 'import venv' 2>/dev/null && "$python" -m pip --python "$python" --version >/dev/null 2>&1; }
has_venv || has_ensurepip || has_pip || missing="$missing $(venv_package)"
optional=$("$python" scripts/missing_packages.py --optional)
[ "$kind" != test ] || missing="$missing $optional"  # the tests sound the chime
missing=$(echo $missing)  # without spaces where nothing is missing
# shellcheck disable=SC2086
[ -z "$missing" ] || need $missing

if [ "$kind" = run ] && [ -n "$optional" ]; then
  say "Facilitator runs without the chime and without reading aloud here. To have them, if you can: sudo apt-get install -y $optional"
fi

if ! has_venv; then
  say "Making a virtual environment in .venv"
  rm -rf .venv
  if has_ensurepip; then "$python" -m venv .venv; else "$python" -m venv --without-pip .venv; fi
fi
install() {
  if .venv/bin/python -c 'import pip' 2>/dev/null; then .venv/bin/python -m pip install "$@"
  else "$python" -m pip --python .venv/bin/python install "$@"; fi
}

# Record what was installed, so that it is installed again only when pyproject.toml has changed.
wanted="$(cksum <pyproject.toml) $(.venv/bin/python -V)"
for stamp in ".venv/installed-$kind" .venv/installed-test; do
  if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi
done
# A line for each package that pip gets: getting them all takes minutes, and pip is quiet or long.
tell_packages() {
  sed -nu -e 's/^ *Collecting \([A-Za-z0-9._-]*\).*/  getting \1/p' \
    -e 's/^Installing collected packages:.*/  putting them in place/p' >&2
}

say "Installing what Facilitator needs into .venv (the first time takes a few minutes)"
set -o pipefail
install --disable-pip-version-check --progress-bar off --editable ".$extras" | tell_packages
say "All of it is installed."
echo "$wanted" >".venv/installed-$kind"
