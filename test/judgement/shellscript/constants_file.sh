#| Constants in a file of their own, and who sources it.
#= file: lib/errors.sh
# The error codes of the qcloud API.
readonly ERR_CODE_PARAM=4000
readonly ERR_CODE_AUTH=4100
readonly ERR_CODE_QUOTA=4400
readonly DEFAULT_PORT=4300
# @4300 nothing
#= file: bin/create.sh
#!/usr/bin/env bash
source "$(dirname "$0")/../lib/errors.sh"

create() {
  local code
  code=$(qcloud_call RunInstances "$@" | jq -r .code)
  case "$code" in
#      ^^^^^^^ outcome reported 4000,4100,4400
#      ^^^^^^^ finding unhandled-fatal-code *
    0) echo "created" ;;
    "$ERR_CODE_PARAM") echo "wrong parameters" >&2; return 2 ;;
    "$ERR_CODE_AUTH") echo "wrong key" >&2; return 3 ;;
    "$ERR_CODE_QUOTA") wait_for_quota ;;
  esac
}

listen() {
  nc -l "$DEFAULT_PORT"
}
