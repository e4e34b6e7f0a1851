/** Headers that the owner of a bot wants sent to a tool server. */
const NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;
/** Visible characters and blanks of RFC 9110 §5.5, in ASCII. */
const VALUE = /^[\x20-\x7e]{1,4000}$/;
/** What the connection and the protocol say themselves. */
const OWN =
  /^(?:host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|content-.*|accept|mcp-.*|last-event-id)$/i;
const MAX_HEADERS = 20;

/** What the value must be instead; undefined when it is acceptable, or absent. */
export function headerFault(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return 'an object of header names and values';
  const entries = Object.entries(value);
  if (entries.length > MAX_HEADERS) return `at most ${MAX_HEADERS} headers`;
  const unfit = entries.find(([name, text]) => !NAME.test(name) || OWN.test(name) || !VALUE.test(String(text)));
  return unfit && `without the header ${unfit[0].slice(0, 50)}, which cannot be sent so`;
}

/** Those that can be sent. */
export function headersIn(value: unknown): Record<string, string> {
  if (value === undefined || headerFault(value) !== undefined) return {};
  return { ...(value as Record<string, string>) };
}
