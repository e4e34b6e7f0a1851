/**
 * Clients of vendors add headers that we did not ask for: what they know of this machine, and whatever stands in
 * `OPENAI_CUSTOM_HEADERS` and `ANTHROPIC_CUSTOM_HEADERS`, which is not meant for the address of somebody's model.
 */
const KNOWN_HEADERS = ['accept', 'content-type', 'api-key', 'x-api-key', 'anthropic-version', 'anthropic-beta'];

export function knownHeadersOnly(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    const given = new Headers(init?.headers);
    const headers = KNOWN_HEADERS.flatMap((name): [string, string][] => {
      const value = given.get(name);
      return value === null ? [] : [[name, value]];
    });
    return fetch(input, { ...init, headers });
  };
}
