//| A helper that asks again, for what may pass, and for what never does.
use std::collections::HashSet;
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use crate::qcloud::{Error, Reply, Request, Transport};

static RETRYABLE_CODES: LazyLock<HashSet<i64>> = LazyLock::new(|| HashSet::from([4400, 6000, 6200]));
// @4400 sighting 4400 certain member

const PORT: u16 = 4300;
// @4300 nothing

pub fn is_retryable(code: i64) -> bool {
    RETRYABLE_CODES.contains(&code)
}

pub fn send(transport: &Transport, request: &Request) -> Result<Reply, Error> {
    let mut delay = 4000;
    // @4000 nothing
    for attempt in 0..5 {
        let reply = transport.send(request)?;
        match reply.code {
        // @reply.code outcome fallback
            0 => return Ok(reply),
            4400 | 6000 => {
                thread::sleep(Duration::from_millis(delay));
                delay *= 2;
            }
            4300 => {
        // @4300 finding retried-fatal-code *
                thread::sleep(Duration::from_secs(1 << attempt));
                continue;
            }
            _ => return Err(Error::from(reply)),
        }
    }
    Err(Error::TooManyAttempts)
}

pub async fn until_ready(transport: &Transport, id: &str) -> Result<(), Error> {
    loop {
        let reply = transport.status(id).await?;
        match reply.code {
        // @reply.code outcome fallback
            0 if reply.is_running() => return Ok(()),
            0 | 4400 => tokio::time::sleep(Duration::from_secs(5)).await,
            5000 => return Err(Error::Gone),
            other => return Err(Error::Code(other)),
        }
    }
}
