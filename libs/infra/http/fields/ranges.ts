export function within(value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean {
  return value >= min && value <= max;
}

/** `1 to 128 characters`, `at most 128 characters`. */
export function range(min: number, max: number, unit: string): string {
  const units = max === 1 ? unit : `${unit}s`;
  if (min === max) return `exactly ${max} ${units}`;
  return min === 0 ? `at most ${count(max)} ${units}` : `${count(min)} to ${count(max)} ${units}`;
}

/** ` from 0 to 1`, ` of at least 1`, nothing without limits. */
export function limits(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

/** With separators, the same on every machine. */
function count(value: number): string {
  return value.toLocaleString('en-US');
}
