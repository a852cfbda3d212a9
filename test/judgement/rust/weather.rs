//| Codes of a weather service; nothing of the API here.
use weather::Station;

pub fn icon(station: &Station) -> &'static str {
    match station.code {
        1000 => "clear",
        4001 => "drizzle",
        5000 => "snow",
        _ => "sun",
    }
}

pub fn alarm(station: &Station) {
    if station.code == 5200 {
    //                 ^^^^ nothing
        station.ring();
    } else if station.code == 5300 {
    //                        ^^^^ nothing
        station.flash();
    }
}
