#| A module that signs and calls API 2.0, and functions on top of it.
$script:ApiHost = 'cvm.api.qcloud.com'
$script:Timeout = 5000
# @5000 nothing

function Invoke-Api {
    param([string] $Action, [hashtable] $Query = @{})
    $Query.Action = $Action
    $Query.Nonce = Get-Random
    $uri = "https://$script:ApiHost/v2/index.php"
    Invoke-RestMethod -Uri $uri -Body $Query -TimeoutSec 4000
# @4000 nothing
}

function Get-Instance {
    $reply = Invoke-Api DescribeInstances
    switch ($reply.code) {
#           ^^^^^^^^^^^ outcome reported 4100,4300
#           ^^^^^^^^^^^ finding unhandled-fatal-code *
        0 {
            $reply.instanceSet
        }
        4100 {
# @4100 sighting 4100 certain arm
            throw 'check SecretId and SecretKey'
        }
        4300 {
# @4300 sighting 4300 certain arm
            throw 'this account may not list instances'
        }
    }
}

function Stop-Instance([string] $Id) {
    $reply = Invoke-Api StopInstances @{ 'instanceIds.1' = $Id }
    if ($reply.code -eq 0) {
#       ^^^^^^^^^^^ outcome fallback 5000
        Write-Verbose "stopped $Id"
    }
    elseif ($reply.code -eq 5000) {
# @5000 sighting 5000 certain comparison
        Write-Warning "there is no $Id"
    }
    else {
        throw "$($reply.code): $($reply.message)"
    }
}

function Restart-Instance([string] $Id) {
    $code = (Invoke-Api RestartInstances @{ 'instanceIds.1' = $Id }).code
    if ($code -in 4100, 4101, 4102) {
#       ^^^^^ outcome reported
#       ^^^^^ finding unhandled-fatal-code *
# @4101 sighting 4101 certain membership
        Update-Credential
    }
    elseif ($code -eq 4400) {
        Start-Sleep -Seconds 30
    }
    Write-Verbose "restarted $Id"
}

Export-ModuleMember -Function *-Instance
