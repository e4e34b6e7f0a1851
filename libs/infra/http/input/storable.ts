/**
 * What PostgreSQL cannot hold: NUL in text and jsonb, lone surrogates in jsonb (PostgreSQL manual, 8.14 "JSON Types"),
 * nesting that exhausts a stack. Refused at the door, where the field can still be named.
 */
export interface StorageFault {
  /** From the outside in. */
  path: string[];
  /** Completes "<path> must". */
  rule: string;
}

/** Deeper than any configuration a person writes, shallow enough for every recursion behind us. */
const MAX_DEPTH = 64;

export function storageFaultIn(value: unknown, depth = 0): StorageFault | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value !== 'object' || value === null) return faultOfNumber(value);
  if (depth >= MAX_DEPTH) return { path: [], rule: `not be nested deeper than ${MAX_DEPTH} levels` };
  if (!Array.isArray(value) && !isPlain(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const fault = (Array.isArray(value) ? undefined : faultOfText(key)) ?? storageFaultIn(member, depth + 1);
    if (fault) return { ...fault, path: [printable(key), ...fault.path] };
  }
  return undefined;
}

function faultOfText(text: string): StorageFault | undefined {
  if (text.includes('\0')) return { path: [], rule: 'not contain the character U+0000' };
  return text.isWellFormed() ? undefined : { path: [], rule: 'be well-formed Unicode, without half surrogate pairs' };
}

/** `1e309` is valid JSON and no number that JavaScript has. */
function faultOfNumber(value: unknown): StorageFault | undefined {
  if (typeof value !== 'number' || Number.isFinite(value)) return undefined;
  return { path: [], rule: 'be a number that fits into 64 bits (IEEE 754)' };
}

/** JSON objects, and queries, whose parser gives them a prototype of its own. Files and the like are not ours to check. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function printable(key: string): string {
  return key.toWellFormed().replaceAll('\0', '\\u0000');
}
