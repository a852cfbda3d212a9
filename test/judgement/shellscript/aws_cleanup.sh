#!/usr/bin/env bash
#| The same words at another vendor.
err=$(aws ec2 terminate-instances --instance-ids "$1" 2>&1 >/dev/null)
code=$(sed -n 's/.*(\([A-Za-z.]*\)).*/\1/p' <<<"$err")
case "$code" in
  '') ;;
  AuthFailure) echo "aws: log in" >&2; exit 1 ;;
# @AuthFailure nothing
  UnauthorizedOperation) echo "aws: no rights" >&2; exit 1 ;;
# @UnauthorizedOperation nothing
  RequestLimitExceeded) sleep 5 ;;
# @RequestLimitExceeded nothing
  InvalidInstanceID.NotFound) ;;
esac
