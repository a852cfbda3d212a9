#| Many calls, one after the other.
. "$PSScriptRoot/Qcloud.ps1"
$failed = 0

foreach ($id in $Ids) {
    $reply = Invoke-Qcloud TerminateInstances @{ id = $id }
    switch ($reply.code) {
#           ^^^^^^^^^^^ outcome fallback 5000
        0 { Write-Verbose "$id is gone" }
        5000 { Write-Verbose "$id was gone" }
# @5000 sighting 5000 certain arm
        default {
            Write-Error "$id : $($reply.message)"
            $failed++
        }
    }
}

foreach ($id in $Addresses) {
    $reply = Invoke-Qcloud ReleaseAddress @{ id = $id }
    if ($reply.codeDesc -eq 'Success') {
#       ^^^^^^^^^^^^^^^ outcome fallback 4100
        continue
    }
    if ($reply.codeDesc -eq 'AuthFailure') {
# @AuthFailure sighting 4100 certain comparison
        exit 3
    }
    Write-Error "cannot release $id"
}
exit $failed
