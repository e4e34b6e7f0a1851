/**
 * Entities that are annotated in the texts of Rasa: `[value](entity)`, `[value]{"entity": "city"}`, `[value][{...}, {...}]`
 * (Rasa 3, "Training Data Format"). In one pass, since texts come from anybody and may be long.
 */
const ENDS: ReadonlyArray<readonly [begin: string, end: string]> = [
  ['(', ')'],
  ['[{', '}]'],
  ['{', '}'],
];
/** Stands for an opening bracket that is none of an annotation: an annotation whose value is the bracket. */
const BRACKET = '[[](bracket)';

/** The text as a person would say it: of annotations their values. */
export function withoutAnnotations(text: string): string {
  let plain = '';
  let keptUpTo = 0;
  let opened = -1;
  const missing = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[' && opened < 0) opened = at;
    if (text[at] !== ']') continue;
    const end = opened >= 0 && at > opened + 1 ? endOfNote(text, at + 1, missing) : -1;
    if (end >= 0) {
      plain += text.slice(keptUpTo, opened) + text.slice(opened + 1, at);
      keptUpTo = end;
      at = end - 1;
    }
    opened = -1;
  }
  return plain + text.slice(keptUpTo);
}

/** As it has to be written so that nothing in it is taken for an annotation. */
export function withLiteralBrackets(text: string): string {
  return withoutAnnotations(text) === text ? text : text.replaceAll('[', BRACKET);
}

/** Behind what says of which entity the value is; -1 when nothing does. @param missing ends that do not come any more */
function endOfNote(text: string, at: number, missing: Set<string>): number {
  const kind = ENDS.find(([begin]) => text.startsWith(begin, at));
  if (!kind || missing.has(kind[1])) return -1;
  const [begin, end] = kind;
  const found = text.indexOf(end, at + begin.length);
  if (found < 0) missing.add(end);
  return found > at + begin.length ? found + end.length : -1;
}
