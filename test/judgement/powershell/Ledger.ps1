#| A chart of accounts and postal codes.
$AccountCodes = @{
    4000 = 'revenue'
#   ^^^^ nothing
    4100 = 'services'
#   ^^^^ nothing
    5000 = 'cost of goods'
#   ^^^^ nothing
    5200 = 'freight'
#   ^^^^ nothing
}

foreach ($row in Import-Csv $Path) {
    switch ([int] $row.Account) {
        { $_ -in 4000, 4100 } { $income += $row.Amount }
# @4000 nothing
# @4100 nothing
        { $_ -in 5000, 5200 } { $cost += $row.Amount }
# @5000 nothing
# @5200 nothing
    }
}
if ($zipCode -eq 4100) { $shipping = 12 }
# @4100 nothing
