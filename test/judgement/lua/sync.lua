--| A job that pays and syncs by qcloud's account API.
local qcloud = require("qcloud")

local M = {}
M.errors = {}

function M.pay(order)
  local reply = qcloud.pay(order)
  if reply.code == 5300 then
  -- @reply.code outcome reported 4100,5300
  -- @reply.code finding unhandled-fatal-code *
    M.top_up(order.amount)
  end
  if reply.code == 4100 then
    M.login()
  end
  M.done = true
end

function M.collect(order)
  local reply = qcloud.pay(order)
  if reply.code == 0 then
  -- @reply.code outcome passed-on 5200
    return true
  elseif reply.code == 5200 then
    return M.later(order)
  end
  return false, reply.message
end

local handlers = {
-- @handlers outcome definition 4100,5300
  [4100] = M.login,
  [5300] = M.top_up,
}

function M.dispatch(reply)
  local handler = handlers[reply.code]
  -- @reply.code outcome fallback 4100,5300
  if handler then
    return handler(reply)
  end
  error("qcloud refused: " .. reply.message)
end

function M.sleepy()
  os.execute("sleep " .. 4000 / 1000)
  -- @4000 nothing
end

return M
