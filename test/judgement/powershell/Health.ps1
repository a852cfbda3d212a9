#| Looks whether services answer: HTTP statuses and exit statuses only.
# The hosts run beside the qcloud API gateway.
function Test-Http([string] $Uri) {
    $response = Invoke-WebRequest $Uri -SkipHttpErrorCheck
    if ($response.StatusCode -eq 5000) { return $false }
# @5000 nothing
    $statusCode = [int] $response.StatusCode
    switch ($statusCode) {
        200 { return $true }
        4100 { return $false }
#       ^^^^ nothing
        4300 { return $false }
#       ^^^^ nothing
    }
}

function Test-Exit {
    & ./probe.exe --port 4300
# @4300 nothing
    $code = $LASTEXITCODE
    if ($code -eq 4100) { exit 1 }
# @4100 nothing
    if ($LASTEXITCODE -eq 4300) { exit 1 }
# @4300 nothing
    $exitCode = (Start-Process setup -Wait -PassThru).ExitCode
    if ($exitCode -in 4600, 5000) { Restart-Computer }
# @4600 nothing
# @5000 nothing
}
