import { element, setText } from '../../dom/element';
import { filledBody, pathWithin } from '../actions';
import type { Session } from '../session';
import type { SuggestedAction } from '../wire';

/** What the API suggests, with room for what a person has to add. Nothing is sent before they say so. */
export function actionForm(session: Session, action: SuggestedAction): HTMLElement | undefined {
  const path = pathWithin(action);
  if (path === undefined) return undefined;
  const result = element('p', { role: 'status' });
  const fields = (action.fill ?? []).map((name) => ({ name, input: element('textarea', { rows: 3, required: true }) }));
  const send = element('button', { type: 'submit' }, action.title);
  const submit = async (event: Event) => {
    event.preventDefault();
    send.disabled = true;
    const body = filledBody(action, new Map(fields.map(({ name, input }) => [name, input.value])));
    try {
      await session.request(path, requestOf(action, body));
      setText(result, 'Done.');
    } catch (error) {
      setText(result, (error as Error).message);
      send.disabled = false;
    }
  };
  return element(
    'form',
    { class: 'action', onsubmit: submit },
    ...fields.map(({ name, input }) => element('label', {}, labelOf(name), input)),
    element('div', { class: 'actions' }, send),
    result,
  );
}

function requestOf({ method }: SuggestedAction, body: unknown): RequestInit {
  if (method === 'GET' || method === 'DELETE') return { method };
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** `items.0.content` is the content of an item. */
function labelOf(path: string): string {
  const name = path.split('.').filter((part) => Number.isNaN(Number(part)));
  const text = name.at(-1) ?? path;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
