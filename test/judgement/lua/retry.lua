--| Retries around a client for qcloud.
local qcloud = require("qcloud.client")
local socket = require("socket")

local RETRY_CODES = { [4400] = true, [6000] = true }
-- @RETRY_CODES outcome retry-set 4400,6000
-- @4400 sighting 4400 certain key

local MAX_DELAY = 4100
-- @4100 nothing

local function may_retry(reply)
  return reply.code == 4400 or reply.code == 6000
  -- @reply.code outcome predicate 4400,6000
end

local function patient(action, params)
  local delay = 1
  while delay < MAX_DELAY do
    local reply = qcloud.call(action, params)
    if reply.code == 4300 then
    -- @reply.code outcome fallback
    -- @4300 finding retried-fatal-code 4300
      socket.sleep(delay)
      delay = delay * 2
    elseif reply.code == 4100 then
      qcloud.login()
      return nil, "signed in, try again"
    elseif reply.code ~= 0 then
      error(reply.message)
    else
      return reply.data
    end
  end
end

local function once_more(action, params)
  local reply = qcloud.call(action, params)
  if RETRY_CODES[reply.code] then
    socket.sleep(4)
    return once_more(action, params)
  end
  return reply
end

return { may_retry = may_retry, patient = patient, once_more = once_more, timeout = 5000 }
-- @5000 nothing
