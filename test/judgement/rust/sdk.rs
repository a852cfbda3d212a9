//| Errors of the SDK of API 3.0.
use tencentcloud_sdk::{Client, TencentCloudSdkError};

pub fn describe(client: &Client) -> Result<(), TencentCloudSdkError> {
    match client.describe_instances() {
        Ok(reply) => client.show(&reply),
        Err(error) => match error.code.as_str() {
        //                  ^^^^^^^^^^^^^^^^^^^ outcome fallback
            "AuthFailure.SignatureFailure" => client.sign_anew(),
            // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
            "ResourceNotFound" => client.forget(),
            _ => return Err(error),
        },
    }
    Ok(())
}

pub fn forgetful(client: &Client) {
    if let Err(error) = client.describe_instances() {
        match error.code() {
        //    ^^^^^^^^^^^^ outcome reported
        //    ^^^^^^^^^^^^ finding unhandled-fatal-code *
            "AuthFailure.SignatureFailure" => client.sign_anew(),
            "UnauthorizedOperation.CamNoAuth" => client.warn(),
            _ => {}
        }
    }
}

pub fn listen(client: &Client) {
    client.listen(4100);
    //            ^^^^ nothing
}
