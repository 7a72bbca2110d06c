#!/usr/bin/env bash
# Runs a command with CHROMIUM naming a Chromium or Chrome: the one that CHROMIUM already names, the machine's own, or
# Debian's, installed here as root.
set -euo pipefail

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
}

if [ -n "${CHROMIUM:-}" ] && ! command -v "$CHROMIUM" >/dev/null; then
  echo "CHROMIUM names $CHROMIUM, which is not a program here; looking for another." >&2
fi
browser=$(find_browser)
if [ -z "$browser" ] && command -v apt-get >/dev/null; then
  as_root=()
  if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
  if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    echo 'Installing Chromium for the journeys in a real browser…'
    { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium; } >/dev/null || true
    browser=$(find_browser)
  fi
fi
if [ -z "$browser" ]; then
  cat >&2 <<'MESSAGE'
The journeys need Chromium or Chrome, and there is none on this machine.
Install it (Debian, Ubuntu: apt-get install chromium), or name it: CHROMIUM=/path/to/chrome make test
Everything else: .venv/bin/pytest -m 'not journey'
MESSAGE
  exit 1
fi
export CHROMIUM=$browser
exec "$@"
