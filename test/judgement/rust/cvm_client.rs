//| A client of the old API: a reply is looked at in several ways.
use std::time::Duration;

use serde::Deserialize;

const HOST: &str = "cvm.api.qcloud.com";
const CONNECT_TIMEOUT_MS: u64 = 5000;
// @5000 nothing
const MAX_BODY: usize = 4100;
// @4100 nothing

#[derive(Debug, Deserialize)]
pub struct Reply<T> {
    pub code: i64,
    pub message: String,
    #[serde(rename = "codeDesc")]
    pub code_desc: Option<String>,
    pub data: Option<T>,
}

#[derive(Debug, thiserror::Error)]
pub enum CvmError {
    #[error("not authenticated: {0}")]
    Auth(String),
    #[error("{code}: {message}")]
    Api { code: i64, message: String },
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

pub struct CvmClient {
    http: reqwest::Client,
    region: String,
}

impl CvmClient {
    pub async fn describe(&self, id: &str) -> Result<Instance, CvmError> {
        let response = self.http.get(format!("https://{HOST}/v2/index.php?id={id}")).send().await?;
        match response.status().as_u16() {
            429 => self.slow_down().await,
            503 => self.switch_region().await,
            _ => {}
        }
        let reply: Reply<Instance> = response.json().await?;
        match reply.code {
        // @reply.code outcome fallback 4100,5000,4102
            0 => reply.data.ok_or(CvmError::Api { code: 0, message: "empty".into() }),
            4100 | 4102 => Err(CvmError::Auth(reply.message)),
        // @4100 sighting 4100 certain arm
        // @4102 sighting 4102 certain arm
            5000 => Ok(Instance::gone(id)),
        // @5000 sighting 5000 certain arm
            code => Err(CvmError::Api { code, message: reply.message }),
        }
    }

    pub async fn stop(&self, id: &str) -> Result<(), CvmError> {
        let reply: Reply<()> = self.post("StopInstances", id).await?;
        if reply.code == 4400 {
        // @reply.code outcome reported
        // @reply.code finding unhandled-fatal-code *
        // @4400 sighting 4400 certain comparison
            tokio::time::sleep(Duration::from_millis(4000)).await;
        // @4000 nothing
            return self.later(id).await;
        }
        if reply.code == 5000 {
        // @5000 sighting 5000 certain comparison
            return Ok(());
        }
        log::info!("stopped {id} in {}", self.region);
        Ok(())
    }

    pub async fn terminate(&self, id: &str) -> Result<(), CvmError> {
        let reply: Reply<()> = self.post("TerminateInstances", id).await?;
        if reply.code == 5000 {
        // @5000 sighting 5000 certain comparison
            return Ok(());
        }
        if reply.code != 0 {
            return Err(CvmError::Api { code: reply.code, message: reply.message });
        }
        Ok(())
    }

    fn buffer(&self) -> Vec<u8> {
        Vec::with_capacity(if self.region.len() > 4000 { MAX_BODY } else { 5000 })
        // @4000 nothing
        // @5000 nothing
    }
}
