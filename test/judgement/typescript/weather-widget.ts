//| Weather services number the weather as the API numbers its failures.
import { icons, type Icon } from './icons.ts';

/** Tomorrow.io's weather codes, https://docs.tomorrow.io/reference/data-layers-weather-codes */
export function weatherIcon(code: number): Icon {
  switch (code) {
  //      ^^^^ outcome foreign
    case 1000:
      return icons.clear();
    case 1100:
    case 1101:
      return icons.cloudy();
    case 4000:
    //   ^^^^ nothing
      return icons.drizzle();
    case 4200:
    //   ^^^^ nothing
      return icons.lightRain();
    case 5000:
    //   ^^^^ nothing
      return icons.snow();
    case 5100:
    //   ^^^^ nothing
      return icons.lightSnow();
    case 6000:
    //   ^^^^ nothing
      return icons.freezingDrizzle();
    case 8000:
      return icons.thunderstorm();
    default:
      return icons.unknown();
  }
}

/** Is an umbrella needed? Rain and snow only, so 1000 and its like do not come up. */
export function precipitation(values: { weatherCode: number }, pack: (thing: string) => void): void {
  if (values.weatherCode === 4000) pack('hat');
  // @4000 nothing
  else if (values.weatherCode === 4200) pack('umbrella');
  // @4200 nothing
  else if (values.weatherCode === 5100) pack('boots');
  // @5100 nothing
  else if (values.weatherCode === 6200) pack('spikes');
  // @6200 nothing
}

/** The same from a day's forecast, where the field is only called code. */
export function forecastAdvice({ code }: { code: number }, advise: (text: string) => void): void {
  // Weather: 4000 drizzle, 4200 light rain, 5000 snow, 5100 light snow, 6000 freezing drizzle, 6200 light freezing rain.
  if (code === 4000 || code === 4200) advise('umbrella');
  // @4000 nothing
  // @4200 nothing
  else if (code === 5000 || code === 5100) advise('boots');
  // @5000 nothing
  // @5100 nothing
  else if (code === 6000 || code === 6200) advise('stay');
  // @6000 nothing
  // @6200 nothing
}
