//| A command line tool: exit codes of its own, and a reply that it looks at.
use std::process;

use qcloudapi::{Client, Reply};

fn main() {
    let code = match run() {
        Ok(()) => 0,
        Err(e) => {
            eprintln!("{e}");
            1
        }
    };
    process::exit(code);
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let reply = client.call("DescribeInstances")?;
    match reply.code {
    // @reply.code outcome fallback
        0 => print(&reply),
        4100 => {
        // @4100 finding swallowed-fatal-code *
        }
        4500 => client.sign(&reply)?,
        _ => println!("{}", reply.code),
    }
    Ok(())
}

fn page(reply: &Reply) -> usize {
    reply.total.min(5000)
    // @5000 nothing
}

fn explain(reply: &Reply) {
    if reply.code == 4100 {
    // @reply.code outcome fallback
        println!("log in first");
    } else if reply.code == 4300 {
        println!("ask for the right to do that");
    } else {
        panic!("{}: {}", reply.code, reply.message);
    }
}
