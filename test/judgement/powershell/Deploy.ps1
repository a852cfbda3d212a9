#| Deploys through the API; most of it has nothing to do with codes.
[CmdletBinding()]
param([string] $Image, [int] $Replicas = 2)

$ErrorActionPreference = 'Stop'
$Api = 'https://ccs.api.qcloud.com/v2/index.php'

function Update-Service([string] $Name) {
    $reply = Invoke-RestMethod $Api -Body @{ Action = 'ModifyClusterServiceImage'; image = $Image; serviceName = $Name }
    if ($reply.code -eq 0) {
#       ^^^^^^^^^^^ outcome fallback 4300
        return
    }
    if ($reply.code -eq 4300) {
# @4300 sighting 4300 certain comparison
        Write-Error "no rights to update $Name"
        exit 3
    }
    throw $reply.message
}

function Undo-Service([string] $Name) {
    $reply = Invoke-RestMethod $Api -Body @{ Action = 'RollBackClusterService'; serviceName = $Name }
    if ($reply.code -eq 5000) {
#       ^^^^^^^^^^^ outcome passed-on 4100,5000
        $script:missing += 1
    }
    elseif ($reply.code -eq 4100) {
        Update-Credential
    }
    return $reply
}

function Set-Scale([string] $Name) {
    $code = (Invoke-RestMethod $Api -Body @{ Action = 'ModifyServiceReplicas'; scaledReplicas = $Replicas }).code
    if ($code -eq 0) { return }
#       ^^^^^ outcome reported 4400,5200
#       ^^^^^ finding unhandled-fatal-code *
    if ($code -eq 4400 -or $code -eq 5200) {
        Wait-Quota $Name
    }
    Write-Host "scaled $Name"
}

$handlers = @{
# @$handlers outcome definition
    4100 = { Update-Credential }
# @4100 sighting 4100 certain key
    4300 = { Request-Access }
}
$reply = Undo-Service web
if ($handlers.ContainsKey($reply.code)) { & $handlers[$reply.code] }
# @$reply.code outcome fallback 4100,4300
elseif ($reply.code -ne 0) { throw "code $($reply.code)" }

kubectl port-forward svc/web 4100:80
# @4100 nothing
kubectl rollout status deploy/web --timeout 5000
# @5000 nothing
