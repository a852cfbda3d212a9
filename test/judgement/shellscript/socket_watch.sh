#!/usr/bin/env bash
#| Close codes of a gateway's socket.
on_close() {
  local close_code=$1
  case "$close_code" in
    1000|1001) exit 0 ;;
    4000|4001|4002) reconnect ;;
#   ^^^^ nothing
    4004) echo "bad token" >&2; exit 1 ;;
    4100) resume ;;
#   ^^^^ nothing
    4300) resume ;;
#   ^^^^ nothing
  esac
}

websocat --exit-on-eof "$GATEWAY" 2>&1 | while read -r line; do
  code=${line##*close code }
  [ "$code" = 4009 ] && reconnect
done
