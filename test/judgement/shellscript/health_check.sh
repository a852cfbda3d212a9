#!/bin/sh
#| Looks whether services answer: HTTP statuses and exit statuses only.
# The hosts run beside the qcloud API gateway.
check_http() {
  code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:4100/health")
# @4100 nothing
  if [ "$code" -ne 200 ]; then
    echo "$1 answers $code"
    return 1
  fi
}

check_exit() {
  /usr/local/bin/probe --port 4300
# @4300 nothing
  code=$?
  case "$code" in
    0) ;;
    4100) echo "odd" ;;
#   ^^^^ nothing
    4300|5000) echo "odder" ;;
# @4300 nothing
# @5000 nothing
  esac
}

check_rc() {
  probe
  rc=$?
  if [ "$rc" -eq 4100 ]; then
# @4100 nothing
    exit "$rc"
  fi
}

check_status() {
  http_status=$(curl -s -o /dev/null -w "%{http_code}" "$1")
  [ "$http_status" = 5000 ] && return 1
# @5000 nothing
  status_code=$(curl -sI "$1" | head -n 1 | cut -d ' ' -f 2)
  [ "$status_code" = 4300 ] && return 1
# @4300 nothing
  return 0
}
