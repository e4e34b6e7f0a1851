/**
 * Examples as training data of Rasa 3. Texts stand in a block, one a line after a dash, as people write them; those of an intent
 * that has a text for which a line is no place, as a list of quoted texts.
 */
import { withLiteralBrackets } from './annotations';

export const RASA_HEAD = 'version: "3.1"\n\nnlu:\n';

/** Line breaks of any YAML version and what no YAML may hold as it is (YAML 1.2.2, 5.1), and blanks at the ends. */
const NOT_FOR_A_LINE =
  /[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|^\s|\s$|^$/u;
const NOT_PRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** A word that no version of YAML takes for anything but a text. */
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null|y|n)$)[a-z_][\w/-]*$/i;
/** In UTF-16 units; a longer key has to be announced (YAML 1.2.2, 7.4.2, "implicit keys"). */
const MAX_KEY_LENGTH = 1_000;

export type RasaForm = 'lines' | 'list';

export function formOf(text: string): RasaForm {
  return NOT_FOR_A_LINE.test(text) ? 'list' : 'lines';
}

export function beginningOf(intent: string, form: RasaForm): string {
  return `- intent: ${writtenText(intent)}\n  examples:${form === 'lines' ? ' |' : ''}\n`;
}

export function writtenExample(text: string, form: RasaForm): string {
  const literal = withLiteralBrackets(text);
  return form === 'lines' ? `    - ${literal}\n` : `  - text: ${quoted(literal)}\n`;
}

export function writtenResponse(intent: string, answer: string): string {
  const key = writtenText(`utter_${intent}`);
  const begin = key.length > MAX_KEY_LENGTH ? `  ? ${key}\n  :\n` : `  ${key}:\n`;
  return `${begin}  - text: ${quoted(answer)}\n`;
}

function writtenText(text: string): string {
  return PLAIN.test(text) ? text : quoted(text);
}

/** JSON is YAML, but for some characters that only JSON holds as they are. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    NOT_PRINTABLE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
