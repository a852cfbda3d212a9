// Package forecast draws the forecast of a weather service.
package forecast

//| Theme: weather ladders, with the sunny 1000 and without it.

func Icon(code int) {
	switch code {
	// @code outcome foreign
	case 1000:
		draw("sun")
	case 1100, 1101:
		draw("some clouds")
	case 4000, 4200:
		// @4000 nothing
		// @4200 nothing
		draw("rain")
	case 5000, 5100:
		// @5100 nothing
		draw("snow")
	case 8000:
		draw("thunderstorm")
	}
}

// Ground has no dry weather: a weather service explains these as well as anybody.
func Ground(code int) {
	switch code {
	case 4200:
		// @4200 nothing
		draw("puddles")
	case 5100:
		// @5100 nothing
		draw("white")
	case 6200:
		// @6200 nothing
		draw("ice")
	}
}

func Sound(weatherCode int) string {
	if weatherCode == 4200 {
		// @4200 nothing
		return "drops"
	}
	return "silence"
}

var (
	weatherCodes = map[int]string{4000: "drizzle", 4200: "light rain", 5100: "light snow", 6200: "freezing rain"}
	// @4200 nothing
	// @5100 nothing
)
