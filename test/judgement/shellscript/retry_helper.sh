#!/usr/bin/env bash
#| Calls again while that can help.
# Used by all scripts that talk to the qcloud API.

RETRYABLE_CODES=(4400 4500 6000 6200)
# @4400 sighting 4400 certain member
# @6000 sighting 6000 certain member
# @RETRYABLE_CODES outcome retry-set

is_retryable() {
  local code=$1 one
  for one in "${RETRYABLE_CODES[@]}"; do
    if [ "$code" = "$one" ]; then
      return 0
    fi
  done
  return 1
}

with_retries() {
  local attempt reply code
  for attempt in 1 2 3 4 5; do
    reply=$("$@")
    code=$(jq -r .code <<<"$reply")
    case "$code" in
#        ^^^^^^^ outcome fallback
      0)
        echo "$reply"
        return 0
        ;;
      4400|6000|6200)
        sleep $((attempt * attempt))
        ;;
      4100)
#     ^^^^ finding retried-fatal-code 4100
        sleep 5
        ;;
      *)
        echo "failed with $code" >&2
        return 1
        ;;
    esac
  done
  return 1
}

wait_until_running() {
  local tries=0 code=''
  until [ "$code" = 0 ] || [ "$tries" -ge 60 ]; do
    code=$(call DescribeInstances "$1" | jq -r .code)
    if [ "$code" = 5000 ]; then
# @5000 sighting 5000 certain comparison
      echo "no instance $1" >&2
      return 1
    fi
    tries=$((tries + 1))
    sleep 5
  done
}
