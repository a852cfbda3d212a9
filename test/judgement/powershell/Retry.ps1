#| Calls again while that can help.
. "$PSScriptRoot/Qcloud.ps1"

$RetryableCodes = @(4400, 4500, 6000, 6200)
# @$RetryableCodes outcome retry-set
# @4400 sighting 4400 certain member
# @6200 sighting 6200 certain member

function Invoke-WithRetry([scriptblock] $Call) {
    for ($attempt = 1; $attempt -le 5; $attempt++) {
        $reply = & $Call
        if ($reply.code -eq 0) {
#           ^^^^^^^^^^^ outcome fallback
            return $reply
        }
        if ($reply.code -eq 4100) {
#                           ^^^^ finding retried-fatal-code 4100
            Start-Sleep -Seconds $attempt
            continue
        }
        if ($reply.code -in $RetryableCodes) {
            Start-Sleep -Seconds ($attempt * $attempt)
            continue
        }
        throw "failed: $($reply.message)"
    }
}
