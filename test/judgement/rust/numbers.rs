//| A service beside the qcloudapi client: its own ports, sizes and statuses.
use qcloudapi::Client;

pub struct Limits {
    pub max_rows: usize,
    pub timeout: u64,
}

pub fn limits() -> Limits {
    Limits { max_rows: 5000, timeout: 4400 }
    //                 ^^^^ nothing
    // @4400 nothing
}

pub fn closed(frame: &CloseFrame) -> &'static str {
    match frame.close_code {
        4100 => "gone away",
    //  ^^^^ nothing
        4300 => "too slow",
    //  ^^^^ nothing
        _ => "closed",
    }
}

pub fn statuses(client: &Client, response: &Response, exit_status: i32) {
    if response.status().as_u16() == 4000 {
    //                               ^^^^ nothing
        client.warn();
    }
    if exit_status == 4100 {
    //                ^^^^ nothing
        client.warn();
    }
    client.listen(5200);
    //            ^^^^ nothing
}

pub fn zip(city: &str) -> u32 {
    if city == "Aarau" { 5000 } else { 4000 }
    //                   ^^^^ nothing
}
