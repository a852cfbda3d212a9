//| Codes as constants and as an enum, and who uses them.
use std::convert::TryFrom;

use crate::qcloud::Reply;

#[repr(i64)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QcloudErrorCode {
//       ^^^^^^^^^^^^^^^ outcome definition
    AuthFailure = 4100,
    // @4100 sighting 4100 certain member
    UnauthorizedOperation = 4300,
    RequestLimitExceeded = 4400,
    ResourceNotFound = 5000,
}

pub const CODE_BAD_PARAMETER: i64 = 4000;
// @4000 sighting 4000 certain declaration

pub fn settle(reply: &Reply) -> Result<(), String> {
    match QcloudErrorCode::try_from(reply.code) {
        Ok(QcloudErrorCode::AuthFailure) => login(),
        // @QcloudErrorCode::AuthFailure sighting 4100 certain arm
        Ok(QcloudErrorCode::RequestLimitExceeded) => wait(),
        _ => Err(reply.message.clone()),
    }
}

pub fn by_constant(reply: &Reply) -> Result<(), String> {
    if reply.code == CODE_BAD_PARAMETER {
    // @reply.code outcome fallback 4000,4300
    // @CODE_BAD_PARAMETER sighting 4000 certain comparison
        return refuse();
    }
    if reply.code == QcloudErrorCode::UnauthorizedOperation as i64 {
        return deny();
    }
    Err(reply.message.clone())
}

pub mod limits {
    pub const MAX_ITEMS: usize = 4000;
    // @4000 nothing
    pub const WINDOW: u32 = 5000;
    // @5000 nothing
}
