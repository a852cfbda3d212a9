#!/usr/bin/env bash
#| Questions, texts and lists.
# What the codes of the qcloud API mean.
is_denied() {
  local code=$1
  [[ $code == 4100 || $code == 4300 ]]
#    ^^^^^ outcome predicate
# @4100 sighting 4100 certain comparison
}

is_permanent() {
  local code=$1
  case "$code" in
#      ^^^^^^^ outcome predicate
    4000|4100|4300|4600|5000) return 0 ;;
    *) return 1 ;;
  esac
}

explain() {
  local code=$1
  case "$code" in
#      ^^^^^^^ outcome lookup
    4000) echo "a parameter is wrong" ;;
    4100) echo "the signature is wrong" ;;
    4300) echo "access is denied" ;;
    *) echo "something else" ;;
  esac
}
