--| Ports, sizes and times of a game server that knows nothing of any cloud.
local server = require("server")

local PORTS = { 4100, 4300, 5000 }
-- @4100 nothing
-- @4300 nothing

local function open(port)
  if port == 4100 then
  -- @4100 nothing
    return server.listen("game", port)
  elseif port == 4300 then
  -- @4300 nothing
    return server.listen("chat", port)
  end
end

local function resize(width, height)
  if width > 4000 or height > 5000 then
  -- @4000 nothing
  -- @5000 nothing
    error("too large")
  end
end

local function on_close(close_code)
  if close_code == 4000 then
  -- @4000 nothing
    return "going away"
  elseif close_code == 4100 then
  -- @4100 nothing
    return "kicked"
  elseif close_code == 4300 then
  -- @4300 nothing
    return "banned"
  end
end

local VERSION = { major = 5, build = 5300 }
-- @5300 nothing

return { open = open, resize = resize, on_close = on_close, ports = PORTS, version = VERSION, mask = 0x4100 }
-- @0x4100 nothing
