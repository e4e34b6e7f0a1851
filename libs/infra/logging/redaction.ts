/** Names of fields whose text is never written: `authorization`, `x-api-key`, `accessToken`, `client_secret`, ... */
const SECRET_NAME = /(authorization|cookie|password|passphrase|secret|api[-_]?key|token)$/i;
const REDACTED = '[redacted]';
/** Deeper values are cut: a line is for reading. */
const MAX_DEPTH = 6;

/** A copy without secrets. Numbers and booleans stay: `maxToken: 100` is none. Errors are left to their own serializer. */
export function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  return redact(fields, 0) as Record<string, unknown>;
}

function redact(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) return value;
  if (depth === MAX_DEPTH) return '[cut]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) && isSecret(inner) ? REDACTED : redact(inner, depth + 1),
    ]),
  );
}

function isSecret(value: unknown): boolean {
  return value !== null && !['number', 'boolean', 'undefined'].includes(typeof value);
}
