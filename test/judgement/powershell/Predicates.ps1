#| Questions, texts and lists.
# What the codes of the qcloud API mean.
function Test-Denied([int] $code) {
    return $code -in 4100, 4300
#          ^^^^^ outcome predicate
# @4100 sighting 4100 certain membership
}

function Test-Permanent([int] $code) {
    switch ($code) {
#           ^^^^^ outcome predicate
        { $_ -in 4000, 4100, 4300 } { return $true }
        default { return $false }
    }
}

function Get-Explanation([int] $code) {
    switch ($code) {
#           ^^^^^ outcome lookup
        4000 { return 'a parameter is wrong' }
        4100 { return 'the signature is wrong' }
        default { return 'something else' }
    }
}
