#| Nothing here is a code, though every number could be one.
# Prepares a machine image at qcloud.
New-NetFirewallRule -DisplayName web -LocalPort 4300 -Action Allow
# @4300 nothing
Set-ItemProperty HKLM:/System/Tcp -Name MaxConnections -Value 4100
# @4100 nothing
$image.Resize(4000, 4600)
# @4000 nothing
# @4600 nothing
foreach ($i in 4000..4100) { New-Item "d:/data/$i" }
$keyCode = [int] [Console]::ReadKey().Key
if ($keyCode -eq 4600) { return }
# @4600 nothing
if ($name.Length -gt 4000) { throw 'too long' }
# @4000 nothing
$version = '4.100.4300'
$limit = 5000
# @5000 nothing
if ($process.Id -eq 5000) { Stop-Process $process }
# @5000 nothing
