/** Of what a tool says; a model reads no more of it. */
export const MAX_RESULT = 16_000;
const CUT = '\n[The rest was cut off.]';

/** As a model is told it: text as it is, everything else as JSON. */
export function toldResult(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return bounded(text.toWellFormed().replaceAll('\0', '\uFFFD'));
}

function bounded(text: string): string {
  return text.length <= MAX_RESULT ? text : text.slice(0, MAX_RESULT - CUT.length).toWellFormed() + CUT;
}
