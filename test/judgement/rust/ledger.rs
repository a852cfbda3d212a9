//| A chart of accounts, rows of a price list, years: numbers that stand beside the word code.
pub struct Account {
    pub account_code: u32,
    pub title: &'static str,
}

pub const ACCOUNTS: [Account; 3] = [
    Account { account_code: 4000, title: "Sales" },
    // @4000 nothing
    Account { account_code: 4100, title: "Services" },
    // @4100 nothing
    Account { account_code: 5000, title: "Goods sold" },
    // @5000 nothing
];

pub fn group(account_code: u32) -> &'static str {
    match account_code {
        4000..=4999 => "income",
        // @4000 nothing
        5000..=5999 => "cost",
        // @5000 nothing
        _ => "other",
    }
}

pub fn area(area_code: &str) -> Option<&'static str> {
    match area_code {
        "4100" => Some("Yongin"),
        // @4100 nothing
        "4300" => Some("Cheongju"),
        // @4300 nothing
        _ => None,
    }
}
