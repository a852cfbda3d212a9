--| An OpenResty gateway before qcloud's API.
local cjson = require("cjson")
local qcloud = require("resty.qcloud")

local _M = {}

function _M.show()
  local reply = qcloud.describe(ngx.var.arg_id)
  if reply.code == 5000 then
  -- @reply.code outcome fallback 4300,5000
    return ngx.exit(404)
  end
  if reply.code == 4300 then
    return ngx.exit(403)
  end
  if reply.code ~= 0 then
    ngx.log(ngx.ERR, "describe failed: ", reply.message)
    return ngx.exit(502)
  end
  ngx.say(cjson.encode(reply.data))
end

function _M.named()
  local reply = qcloud.reboot(ngx.var.arg_id)
  if reply.codeDesc == "AuthFailure" then
  -- @reply.codeDesc outcome passed-on 4000,4100
  -- @AuthFailure sighting 4100 certain comparison
    qcloud.login()
  elseif reply.codeDesc == "InvalidParameter" then
    ngx.status = 422
  end
  ngx.say(cjson.encode(reply))
end

function _M.tune()
  local sock = ngx.socket.tcp()
  sock:settimeouts(4000, 5000, 4100)
  -- @4000 nothing
  -- @5000 nothing
  -- @4100 nothing
  return sock:connect("127.0.0.1", 4300)
  -- @4300 nothing
end

return _M
