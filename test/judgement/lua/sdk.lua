--| A module around Tencent Cloud's API 3.0, whose errors are tables.
local tencentcloud = require("tencentcloud.cvm.v20170312")

local function run(request)
  local ok, err = pcall(tencentcloud.RunInstances, request)
  if ok then
    return err
  end
  if err.code == "AuthFailure.SignatureExpire" then
  -- @err.code outcome fallback AuthFailure.SignatureExpire,ResourceNotFound
  -- @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain comparison
    tencentcloud.sync_clock()
  elseif err.code == "ResourceNotFound" then
    return nil
  else
    error(err, 0)
  end
end

return run
