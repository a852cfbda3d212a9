//| A retry helper for the QcloudApi.
use std::{thread, time::Duration};

use qcloud::{Client, Reply};

const MAX_WAIT: u64 = 6000;
//                    ^^^^ nothing

pub fn with_retries(client: &Client, action: &str) -> Result<Reply, String> {
    for attempt in 0..5 {
        let reply = client.call(action);
        match reply.code {
        //    ^^^^^^^^^^ outcome fallback
            0 => return Ok(reply),
            4400 | 6000 => {
        //  ^^^^ sighting 4400 certain arm
                thread::sleep(Duration::from_millis(MAX_WAIT.min(500 << attempt)));
                continue;
            }
            _ => return Err(reply.message),
        }
    }
    Err(format!("{action}: too many attempts"))
}

pub fn stubborn(client: &Client, action: &str) -> Result<Reply, String> {
    loop {
        let reply = client.call(action);
        match reply.code {
        //    ^^^^^^^^^^ outcome fallback
            0 => return Ok(reply),
            4100 => {
        //  ^^^^ finding retried-fatal-code *
                thread::sleep(Duration::from_millis(4500));
                //                                  ^^^^ nothing
                continue;
            }
            _ => return Err(reply.message),
        }
    }
}

pub fn should_retry(reply: &Reply) -> bool {
    matches!(reply.code, 4400 | 6000 | 6200)
}

pub fn drain(client: &Client, ids: &[String]) {
    for id in ids {
        let reply = client.call(id);
        match reply.code {
        //    ^^^^^^^^^^ outcome reported 4300,5000
        //    ^^^^^^^^^^ finding unhandled-fatal-code *
            4300 => client.skip(id),
            5000 => client.forget(id),
            _ => {}
        }
    }
}
