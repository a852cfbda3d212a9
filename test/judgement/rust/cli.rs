//| A command line tool: what fails ends it with a status.
//! qcloud-cli: lists machines of Tencent Cloud API 2.0.
use std::process;

const DEFAULT_PORT: u16 = 4300;
//                        ^^^^ nothing
const PAGE_SIZE: usize = 4000;
//                       ^^^^ nothing

fn main() {
    let reply = Api::from_env().list(DEFAULT_PORT, PAGE_SIZE);
    match reply.code {
    //    ^^^^^^^^^^ outcome fallback 4100,4300
        0 => println!("{}", reply.data),
        4100 => {
    //  ^^^^ sighting 4100 certain arm
            eprintln!("sign anew");
            process::exit(3);
        }
        4300 => {
            eprintln!("no rights");
            process::exit(4);
        }
        _ => process::exit(1),
    }
}

fn advice(reply: &Reply) -> &'static str {
    match reply.code {
    //    ^^^^^^^^^^ outcome lookup 4100,4300,5000
        4100 => "sign anew",
        4300 => "ask for rights",
        5000 => "there is no such machine",
        _ => "see the log",
    }
}

fn stop(reply: &Reply) -> anyhow::Result<()> {
    if reply.code == 4100 {
    // ^^^^^^^^^^ outcome fallback 4100,4300
        anyhow::bail!("sign anew");
    }
    if reply.code == 4300 {
        anyhow::bail!("no rights");
    }
    if reply.code != 0 {
        anyhow::bail!("{}: {}", reply.code, reply.message);
    }
    Ok(())
}

fn start(reply: &Reply) -> Result<(), String> {
    match reply.code {
    //    ^^^^^^^^^^ outcome reported 4100,4300
    //    ^^^^^^^^^^ finding unhandled-fatal-code *
        4100 => Err("sign anew".to_string()),
        4300 => Err("no rights".to_string()),
        _ => Ok(()),
    }
}

fn rename(reply: Reply) -> Reply {
    match reply.code {
    //    ^^^^^^^^^^ outcome passed-on 4100,4300
        4100 => eprintln!("sign anew"),
        4300 => eprintln!("no rights"),
        _ => {}
    }
    reply
}
