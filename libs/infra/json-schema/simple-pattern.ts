/**
 * Regular expressions that cost little on short texts, whoever wrote them. A matcher that backtracks, as JavaScript's, takes
 * time that grows with the text's length to the power of the unbounded repetitions that may share it, and exponentially when a
 * repetition is itself repeated. So there are two repetitions at most, none of a group, and nothing that looks elsewhere.
 */
const MAX_PATTERN = 200;
const MAX_UNBOUNDED = 2;
/** A bounded repetition costs as often as it may match. */
const MAX_REPEATS = 100;
/** Times `MAX_UNBOUNDED` powers: a million steps at most. */
export const MAX_MATCHED_TEXT = 1_000;

export function isSimplePattern(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN || !isPattern(pattern)) return false;
  const bare = withoutLiterals(pattern);
  if (/\(\?(?!:)/.test(bare) || /\\[1-9k]/.test(bare) || /\)[*+{]/.test(bare)) return false;
  const bounded = [...bare.matchAll(/\{(\d+)(?:,(\d+))?\}/g)];
  if (bounded.length > MAX_UNBOUNDED || bounded.some(([, least, most]) => Number(most ?? least) > MAX_REPEATS))
    return false;
  return (bare.match(/[*+]|\{\d+,\}/g) ?? []).length <= MAX_UNBOUNDED;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Escaped characters and classes become one letter; back references stay. */
function withoutLiterals(pattern: string): string {
  return pattern.replace(/\\[^1-9k]/g, 'a').replace(/\[(?:\\.|[^\]\\])*\]/g, 'a');
}
