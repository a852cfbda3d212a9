//| Codes become the errors of one's own domain, text, or HTTP statuses.
use axum::http::StatusCode;
use qcloudapi::Reply;

#[derive(Debug)]
pub enum Failure {
    Denied,
    Missing,
    Busy,
    Other(i64, String),
}

impl From<Reply> for Failure {
    fn from(reply: Reply) -> Self {
        match reply.code {
        // @reply.code outcome fallback 4100,4300,4400,5000
            4100 | 4300 => Failure::Denied,
        // @4300 sighting 4300 certain arm
            4400 => Failure::Busy,
            5000 => Failure::Missing,
            code => Failure::Other(code, reply.message),
        }
    }
}

pub fn status(code: i64) -> StatusCode {
    match code {
    // @code outcome fallback
        4100 | 4500 => StatusCode::UNAUTHORIZED,
        4300 => StatusCode::FORBIDDEN,
        5000 => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_GATEWAY,
    }
}

pub fn describe(code: i64) -> &'static str {
    match code {
    // @code outcome lookup
        4000 => "a parameter is wrong",
        4100 => "the signature is wrong",
        _ => "the request failed",
    }
}

pub fn retry_after(status: u16) -> u64 {
    match status {
        429 => 5000,
        // @5000 nothing
        503 => 4100,
        // @4100 nothing
        _ => 0,
    }
}
