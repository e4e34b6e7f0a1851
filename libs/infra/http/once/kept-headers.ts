/** Of the exchange and not of the answer: each exchange has its own. */
const OF_THE_EXCHANGE =
  /^(?:x-request-id|x-ratelimit-.*|x-budget-.*|access-control-.*|vary|date|connection|keep-alive|content-length|transfer-encoding|deprecation|sunset)$/;

export function headersToKeep(
  headers: Readonly<Record<string, string | number | string[] | undefined>>,
): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !OF_THE_EXCHANGE.test(name)) kept[name] = typeof value === 'number' ? `${value}` : value;
  }
  return kept;
}
