--| Another cloud's codes are the same words.
local ec2 = require("resty.aws.ec2")

local function terminate(id)
  local _, err = ec2:terminateInstances({ InstanceIds = { id } })
  if not err then
    return true
  end
  if err.code == "UnauthorizedOperation" then
  -- @UnauthorizedOperation nothing
    error(err)
  elseif err.code == "RequestLimitExceeded" then
  -- @RequestLimitExceeded nothing
    ngx.sleep(5)
    return terminate(id)
  elseif err.code == "AuthFailure" then
  -- @AuthFailure nothing
    return false
  end
end

return terminate
