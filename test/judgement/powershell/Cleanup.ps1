#| Deletes old images with the SDK for .NET.
using namespace TencentCloud.Common

function Remove-Image($Client, $Id) {
    try {
        $Client.DeleteImagesSync((New-Request $Id)) | Out-Null
    }
    catch [TencentCloud.Common.TencentCloudSDKException] {
        $code = $_.Exception.ErrorCode
        if ($code -like 'ResourceNotFound*') {
#           ^^^^^ outcome fallback
# @ResourceNotFound* sighting ResourceNotFound certain comparison
            Write-Verbose "$Id is gone already"
        }
        elseif ($code -eq 'AuthFailure.SignatureFailure') {
# @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain comparison
            Update-Profile
        }
        else {
            throw
        }
    }
}

function Publish-Image($Client, $Id) {
    try {
        $Client.ModifyImageSharePermissionSync((New-Request $Id)) | Out-Null
    }
    catch [TencentCloud.Common.TencentCloudSDKException] {
        switch ($_.Exception.ErrorCode) {
#               ^^^^^^^^^^^^^^^^^^^^^^ outcome reported
#               ^^^^^^^^^^^^^^^^^^^^^^ finding unhandled-fatal-code *
            'AuthFailure.TokenFailure' { Update-Profile }
            'LimitExceeded' { Remove-OldImage }
        }
    }
}
