--| A command line tool on top of a client for qcloud.
local qcloud = require("qcloud.client")
local log = require("log")

local function describe(id)
  local reply = qcloud.call("DescribeInstances", { id = id })
  if reply.code == 5000 then
  -- @reply.code outcome fallback 4300,5000
    print("there is no such instance")
    return
  end
  if reply.code == 4300 then
    print("ask the owner for access")
    return
  end
  if reply.code ~= 0 then
    log.error("describe failed: " .. reply.message)
    os.exit(1)
  end
  for _, instance in ipairs(reply.data) do
    print(instance.id, instance.name)
  end
end

local function terminate(id)
  local reply = qcloud.call("TerminateInstances", { id = id })
  local code = tonumber(reply.code)
  if code == 4100 then
  -- @code outcome reported 4100,5000
  -- @code finding unhandled-fatal-code *
    log.warn("not signed in")
  elseif code == 5000 then
  -- @5000 finding swallowed-fatal-code 5000
  end
  print("gone")
end

local function renew(id)
  local reply = qcloud.call("RenewInstance", { id = id, width = 4100 })
  -- @4100 nothing
  if reply.code == 5200 or reply.code == 5300 then
  -- @reply.code outcome passed-on 5200,5300
    qcloud.top_up()
  end
  return reply
end

local commands = { describe = describe, terminate = terminate, renew = renew }
local command = commands[arg[1]]
if not command then
  io.stderr:write("usage: instances describe|terminate|renew ID\n")
  os.exit(2)
end
command(arg[2])
