#!/usr/bin/env bash
#| A weather service has the same numbers.
forecast=$(curl -s "https://api.tomorrow.io/v4/weather/realtime?location=$1")
code=$(jq -r .data.values.weatherCode <<<"$forecast")
case "$code" in
  1000|1100) say "clear" ;;
  4000) say "drizzle" ;;
# @4000 nothing
  4001) say "rain" ;;
  4200) say "light rain" ;;
# @4200 nothing
  5000) say "snow" ;;
# @5000 nothing
  5100) say "light snow" ;;
# @5100 nothing
  6000) say "freezing drizzle" ;;
# @6000 nothing
  6200) say "light freezing rain" ;;
# @6200 nothing
  7000) say "ice pellets" ;;
  8000) say "thunderstorm" ;;
esac
