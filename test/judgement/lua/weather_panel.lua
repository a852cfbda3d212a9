--| A weather panel: numbers of the sky.
local icons = require("icons")

local NAMES = {
  [1000] = "clear",
  [4000] = "drizzle",
  -- @4000 nothing
  [4200] = "light rain",
  -- @4200 nothing
  [5100] = "flurries",
  -- @5100 nothing
  [8000] = "thunderstorm",
}

local function icon(weather_code)
  if weather_code == 4000 then
  -- @4000 nothing
    return icons.drizzle
  elseif weather_code == 5000 then
  -- @5000 nothing
    return icons.snow
  elseif weather_code == 6200 then
  -- @6200 nothing
    return icons.sleet
  end
  return icons.sun
end

return { names = NAMES, icon = icon }
