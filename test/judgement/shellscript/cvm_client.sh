#!/usr/bin/env bash
#| A small client of API 2.0: signs, calls, and says what came back.
set -euo pipefail

readonly HOST=cvm.api.qcloud.com
readonly REGION=${REGION:-gz}

sign() {
  local query=$1
  printf '%s' "GET${HOST}/v2/index.php?${query}" | openssl dgst -sha1 -hmac "$SECRET_KEY" -binary | base64
}

call() {
  local action=$1 query signature
  shift
  query="Action=${action}&Region=${REGION}&Nonce=${RANDOM}&Timestamp=$(date +%s)"
  signature=$(sign "$query")
  curl --silent --max-time 4000 --get "https://${HOST}/v2/index.php" --data "${query}" --data-urlencode "Signature=${signature}"
# @4000 nothing
}

describe() {
  local reply code
  reply=$(call DescribeInstances)
  code=$(jq -r '.code' <<<"$reply")
  case "$code" in
#      ^^^^^^^ outcome reported 4100,4300
#      ^^^^^^^ finding unhandled-fatal-code *
    0)
      jq -r '.instanceSet[].instanceId' <<<"$reply"
      ;;
    4100)
# @4100 sighting 4100 certain arm
      echo "check SECRET_ID and SECRET_KEY" >&2
      exit 2
      ;;
    4300)
# @4300 sighting 4300 certain arm
      echo "this account may not list instances" >&2
      exit 3
      ;;
  esac
}

stop() {
  local reply code
  reply=$(call StopInstances "instanceIds.1=$1")
  code=$(jq -r '.code' <<<"$reply")
  if [[ $code == 0 ]]; then
#       ^^^^^ outcome fallback 5000
    echo "stopped $1"
  elif [[ $code == 5000 ]]; then
# @5000 sighting 5000 certain comparison
    echo "there is no $1"
  else
    echo "cannot stop $1: $(jq -r .message <<<"$reply")" >&2
    exit 1
  fi
}

case "${1:-}" in
  list) describe ;;
  stop) stop "$2" ;;
  *) echo "usage: $0 list|stop ID" >&2; exit 64 ;;
esac
