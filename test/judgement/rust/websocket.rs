//| Web sockets: close codes, ports, sizes.
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

const GATEWAY_PORT: u16 = 4100;
// @4100 nothing

pub async fn on_close(session: &mut Session, frame: CloseFrame<'_>) -> Result<(), Error> {
    match u16::from(frame.code) {
        4000 => session.resume().await,
        // @4000 nothing
        4004 => Err(Error::BadToken),
        4009 => session.reconnect().await,
        4100 => session.leave().await,
        // @4100 nothing
        _ => Ok(()),
    }
}

pub fn code_of(reason: Reason) -> CloseCode {
    match reason {
        Reason::Idle => CloseCode::Library(4000),
        // @4000 nothing
        Reason::Full => CloseCode::Library(4300),
        // @4300 nothing
        Reason::Quit => CloseCode::Normal,
    }
}

pub fn chunk(size: usize) -> usize {
    if size > 5000 {
    // @5000 nothing
        4000
        // @4000 nothing
    } else {
        size
    }
}
