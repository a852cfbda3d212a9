//| A layer between the API and a web server: the code goes on, or is turned into an answer.
use axum::response::{IntoResponse, Response};
use axum::Json;
use qcloudapi::Reply;
use serde_json::json;
use tracing::{error, warn};

pub async fn forward(reply: Reply) -> Response {
    if reply.code == 4100 {
    // @reply.code outcome passed-on
    // @4100 sighting 4100 certain comparison
        session::forget();
    } else if reply.code == 4400 {
        throttle::slow_down();
    }
    Json(json!({ "code": reply.code, "message": reply.message })).into_response()
}

pub fn record(reply: &Reply) {
    match reply.code {
    // @reply.code outcome fallback
        0 => {}
        4400 | 6000 => warn!("busy"),
        _ => error!(code = reply.code, "{}", reply.message),
    }
}

pub fn quiet(reply: &Reply) {
    match reply.code {
    // @reply.code outcome reported
    // @reply.code finding unhandled-fatal-code *
        0 => {}
        4400 | 6000 => warn!("busy"),
        4100 => login(),
        4300 => {
        // @4300 finding swallowed-fatal-code *
        }
        _ => {}
    }
}

pub fn bind() -> std::net::SocketAddr {
    std::net::SocketAddr::from(([127, 0, 0, 1], 4100))
    // @4100 nothing
}
