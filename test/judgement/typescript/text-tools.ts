//| Numbers of texts, colours, machines and games, in a file without any API.
import { words } from './words.ts';

export const isGeorgian = (text: string): boolean => text.charCodeAt(0) >= 4256 && text.charCodeAt(0) !== 4300;
// @4300 nothing
export const isBurmese = (point: number): boolean => point === 4100 || point === 4200;
// @4100 nothing
// @4200 nothing
export const letters = String.fromCodePoint(4100, 4300, 5100);
// @4100 nothing
// @4300 nothing
// @5100 nothing

export function wordsPerPage(count: number): number {
  switch (count) {
    case 4000:
    // @4000 nothing
      return words.few();
    case 5000:
    // @5000 nothing
      return words.many();
    default:
      return words.all();
  }
}

export function onPad(event: { keyCode: number; statusCode: number }): void {
  if (event.keyCode === 4500) words.up();
  // @4500 nothing
  if (event.statusCode === 5300) words.down();
  // @5300 nothing
}

export const kelvin = { warm: 4000, day: 5500, cold: 6200 };
// @4000 nothing
// @5500 nothing
// @6200 nothing

export function dial(countryCode: string, areaCode: number, httpCode: number): string {
  if (areaCode === 4100) return `+${countryCode}`;
  // @4100 nothing
  if (httpCode === 5000) return 'never';
  // @5000 nothing
  return `${countryCode === '4400' ? 0 : 1}`;
  // @4400 nothing
}

const version = [4, 5, 6];
const semver = '4100.5300.0';
// @`4100.5300.0` nothing
export const release = `${version.join('.')}+${semver}-rc.6000`;
// @6000 nothing

/** MetaTrader's terminal: errors of its trade server, 4000 and upwards for programs. */
export function tradeError(code: number, log: (text: string) => void, retry: () => void): void {
  switch (code) {
    case 4000:
    // @4000 nothing
      break;
    case 4051:
    case 4106:
      log('wrong parameter');
      break;
    case 4200:
    // @4200 nothing
      retry();
      break;
    case 130:
    case 4109:
      log('not allowed');
      break;
  }
}
