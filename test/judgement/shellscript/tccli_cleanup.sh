#!/usr/bin/env bash
#| Deletes old images with tccli; what fails is told by the codes of API 3.0.
set -u
# tencentcloudapi.com is what tccli talks to.

delete_image() {
  local out code
  out=$(tccli cvm DeleteImages --ImageIds "[\"$1\"]" 2>&1)
  code=$(sed -n 's/.*code:\([A-Za-z.]*\).*/\1/p' <<<"$out")
  case "$code" in
#      ^^^^^^^ outcome fallback
    '') echo "deleted $1" ;;
    InvalidImageId.NotFound) echo "already gone: $1" ;;
    AuthFailure*|UnauthorizedOperation*)
      echo "no rights to delete $1" >&2
      exit 77
      ;;
    *)
      echo "$out" >&2
      return 1
      ;;
  esac
}

share_image() {
  local out code
  out=$(tccli cvm ModifyImageSharePermission --ImageId "$1" 2>&1)
  code=$(sed -n 's/.*code:\([A-Za-z.]*\).*/\1/p' <<<"$out")
  if [[ $code == AuthFailure.SignatureFailure ]]; then
#       ^^^^^ outcome reported
#       ^^^^^ finding unhandled-fatal-code *
    refresh_profile
  elif [[ $code == RequestLimitExceeded ]]; then
# @RequestLimitExceeded finding family-missed RequestLimitExceeded
    sleep 1
  fi
}

while read -r image; do
  delete_image "$image"
done < <(tccli cvm DescribeImages | jq -r '.ImageSet[].ImageId')
