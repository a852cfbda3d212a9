#!/usr/bin/env bash
#| Many calls, one after the other; what fails is counted and told.
. lib/qcloud.sh
failures=0

for id in "$@"; do
  reply=$(call TerminateInstances "$id")
  code=$(jq -r .code <<<"$reply")
  case "$code" in
#      ^^^^^^^ outcome fallback 5000
    0) continue ;;
    5000) continue ;;
# @5000 sighting 5000 certain arm
    *)
      echo "$id: $code" >&2
      failures=$((failures + 1))
      ;;
  esac
done

for id in "$@"; do
  reply=$(call ReleaseAddress "$id")
  desc=$(jq -r .codeDesc <<<"$reply")
  if [[ $desc == Success ]]; then
#       ^^^^^ outcome fallback 4100
    continue
  elif [[ $desc == AuthFailure ]]; then
# @AuthFailure sighting 4100 certain comparison
    exit 3
  fi
  err "cannot release $id"
done

exit "$failures"
