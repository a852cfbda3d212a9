#!/usr/bin/env bash
#| A chart of accounts and postal codes.
declare -A ACCOUNT_CODES=(
  [4000]="revenue"
# @4000 nothing
  [4100]="services"
# @4100 nothing
  [5000]="cost of goods"
# @5000 nothing
  [5200]="freight"
# @5200 nothing
)

while IFS=, read -r account amount; do
  case "$account" in
    4000|4100) income=$((income + amount)) ;;
#   ^^^^ nothing
    5000|5200) cost=$((cost + amount)) ;;
#   ^^^^ nothing
  esac
done < "$1"

zip_code=$2
if [ "$zip_code" = 4100 ]; then
# @4100 nothing
  shipping=12
fi
