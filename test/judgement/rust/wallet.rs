//| A wallet's provider errors, which are the same numbers.
use ethers::providers::{Provider, ProviderError, Ws};

#[derive(Debug)]
pub struct RpcError {
    pub code: i64,
    pub message: String,
}

pub async fn connect(provider: &Provider<Ws>) -> Result<Vec<Address>, WalletError> {
    match provider.request_accounts().await {
        Ok(accounts) => Ok(accounts),
        Err(e) => match e.code {
            4001 => Err(WalletError::Rejected),
            // @4001 nothing
            4100 => Err(WalletError::Unauthorized),
            // @4100 nothing
            4200 => Err(WalletError::Unsupported),
            // @4200 nothing
            4900 | 4901 => Err(WalletError::Disconnected),
            _ => Ok(Vec::new()),
        },
    }
}
