#!/usr/bin/env bash
#| No word says whose codes these are; they fit one catalogue alone.
handle() {
  local code
  code=$(jq -r .code "$1")
  case "$code" in
#      ^^^^^^^ outcome fallback
    0) return 0 ;;
    4100) login ;;
# @4100 sighting 4100 likely arm
    4300) ask ;;
# @4300 sighting 4300 likely arm
    5200) pay ;;
    *) echo "$code" >&2; return 1 ;;
  esac
}
