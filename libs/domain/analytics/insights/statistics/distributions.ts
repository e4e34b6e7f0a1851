/** Tails of the normal distribution and of Student's, to ten digits or more. */

/** Two-sided: how often chance alone is at least as far from 0. */
export function normalPValue(z: number): number {
  return Number.isFinite(z) ? upperGamma(z * z) : 0;
}

/** Two-sided, with so many degrees of freedom, which need not be whole. */
export function studentPValue(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return 0;
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** Steps after which the series and the fractions below have long converged. */
const maxSteps = 500;
const precision = 1e-15;
/** Keeps a fraction from dividing by nought. */
const tiny = 1e-300;

/** Q(1/2, square / 2), which is erfc(z / sqrt 2). By its series near 0, else by its continued fraction (Lentz). */
function upperGamma(square: number): number {
  const x = square / 2;
  if (x === 0) return 1;
  const scale = Math.exp(-x + 0.5 * Math.log(x) - 0.5 * Math.log(Math.PI));
  if (x < 1.5) {
    let term = 2;
    let sum = term;
    for (let n = 1; n < maxSteps && term > sum * precision; n++) {
      term *= x / (0.5 + n);
      sum += term;
    }
    return 1 - scale * sum;
  }
  let b = x + 0.5;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < maxSteps; n++) {
    const a = -n * (n - 0.5);
    b += 2;
    d = 1 / apart(a * d + b);
    c = apart(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return scale * fraction;
}

/** Regularised, by its continued fraction (Lentz), on the side where that converges fast. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return (scale * betaFraction(x, a, b)) / a;
  return 1 - (scale * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let n = 1; n < maxSteps; n++) {
    const even = (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n));
    d = 1 / apart(1 + even * d);
    c = apart(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1));
    d = 1 / apart(1 + odd * d);
    c = apart(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return fraction;
}

function apart(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Stirling's series, from 8 on; below that by the recurrence. */
function logGamma(value: number): number {
  let [x, shift] = [value, 0];
  while (x < 8) {
    shift += Math.log(x);
    x++;
  }
  const square = 1 / (x * x);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1_260 - square * (1 / 1_680 - square / 1_188)))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
