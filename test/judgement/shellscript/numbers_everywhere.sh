#!/usr/bin/env bash
#| Nothing here is a code, though every number could be one.
# Prepares a machine image at qcloud.
fallocate -l 4000M /swapfile
# @4000M nothing
sysctl -w net.core.somaxconn=4100
# @4100 nothing
iptables -A INPUT -p tcp --dport 4300 -j ACCEPT
# @4300 nothing
useradd --uid 5000 build
# @5000 nothing
convert in.png -resize 4000x4600 out.png
# @4000x4600 nothing
chmod 4500 /usr/local/bin/tool
# @4500 nothing
ffmpeg -i rtmp://5000.live.example.com/live/1 -t 5300 out.flv
# @5000 nothing
# @5300 nothing
version=4.100.4300
for i in $(seq 4000 4100); do
# @4000 nothing
# @4100 nothing
  touch "/data/$i"
done
if [ "$(id -u)" -eq 5000 ]; then
# @5000 nothing
  exit 1
fi
key_code=$(evtest --once)
if [ "$key_code" = 4600 ]; then
# @4600 nothing
  exit 0
fi
if [ "${#version}" -gt 4000 ]; then exit 1; fi
# @4000 nothing
