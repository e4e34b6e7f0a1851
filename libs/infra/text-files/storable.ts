/**
 * What PostgreSQL cannot hold: NUL in text and jsonb, lone surrogates in jsonb (PostgreSQL manual, 8.14 "JSON Types"), and
 * nesting that exhausts a stack.
 */

/** Deeper than what people keep beside a text, shallow enough for every recursion behind us. */
const MAX_DEPTH = 64;

/** Completes "<field> must"; undefined when all is well. */
export function faultIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'hold only numbers that fit into 64 bits';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= MAX_DEPTH) return `not be nested deeper than ${MAX_DEPTH} levels`;
  for (const [name, member] of Object.entries(value)) {
    const fault = faultOfText(name) ?? faultIn(member, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfText(text: string): string | undefined {
  if (text.includes('\0')) return 'not contain the character U+0000';
  return text.isWellFormed() ? undefined : 'be well-formed Unicode, without half surrogate pairs';
}
