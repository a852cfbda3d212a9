//| Codes of the weather.
pub struct Forecast {
    pub weather_code: u32,
    pub temperature: f64,
}

pub fn icon(forecast: &Forecast) -> &'static str {
    match forecast.weather_code {
        1000 => "sun",
        1100..=1102 => "cloud",
        2000 | 2100 => "fog",
        4000 => "drizzle",
        // @4000 nothing
        4200 => "rain",
        // @4200 nothing
        5000 | 5100 => "snow",
        // @5000 nothing
        // @5100 nothing
        6000 => "ice",
        // @6000 nothing
        _ => "question",
    }
}

pub fn is_wet(weather_code: u32) -> bool {
    (4000..=4201).contains(&weather_code)
    // @4000 nothing
}
