/** Numbers as people read them. */
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const MONEY = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 2 });
const SMALL_MONEY = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 6 });
const MANY = 100_000;

export const NONE = '–';

type Figure = number | null | undefined;

const said = (format: (value: number) => string) => (value: Figure) =>
  value === null || value === undefined ? NONE : format(value);

export const asCount = said((value) => (value >= MANY ? COMPACT : WHOLE).format(value));
export const asNumber = said((value) => SHORT.format(value));
/** Of a share, 0 to 1. */
export const asPercent = said((value) => `${SHORT.format(value * 100)} %`);
export const asUsd = said((value) => (value !== 0 && value < 0.01 ? SMALL_MONEY : MONEY).format(value));

export const asMilliseconds = said((ms) => (ms < 1_000 ? `${WHOLE.format(ms)} ms` : `${SHORT.format(ms / 1_000)} s`));

export const asSeconds = said((seconds) => {
  if (seconds < 60) return `${WHOLE.format(seconds)} s`;
  if (seconds < 3_600)
    return `${WHOLE.format(Math.floor(seconds / 60))} min ${WHOLE.format(Math.round(seconds % 60))} s`;
  return `${SHORT.format(seconds / 3_600)} h`;
});
