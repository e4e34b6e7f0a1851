/** Items of the Responses API, as they come in and as they were stored, in the order of what was said. */
import { contentOf, refused } from '../asking/content-parts';
import { type Said, saidOf, type Utterance } from '../asking/said';
import { unsupportedValue } from '../openai.errors';

/** An item as it stands in a request or in what was stored of one. */
export type Item = Readonly<Record<string, unknown>>;

/** What models think is theirs: it is neither read nor kept. */
const PASSED_OVER = new Set(['reasoning', 'item_reference']);

/** A text is what the user says. @throws `input.invalid` */
export function itemsOf(input: unknown): Item[] {
  if (typeof input === 'string') return [{ type: 'message', role: 'user', content: input }];
  if (!Array.isArray(input) || input.length === 0) throw refused('input', 'it must be a text or a list of items.');
  return input.map((item: unknown, at) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      throw refused(`input[${at}]`, 'it must be an object.');
    return item as Item;
  });
}

/** @param earlier what was stored of the responses that this one goes on with */
export function saidInItems(
  earlier: readonly Item[],
  items: readonly Item[],
  instructions: string | null | undefined,
): Said {
  const before = earlier.flatMap((item) => utterancesOf(item, 'previous_response_id'));
  const now = items.flatMap((item, at) => utterancesOf(item, `input[${at}]`));
  const own: Utterance[] = instructions ? [{ role: 'instructions', text: instructions }] : [];
  const said = saidOf([...own, ...joined([...before, ...now])]);
  if (said === undefined) throw refused('input', "it must have at least one message of the role 'user'.");
  if (said.message.trim() === '' && said.images.length === 0)
    throw refused('input', "the last message of the role 'user' must say something.");
  return said;
}

function utterancesOf(item: Item, param: string): Utterance[] {
  const { type = 'message' } = item;
  if (type === 'message') return [messageOf(item, param)];
  if (type === 'function_call') {
    const [id, name, args] = [
      textOf(item, 'call_id', param),
      textOf(item, 'name', param),
      textOf(item, 'arguments', param),
    ];
    return [{ role: 'assistant', text: '', toolCalls: [{ id, name, arguments: args }] }];
  }
  if (type === 'function_call_output')
    return [{ role: 'tool', callId: textOf(item, 'call_id', param), text: outputOf(item, param) }];
  if (PASSED_OVER.has(String(type))) return [];
  throw unsupportedValue(
    `${param}.type`,
    `Unsupported value: items of the type '${String(type).slice(0, 50)}' are not supported.`,
  );
}

function messageOf({ role, content }: Item, param: string): Utterance {
  const { text, images } = contentOf(content, `${param}.content`);
  if (role === 'user') return { role, text, images };
  if (role === 'assistant') return { role, text };
  if (role === 'system' || role === 'developer') return { role: 'instructions', text };
  throw refused(`${param}.role`, 'it must be one of user, assistant, system, developer.');
}

/** A text, or parts of one. */
function outputOf({ output }: Item, param: string): string {
  return contentOf(output, `${param}.output`).text;
}

function textOf(item: Item, field: string, param: string): string {
  const text = item[field];
  if (typeof text !== 'string' || (text === '' && field !== 'arguments'))
    throw refused(`${param}.${field}`, 'it must be a text.');
  return text;
}

/** What the model said and which calls it wanted come as items of their own, and are one message. */
function joined(utterances: readonly Utterance[]): Utterance[] {
  const messages: Utterance[] = [];
  for (const one of utterances) {
    const last = messages.at(-1);
    if (one.role === 'assistant' && one.toolCalls && last?.role === 'assistant')
      messages[messages.length - 1] = { ...last, toolCalls: [...(last.toolCalls ?? []), ...one.toolCalls] };
    else messages.push(one);
  }
  return messages;
}
