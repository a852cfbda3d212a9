#!/usr/bin/env bash
#| Uploads a certificate; ports and sizes stand beside the codes.
. /opt/qcloud/lib/call.sh

PORT=4100
# @4100 nothing
MAX_SIZE=4000
# @4000 nothing
TIMEOUT=5000
# @5000 nothing

upload() {
  local size reply code
  size=$(stat -c %s "$1")
  if [ "$size" -gt 4000 ]; then
# @4000 nothing
    echo "$1 is larger than $MAX_SIZE bytes" >&2
    return 1
  fi
  reply=$(call UploadCert "$1")
  code=$(echo "$reply" | jq -r .code)
  [ "$code" -eq 0 ] && return 0
#   ^^^^^^^ outcome fallback 4000
  if [ "$code" -eq 4000 ]; then
# @4000 sighting 4000 certain comparison
    echo "the certificate is not understood: $(echo "$reply" | jq -r .message)" >&2
  fi
  return 1
}

serve() {
  nc -l 4300
# @4300 nothing
  python3 -m http.server 5000
# @5000 nothing
  sleep 6000
# @6000 nothing
  ulimit -n 4600
# @4600 nothing
}
