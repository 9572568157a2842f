#!/usr/bin/env bash
# A real X server with a laptop (DUMMY0) and a projector (DUMMY1) that can be plugged in and pulled out,
# so that the program can be run and driven with two true screens on a machine that has none.
#
# usage: scripts/two_screens.sh install            the Debian packages it needs (as root)
#        scripts/two_screens.sh start [:79]        start it with the projector plugged in; prints DISPLAY
#        scripts/two_screens.sh unplug [:79]       pull the projector out
#        scripts/two_screens.sh plug [:79] [SIZE] [left-of|right-of|same-as]
#                                                  plug it in again; same-as mirrors the laptop
#        scripts/two_screens.sh laptop [:79] SIZE  give the laptop another size, such as 1366x768
#        scripts/two_screens.sh lid [:79] close|open
#                                                  shut the laptop, so that only the projector is left; open it
#        scripts/two_screens.sh stop [:79]         end it
#
# Then, for example:
#   export DISPLAY=:79; openbox & facilitator & xdotool key Right; import -window root shot.png
#
# Exits 1 with a sentence if the server does not start or a screen does not change as asked.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
what=${1:-}
display=${2:-:79}
pidfile=${TMPDIR:-/tmp}/two_screens$display.pid
log=${TMPDIR:-/tmp}/two_screens$display.log

fail() { echo "two_screens: $*" >&2; exit 1; }
usage() { sed -n '5,13p' "$0" >&2; exit 2; }
randr() { DISPLAY=$display xrandr "$@"; }

# Whether an output shows a size (and begins at a place): "1920x1080+1280+0", "1920x1080+".
shows() { randr --query | grep -q "^$1 connected.* $2"; }
must_show() { shows "$1" "$2" || fail "$1 does not show $2 (see xrandr and $log)."; }
running() { [ -e "$pidfile" ] && kill -0 "$(cat "$pidfile")" 2>/dev/null; }
must_run() { running || fail "no server of ours runs on $display; start it first."; }

add_mode() {  # OUTPUT SIZE, also where the server does not know the size
  randr --addmode "$1" "$2" 2>/dev/null && return
  local width=${2%x*} height=${2#*x}
  case $width$height in *[!0-9]* | '') fail "$2 is not a size such as 1920x1080." ;; esac
  randr --newmode "$2" 60 "$width" $((width + 16)) $((width + 32)) $((width + 64)) \
    "$height" $((height + 3)) $((height + 8)) $((height + 16)) 2>/dev/null || true
  randr --addmode "$1" "$2" || fail "the server cannot show $2."
}

start() {
  for program in Xorg xrandr; do command -v "$program" >/dev/null || fail "$program is missing; run: $0 install"; done
  if running; then fail "a server runs on $display already."; fi
  DISPLAY=$display xrandr >/dev/null 2>&1 && fail "another server answers on $display; name another display."
  Xorg "$display" -config "$here/two_screens.conf" -logfile "$log" -noreset -sharevts -novtswitch >/dev/null 2>&1 &
  echo $! >"$pidfile"
  for _ in $(seq 100); do
    running || { rm -f "$pidfile"; fail "the server did not start: $(grep -m1 '(EE)' "$log" || echo "see $log")"; }
    randr >/dev/null 2>&1 && break
    sleep 0.1
  done
  randr >/dev/null 2>&1 || fail "the server does not answer after 10 seconds (see $log)."
  add_mode DUMMY0 1280x800
  randr --output DUMMY0 --mode 1280x800 --primary
  add_mode DUMMY1 1920x1080
  randr --output DUMMY1 --mode 1920x1080 --right-of DUMMY0
  must_show DUMMY0 "primary 1280x800+0+0"
  must_show DUMMY1 "1920x1080+1280+0"
  echo "DISPLAY=$display"
}

plug() {
  local size=${1:-1920x1080} place=${2:-right-of}
  case $place in left-of | right-of | same-as) ;; *) usage ;; esac
  add_mode DUMMY1 "$size"
  randr --output DUMMY1 --mode "$size" --"$place" DUMMY0
  must_show DUMMY1 "$size+"
}

case $what in
  install)
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends xserver-xorg-core \
      xserver-xorg-video-dummy x11-xserver-utils xdotool openbox imagemagick x11-utils
    ;;
  start) start ;;
  unplug)
    must_run
    randr --output DUMMY1 --off
    if shows DUMMY1 '[0-9]*x[0-9]*+'; then fail "the projector is still on."; fi
    ;;
  plug) must_run; plug "${3:-}" "${4:-}" ;;
  laptop)
    must_run
    size=${3:?$(usage)}
    add_mode DUMMY0 "$size"
    randr --output DUMMY0 --mode "$size" --primary
    if shows DUMMY1 '[0-9]*x[0-9]*+'; then randr --output DUMMY1 --right-of DUMMY0; fi
    must_show DUMMY0 "primary $size+"
    ;;
  lid)
    must_run
    case ${3:-} in
      close)
        randr --output DUMMY0 --off --output DUMMY1 --pos 0x0 --primary
        if shows DUMMY0 '[0-9]*x[0-9]*+'; then fail "the laptop is still on."; fi
        ;;
      open)
        randr --output DUMMY0 --mode 1280x800 --pos 0x0 --primary --output DUMMY1 --right-of DUMMY0
        must_show DUMMY0 "primary 1280x800+0+0"
        ;;
      *) usage ;;
    esac
    ;;
  stop)
    must_run
    pid=$(cat "$pidfile")
    kill "$pid"
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -0 "$pid" 2>/dev/null && fail "the server does not end."
    rm -f "$pidfile"
    ;;
  *) usage ;;
esac
