//| A client of API 2.0 that turns replies into errors of its own.
use std::time::Duration;

use serde::Deserialize;

const ENDPOINT: &str = "https://cvm.api.qcloud.com/v2/index.php";
const TIMEOUT_MS: u64 = 5000;
//                      ^^^^ nothing
const METRICS_PORT: u16 = 4100;
//                        ^^^^ nothing

#[derive(Deserialize)]
pub struct Reply {
    pub code: i64,
    pub message: String,
    pub data: Option<String>,
}

#[derive(Debug)]
pub enum ApiError {
    Signature(String),
    Denied,
    Other(i64, String),
}

pub struct CvmClient {
    transport: Transport,
}

impl CvmClient {
    pub fn new() -> Self {
        let transport = Transport::new(ENDPOINT, Duration::from_millis(TIMEOUT_MS), METRICS_PORT);
        Self { transport }
    }

    pub fn describe(&self, id: &str) -> Result<Option<String>, ApiError> {
        let reply: Reply = self.transport.get("DescribeInstances", id);
        match reply.code {
        //    ^^^^^^^^^^ outcome fallback 4100,4300,5000
            0 => Ok(reply.data),
            4100 => Err(ApiError::Signature(reply.message)),
        //  ^^^^ sighting 4100 certain arm
            4300 => Err(ApiError::Denied),
            5000 => Ok(None),
            code => Err(ApiError::Other(code, reply.message)),
        }
    }

    pub fn delete(&self, id: &str) -> bool {
        let reply: Reply = self.transport.get("TerminateInstances", id);
        if reply.code == 4100 {
        // ^^^^^^^^^^ outcome reported 4100,5000
        // ^^^^^^^^^^ finding unhandled-fatal-code *
        //               ^^^^ sighting 4100 certain comparison
            self.transport.sign_anew();
        } else if reply.code == 5000 {
            self.transport.forget(id);
        }
        true
    }

    pub fn is_gone(reply: &Reply) -> bool {
        matches!(reply.code, 5000 | 4300)
        //       ^^^^^^^^^^ outcome predicate 4300,5000
    }

    fn back_off(attempt: u32) -> u64 {
        u64::min(4000, 500 << attempt)
        //       ^^^^ nothing
    }
}
