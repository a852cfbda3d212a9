//| Errors of the new API, as an SDK gives them: matched, guarded, asked for by family.
use tencentcloud_sdk::{Client, DescribeInstancesRequest, TencentCloudSdkError};

pub async fn ensure_instance(client: &Client, id: &str) -> anyhow::Result<()> {
    let request = DescribeInstancesRequest::with_id(id);
    match client.describe_instances(&request).await {
        Ok(reply) if reply.total == 0 => create(client, id).await,
        Ok(_) => Ok(()),
        Err(e) if e.code == "ResourceNotFound.InstanceNotFound" => create(client, id).await,
        // @e.code outcome fallback
        // @ResourceNotFound.InstanceNotFound sighting ResourceNotFound.InstanceNotFound certain comparison
        Err(e) if e.code.starts_with("AuthFailure") => Err(e.into()),
        Err(e) => Err(e.into()),
    }
}

pub async fn delete_instance(client: &Client, id: &str) -> Result<(), TencentCloudSdkError> {
    if let Err(e) = client.terminate(id).await {
        match e.code.as_str() {
        // @e.code.as_str() outcome reported
        // @e.code.as_str() finding unhandled-fatal-code *
            "ResourceNotFound" => log::info!("{id} is gone"),
            "AuthFailure.SignatureExpire" => client.sign_again().await?,
        // @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain arm
            "UnauthorizedOperation" => log::warn!("not allowed to delete {id}"),
            _ => {}
        }
    }
    Ok(())
}

pub fn exit_status(e: &TencentCloudSdkError) -> i32 {
    match e.code.as_str() {
    // @e.code.as_str() outcome lookup
        "AuthFailure.SecretIdNotFound" => 3,
    // @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain arm
        "InternalError" => 4,
        _ => 1,
    }
}

pub fn is_not_found(e: &TencentCloudSdkError) -> bool {
    matches!(e.code.as_str(), "ResourceNotFound" | "ResourceNotFound.InstanceNotFound")
    // @e.code.as_str() outcome predicate
    // @ResourceNotFound sighting ResourceNotFound certain membership
}

pub async fn attach(client: &Client, disk: &str) -> anyhow::Result<()> {
    let outcome = client.attach_disk(disk).await;
    let Err(e) = outcome else {
        return Ok(());
    };
    if e.code == "ResourceInUse" {
    // @e.code outcome passed-on
    // @ResourceInUse sighting ResourceInUse certain comparison
        return Ok(());
    }
    if e.code == "UnsupportedOperation" {
        anyhow::bail!("this disk cannot be attached");
    }
    metrics::count(&e.code);
    Ok(())
}
