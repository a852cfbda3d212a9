//| Another cloud, whose codes are the same words.
use aws_sdk_ec2::error::ProvideErrorMetadata;
use aws_sdk_ec2::Client;

pub async fn start(client: &Client, id: &str) -> anyhow::Result<()> {
    if let Err(e) = client.start_instances().instance_ids(id).send().await {
        match e.code() {
            Some("UnauthorizedOperation") => anyhow::bail!("not allowed"),
            // @UnauthorizedOperation nothing
            Some("RequestLimitExceeded") => wait().await,
            // @RequestLimitExceeded nothing
            Some("AuthFailure") => sign_in().await,
            // @AuthFailure nothing
            _ => {}
        }
    }
    Ok(())
}
