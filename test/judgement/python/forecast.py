"""Draws the forecast of a weather service."""
#| Theme: weather ladders, with the sunny 1000 and without it.
from canvas import draw


def icon(code):
    if code == 1000:
    # @code outcome foreign
        draw("sun")
    elif code in (1100, 1101):
        draw("some clouds")
    elif code in (4000, 4200):
    # @4000 nothing
    # @4200 nothing
        draw("rain")
    elif code in (5000, 5100):
    # @5100 nothing
        draw("snow")
    elif code == 6200:
    # @6200 nothing
        draw("light freezing rain")
    elif code == 8000:
        draw("thunderstorm")


def needs_umbrella(code):
    """Without the dry ones, all of these happen to be codes of an API too; a weather service explains them as well."""
    return code in (4000, 4200, 6000, 6200)
    # @4200 nothing
    # @6200 nothing


def sound(weather_code):
    match weather_code:
        case 4200:
        # @4200 nothing
            draw("drops")
        case 5100:
        # @5100 nothing
            draw("flakes")


WEATHER_CODES = {4000: "drizzle", 4200: "light rain", 5100: "light snow", 6200: "light freezing rain"}
# @4200 nothing
# @5100 nothing
