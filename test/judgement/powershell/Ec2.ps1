#| The same words at another vendor.
try {
    Remove-EC2Instance -InstanceId $Id -Force
}
catch [Amazon.EC2.AmazonEC2Exception] {
    switch ($_.Exception.ErrorCode) {
        'AuthFailure' { throw 'aws: log in' }
#        ^^^^^^^^^^^ nothing
        'UnauthorizedOperation' { throw 'aws: no rights' }
#        ^^^^^^^^^^^^^^^^^^^^^ nothing
        'RequestLimitExceeded' { Start-Sleep 5 }
#        ^^^^^^^^^^^^^^^^^^^^ nothing
    }
}
