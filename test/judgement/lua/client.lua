--| A client of the API that other scripts require.
local http = require("resty.http")
local cjson = require("cjson.safe")

local ENDPOINT = "https://cvm.api.qcloud.com/v2/index.php"
local TIMEOUT = 5000
-- @5000 nothing
local MAX_BODY = 4300 * 1024
-- @4300 nothing

local M = {}

function M.call(action, params)
  local httpc = http.new()
  httpc:set_timeout(TIMEOUT)
  local res, err = httpc:request_uri(ENDPOINT, { method = "POST", body = params, keepalive_timeout = 4000 })
  -- @4000 nothing
  if not res then
    return nil, "cannot reach the API: " .. err
  end
  if res.status ~= 200 or #res.body > MAX_BODY then
    return nil, "odd answer to " .. action
  end
  local reply = cjson.decode(res.body)
  if not reply then
    return nil, "no JSON"
  end
  if reply.code == 0 then
  -- @reply.code outcome fallback 4100,4300
    return reply
  elseif reply.code == 4100 then
  -- @4100 sighting 4100 certain comparison
    return nil, "the signature is wrong"
  elseif reply.code == 4300 then
    return nil, "access denied"
  else
    return nil, string.format("%s failed: %s", action, reply.message)
  end
end

function M.quiet_call(action, params)
  local reply = M.call(action, params)
  if reply.code == 4100 then
  -- @reply.code outcome reported 4100,5000
  -- @reply.code finding unhandled-fatal-code *
    M.sign_in()
  elseif reply.code == 5000 then
  -- @5000 sighting 5000 certain comparison
    M.forget(params.id)
  end
end

return M
