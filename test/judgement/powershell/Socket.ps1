#| Close codes of a gateway's socket.
function Resume-Gateway($socket) {
    $closeCode = [int] $socket.CloseStatus
    switch ($closeCode) {
        4000 { Connect-Gateway }
#       ^^^^ nothing
        4004 { throw 'bad token' }
        4100 { Resume-Session }
#       ^^^^ nothing
        4300 { Resume-Session }
#       ^^^^ nothing
    }
}
