/** What models write, as PostgreSQL keeps it: no NUL, no half characters, no depth without end. */

/** Arguments are 32,768 characters at most; other tools refuse more. */
const MAX_INPUT = 32_768;
const MAX_DEPTH = 50;
/** Escapes in JSON that stand for what jsonb refuses. */
const REFUSED_ESCAPE = /\\u(?:0000|d[89a-f])/i;

export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The arguments of a call as JSON where that can be kept, else as the text that they are. */
export function storableArguments(text: string): unknown {
  const kept = storableText(text).slice(0, MAX_INPUT).toWellFormed();
  if (text.length > MAX_INPUT || REFUSED_ESCAPE.test(kept) || depthOf(kept) > MAX_DEPTH) return kept;
  try {
    return JSON.parse(kept);
  } catch {
    return kept;
  }
}

/** Brackets within texts count too, which does no harm. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of json) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
