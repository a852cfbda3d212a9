--| A payment provider whose result codes are numbers of four digits, too.
local acquirer = require("acquirer")

local function settle(order)
  local result = acquirer.capture(order.id)
  if result.code == 4100 then
  -- @4100 nothing
    order:decline("card expired")
  elseif result.code == 4300 then
  -- @4300 nothing
    order:decline("limit")
  elseif result.code == 4307 then
    order:decline("stolen")
  elseif result.code == 4911 then
    order:review()
  elseif result.code == 5000 then
  -- @5000 nothing
    order:retry()
  end
end

local function zip_zone(address)
  if address.zip_code == "4000" then
  -- @4000 nothing
    return "liege"
  elseif address.zip_code == "5000" then
  -- @5000 nothing
    return "namur"
  end
end

return { settle = settle, zip_zone = zip_zone }
