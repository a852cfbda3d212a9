--| The codes as a module, their texts, and what is asked of them.
--= file: lib/qcloud/codes.lua
-- What qcloud's API answers.
local Codes = {
-- @Codes outcome definition
  AUTH_FAILURE = 4100,
  -- @4100 sighting 4100 certain member
  DENIED = 4300,
  QUOTA = 4400,
  NOT_FOUND = 5000,
}

local code_messages = {
-- @code_messages outcome definition 4100,4300,5000
  [4100] = "The signature is wrong.",
  -- @4100 sighting 4100 certain key
  [4300] = "Refused.",
  [5000] = "There is no such resource.",
}

function Codes.text(code)
  return code_messages[code] or "Unknown error"
end

return Codes
--= file: lib/qcloud/hints.lua
local codes = require("qcloud.codes")

local M = {}

function M.hint(reply)
  if reply.code == codes.AUTH_FAILURE then
  -- @reply.code outcome lookup 4100,4300
    return "Check the key."
  elseif reply.code == codes.DENIED then
    return "Ask for access."
  end
  return ""
end

function M.is_denied(reply)
  return reply.code == codes.AUTH_FAILURE or reply.code == codes.DENIED
  -- @reply.code outcome predicate 4100,4300
end

function M.act(reply)
  if reply.code == codes.AUTH_FAILURE then
  -- @reply.code outcome reported 4100,5000
  -- @reply.code finding unhandled-fatal-code *
    M.login()
  elseif reply.code == codes.NOT_FOUND then
    M.forget(reply)
  end
end

return M
