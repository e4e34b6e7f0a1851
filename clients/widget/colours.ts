/** Colours that can be read: relative luminance and contrast as WCAG 2.2 defines them. */

type Rgb = readonly number[];

/** Normal text at level AA (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** How much darker a surface may become so that white can stand on it, before black is used: hardly seen. */
const MOST_DARKENING = 0.15;
const STEP = 0.01;

/** @param hex `#rgb` or `#rrggbb` */
export function surfaceColours(hex: string): { surface: string; text: string } {
  const colour = parse(hex);
  const darker = nearer(colour, BLACK, WHITE, MOST_DARKENING);
  return darker ? { surface: written(darker), text: '#fff' } : { surface: written(colour), text: '#000' };
}

/** The colour itself, or as much nearer to black or white as it needs to be read on the background. */
export function readableOn(background: string, hex: string): string {
  const behind = parse(background);
  const target = luminance(behind) > 0.18 ? BLACK : WHITE;
  return written(nearer(parse(hex), target, behind, 1) ?? target);
}

function nearer(colour: Rgb, target: Rgb, other: Rgb, mostShare: number): Rgb | undefined {
  for (let share = 0; share <= mostShare; share += STEP) {
    const mixed = colour.map((value, at) => Math.round(value + (target[at]! - value) * share));
    if (contrast(mixed, other) >= READABLE) return mixed;
  }
  return undefined;
}

export function contrastOf(one: string, other: string): number {
  return contrast(parse(one), parse(other));
}

function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one) + 0.05, luminance(other) + 0.05];
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
