/**
 * Why a request got no answer, in words for the people who gave its address. They are fixed sentences: what the system says
 * names addresses and libraries, which are the operator's business.
 */
import { AppError } from '#kernel';

export interface ExchangeFailure {
  /** `unreachable`: no connection, or it broke. `address_refused`: the address leads where nobody may go; nothing was sent. */
  outcome: 'timed_out' | 'unreachable' | 'address_refused';
  error: string;
}

const RESOLVING = 'The host name could not be resolved.';
const CLOSED = 'The connection was closed before an answer came.';
const UNREACHABLE = 'The host could not be reached.';

const TEXTS: Readonly<Record<string, string>> = {
  ENOTFOUND: RESOLVING,
  EAI_AGAIN: RESOLVING,
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  UND_ERR_HEADERS_OVERFLOW: 'The head of the answer was too long.',
};

const TIMEOUTS = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);
/** Codes of OpenSSL about certificates (node:tls, "X509 certificate error codes"), and of Node about their names. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ISSUER|^ERR_TLS_/;
const TLS = /^(EPROTO$|ERR_SSL_)/;
/** Codes of the parser of HTTP. */
const NOT_HTTP = /^HPE_/;

export function timedOut(timeoutMs: number): ExchangeFailure {
  return { outcome: 'timed_out', error: `No answer came within ${timeoutMs / 1_000} s.` };
}

export function failureOf(error: unknown): ExchangeFailure {
  // Of the address guard: its messages are for people and tell nothing of the network.
  if (error instanceof AppError) return { outcome: 'address_refused', error: error.message };
  const code = codeOf(error);
  if (TIMEOUTS.has(code)) return { outcome: 'timed_out', error: 'No connection came about in time.' };
  return { outcome: 'unreachable', error: textOf(code) };
}

function textOf(code: string): string {
  if (Object.hasOwn(TEXTS, code)) return TEXTS[code]!;
  if (TLS.test(code)) return 'No encrypted connection came about.';
  if (CERTIFICATE.test(code)) return `The certificate of the host is not accepted (${code}).`;
  if (NOT_HTTP.test(code)) return 'The answer was not HTTP.';
  return 'The connection failed.';
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : codeOf(cause);
}
