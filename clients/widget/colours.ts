/** Colours that can be read: relative luminance and contrast as WCAG 2.2 defines them. */

type Rgb = readonly number[];

/** Normal text at level AA (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
const WHITE = '#ffffff';
/** A surface may become so much darker that white can stand on it, which is hardly seen; otherwise black stands on it. */
const LEAST_SHARE = 0.85;
const STEP = 0.01;

/** @param hex `#rgb` or `#rrggbb` */
export function surfaceColours(hex: string): { surface: string; text: string } {
  const colour = parse(hex);
  for (let share = 1; share >= LEAST_SHARE; share -= STEP) {
    const surface = written(colour.map((value) => Math.round(value * share)));
    if (contrast(surface, WHITE) >= READABLE) return { surface, text: WHITE };
  }
  return { surface: written(colour), text: '#000000' };
}

export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(parse(one)) + 0.05, luminance(parse(other)) + 0.05];
  return Math.max(first / second, second / first);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(hex: string): Rgb {
  const digits = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

function written(colour: Rgb): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
