/** Requests that the API suggests, with what a person has filled in. */
import type { SuggestedAction } from './wire';

const BASE = '/api/v1';

/** Of a suggestion within the main API; others are not sent from here. */
export function pathWithin({ path }: SuggestedAction): string | undefined {
  return path.startsWith(`${BASE}/`) ? path.slice(BASE.length) : undefined;
}

/** The body with texts at their paths; the suggestion itself stays as it is. */
export function filledBody({ body = {} }: SuggestedAction, texts: ReadonlyMap<string, string>): unknown {
  const filled = structuredClone(body) as Record<string, unknown>;
  for (const [path, text] of texts) setAt(filled, path.split('.'), text);
  return filled;
}

function setAt(target: Record<string, unknown>, [name, ...rest]: string[], text: string): void {
  if (name === undefined || name === '__proto__') return;
  if (rest.length === 0) {
    target[name] = text;
    return;
  }
  const within = target[name];
  if (typeof within === 'object' && within !== null) setAt(within as Record<string, unknown>, rest, text);
}
