//| Handlers in a table, and what is done where it has none.
use std::collections::HashMap;

use crate::qcloud::{Client, Reply};

type Handler = fn(&Client, &Reply) -> Result<(), String>;

pub struct Router {
    handlers: HashMap<i64, Handler>,
}

fn handlers() -> HashMap<i64, Handler> {
    let mut handlers: HashMap<i64, Handler> = HashMap::new();
    handlers.insert(4100, login);
    handlers.insert(4300, deny);
    handlers
}

pub fn route(client: &Client, reply: &Reply) -> Result<(), String> {
    let error_codes: HashMap<i64, Handler> = HashMap::from([(4100, login as Handler), (5000, forget as Handler)]);
    // @4100 sighting 4100 certain member
    match error_codes.get(&reply.code) {
    // @reply.code outcome fallback
        Some(handler) => handler(client, reply),
        None => Err(format!("{}: {}", reply.code, reply.message)),
    }
}

pub fn lenient(client: &Client, reply: &Reply) -> Result<(), String> {
    let error_codes: HashMap<i64, Handler> = HashMap::from([(4100, login as Handler), (5000, forget as Handler)]);
    if let Some(handler) = error_codes.get(&reply.code) {
    // @reply.code outcome reported
    // @reply.code finding unhandled-fatal-code *
        return handler(client, reply);
    }
    Ok(())
}

pub fn listeners() -> HashMap<u16, &'static str> {
    HashMap::from([(4100, "metrics"), (4300, "admin"), (5000, "registry")])
    // @4100 nothing
    // @4300 nothing
    // @5000 nothing
}
