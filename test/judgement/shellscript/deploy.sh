#!/usr/bin/env bash
#| Deploys through the API of the vendor; most of it has nothing to do with codes.
set -e
API=https://ccs.api.qcloud.com/v2/index.php

die() {
  echo "$*" >&2
  exit 1
}

log() {
  printf '%s %s\n' "$(date +%T)" "$*"
}

update_service() {
  local reply code message
  reply=$(curl -sS "$API" -d "Action=ModifyClusterServiceImage" -d "image=$2" -d "serviceName=$1")
  code=$(jq -r .code <<<"$reply")
  message=$(jq -r .message <<<"$reply")
  if [ "$code" = 0 ]; then
#      ^^^^^^^ outcome fallback 4300,6000
    log "updated $1"
    return
  fi
  if [ "$code" = 4300 ]; then
# @4300 sighting 4300 certain comparison
    die "no rights to update $1"
  fi
  if [ "$code" = 6000 ]; then
    log "try again later"
  fi
  die "$code: $message"
}

roll_back() {
  local reply code
  reply=$(curl -sS "$API" -d "Action=RollBackClusterService" -d "serviceName=$1")
  code=$(jq -r .code <<<"$reply")
  if [ "$code" = 5000 ]; then
# @5000 sighting 5000 certain comparison
    log "nothing to roll back"
  elif [ "$code" = 5100 ]; then
    log "rolled back in part"
  fi
  echo "$reply"
}

scale() {
  local code
  code=$(curl -sS "$API" -d "Action=ModifyServiceReplicas" -d "scaledReplicas=$2" -d "serviceName=$1" | jq -r .code)
  (( code == 0 )) && return 0
#    ^^^^ outcome reported 4400,5200
#    ^^^^ finding unhandled-fatal-code *
  if (( code == 4400 || code == 5200 )); then
    log "no more replicas for $1"
  fi
  log "scaled $1"
}

kubectl port-forward svc/web 4100:80 &
# @4100 nothing
kubectl rollout status deploy/web --timeout=5000s
# @5000s nothing
update_service web "$IMAGE" || roll_back web
