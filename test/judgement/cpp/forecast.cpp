//| Theme: weather codes of tomorrow.io.
#include <map>
#include <string>

// https://api.tomorrow.io/v4/timelines
static const std::map<int, std::string> kIcons = {
    {1000, "clear"}, {4000, "drizzle"}, {4200, "light rain"}, {5000, "snow"},
    // @4000 nothing
    // @5000 nothing
    {5100, "light snow"}, {6000, "freezing drizzle"}, {6200, "light freezing rain"}, {8000, "thunderstorm"},
    // @6000 nothing
};

std::string Icon(int weatherCode) {
  if (weatherCode == 4000 || weatherCode == 4200) return "rain";
  // @4000 nothing
  return kIcons.at(weatherCode);
}
