/**
 * Headers that the owner of a bot wants sent to a back-end. What is secret among them is taken out and stands there as a mask, in
 * what is stored and in what is shown alike; whoever sends the mask back means the secret that is kept.
 */
import type { FieldProblem } from '#kernel';
import { INTEGRATION_LIMITS } from '../integrations.types';

export const SECRET_MASK = '********';

/** A token of RFC 9110 §5.6.2. */
const NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;
/** Visible characters, blanks and tabs of RFC 9110 §5.5, in ASCII: no line ends. */
const VALUE = /^[\t\x20-\x7e]*$/;
/** Of the connection (RFC 9110 §7.6.1) and of the message, which say themselves what they are. */
const OF_THE_CONNECTION =
  /^(?:host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|proxy-.*|content-.*|accept|accept-encoding)$/i;
/** What every call says of us. */
const OURS = /^(?:user-agent|x-chatbot-platform-version|x-bot-id|x-integration-id)$/i;

const SECRET_NAME = /auth|cookie|token|secret|key|passw|pwd|credential|signature|session/i;
/** Schemes of RFC 7235, and prefixes that providers give their keys. */
const SECRET_PREFIX =
  /^(?:bearer|basic|digest|token|apikey)\s|^(?:sk|pk|rk|ghp|gho|github_pat|glpat|xox[a-z]|eyj)[-_a-z0-9]/i;
/** One long word that is no word: what looks random is taken for a secret. */
const RANDOM_WORD = /^(?=.*\d)(?=.*[a-z])[\w+/=.~-]{20,}$/i;

export type Headers = Readonly<Record<string, string>>;

export interface SplitHeaders {
  /** Secrets are the mask. */
  headers: Headers;
  secrets: Headers;
}

/** What is wrong with them, each header by `headers.<name>`; of values nothing is told. */
export function headerProblems(headers: Readonly<Record<string, unknown>>, kept: Headers): FieldProblem[] {
  const entries = Object.entries(headers);
  const { headers: most } = INTEGRATION_LIMITS;
  if (entries.length > most) return [{ field: 'headers', message: `headers must be at most ${most}.` }];
  const seen = new Set<string>();
  return entries.flatMap(([name, value]) => {
    const fault = nameFault(name, seen) ?? valueFault(name, value, kept);
    seen.add(name.toLowerCase());
    const field = `headers.${name.slice(0, 50)}`;
    return fault === undefined ? [] : [{ field, message: `${field} ${fault}.` }];
  });
}

/** Headers without problems; the mask is the secret of before, and nothing when there is none any more. */
export function splitHeaders(given: Headers, kept: Headers): SplitHeaders {
  const meant = Object.entries(given).flatMap(([name, value]) => {
    const text = value === SECRET_MASK ? keptValue(kept, name) : value;
    return text === undefined ? [] : [[name, text, value === SECRET_MASK || isSecret(name, text)] as const];
  });
  return {
    headers: Object.fromEntries(meant.map(([name, text, isHidden]) => [name, isHidden ? SECRET_MASK : text])),
    secrets: Object.fromEntries(meant.flatMap(([name, text, isHidden]) => (isHidden ? [[name, text]] : []))),
  };
}

/** As they are sent. */
export function wholeHeaders(headers: Headers, secrets: Headers): Headers {
  const plain = Object.entries(headers).filter(([, value]) => value !== SECRET_MASK);
  return { ...Object.fromEntries(plain), ...secrets };
}

export function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || SECRET_PREFIX.test(value) || RANDOM_WORD.test(value);
}

function nameFault(name: string, seen: ReadonlySet<string>): string | undefined {
  if (!NAME.test(name)) return 'must have a name of letters, digits and hyphens';
  if (OF_THE_CONNECTION.test(name)) return 'is set by the connection itself and cannot be given';
  if (OURS.test(name)) return 'is sent with every call by the server and cannot be given';
  return seen.has(name.toLowerCase()) ? 'is given twice' : undefined;
}

function valueFault(name: string, value: unknown, kept: Headers): string | undefined {
  const { headerValueChars } = INTEGRATION_LIMITS;
  if (typeof value !== 'string' || value.length > headerValueChars || !VALUE.test(value))
    return `must be a text of at most ${headerValueChars} characters of ASCII, without line ends`;
  const isUnknown = value === SECRET_MASK && keptValue(kept, name) === undefined;
  return isUnknown ? 'is the mask of a secret that is not kept; give its value' : undefined;
}

/** Names of headers are the same in any case. */
function keptValue(kept: Headers, name: string): string | undefined {
  const known = Object.keys(kept).find((one) => one.toLowerCase() === name.toLowerCase());
  return known === undefined ? undefined : kept[known];
}
