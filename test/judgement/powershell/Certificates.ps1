#| Uploads certificates; ports and sizes stand beside the codes.
. "$PSScriptRoot/Qcloud.ps1"

$Port = 4100
# @4100 nothing
$MaxSize = 4000
# @4000 nothing

function Send-Certificate([string] $Path) {
    if ((Get-Item $Path).Length -gt 4000) {
# @4000 nothing
        throw "$Path is too large"
    }
    $code = (Invoke-Qcloud UploadCert @{ cert = Get-Content $Path -Raw }).code
    if ($code -eq 0) { return $true }
    if ($code -eq 4000) {
# @4000 sighting 4000 certain comparison
        Write-Warning 'the certificate is not understood'
    }
    return $false
}

function Test-Web {
    Test-NetConnection -ComputerName web -Port 4300
# @4300 nothing
    Start-Sleep -Milliseconds 6000
# @6000 nothing
    $listener = [System.Net.Sockets.TcpListener]::new(5000)
# @5000 nothing
}
