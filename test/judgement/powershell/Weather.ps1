#| A weather service has the same numbers.
$forecast = Invoke-RestMethod "https://api.tomorrow.io/v4/weather/realtime?location=$Place"
switch ($forecast.data.values.weatherCode) {
    1000 { 'clear' }
    4000 { 'drizzle' }
#   ^^^^ nothing
    4200 { 'light rain' }
#   ^^^^ nothing
    5000 { 'snow' }
#   ^^^^ nothing
    5100 { 'light snow' }
#   ^^^^ nothing
    6000 { 'freezing drizzle' }
#   ^^^^ nothing
    8000 { 'thunderstorm' }
}
