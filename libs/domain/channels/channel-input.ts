/** What a channel must be, in whichever dialect it is described. */
import { AppError, type FieldProblem, invalidInput } from '#kernel';
import type { ChannelCredentials, ChannelTransport } from '#providers/channel-transport';
import { CHANNEL_LIMITS } from './channels.types';

/** Another address of the platform, as of a Telegram Bot API server of one's own. */
export const BASE_URL = 'base_url';
/** Where what people of the team say is sent, by channels of type webhook. */
export const CALLBACK_URL = 'callback_url';
const ADDRESSES = [BASE_URL, CALLBACK_URL];
/** Names of things that are no secrets: they are shown, and stand in the open. */
const SHOWN = [BASE_URL, CALLBACK_URL, 'application_id', 'phone_number_id'];

type Given = Readonly<Record<string, unknown>>;

/** What is known of a channel's way to its platform, split by whether it may be shown. */
export interface ChannelSetup {
  credentials: Record<string, string>;
  config: Record<string, string>;
}

/**
 * `given` over `present`: null and blank clear a field, and what no platform knows is left out, so that a misspelt secret is not
 * shown to everybody.
 *
 * @throws AppError `input.invalid` naming `config.<field>`
 */
export function setupOf(
  transport: ChannelTransport,
  given: Given,
  present: ChannelSetup = { credentials: {}, config: {} },
): ChannelSetup {
  const names = [...transport.requiredCredentials, ...transport.optionalCredentials, BASE_URL];
  const problems = names.flatMap((name) => problemOf(name, given[name]));
  const fields = Object.fromEntries(
    names.flatMap((name) => {
      const value = name in given ? textOf(given[name]) : (present.credentials[name] ?? present.config[name]);
      return value ? [[name, value]] : [];
    }),
  );
  // A platform that was only ever described may be set up later, field by field.
  if (problems.length === 0 && transport.type !== 'whatsapp') problems.push(...missingOf(transport, fields));
  if (problems.length > 0) throw invalidInput(problems);
  const entries = Object.entries(fields);
  return {
    credentials: Object.fromEntries(entries.filter(([name]) => !SHOWN.includes(name))),
    config: Object.fromEntries(entries.filter(([name]) => SHOWN.includes(name))),
  };
}

export function missingCredentials(transport: ChannelTransport, credentials: ChannelCredentials): readonly string[] {
  return transport.requiredCredentials.filter((name) => !credentials[name]);
}

/** Addresses of the team that would be called. */
export function addressesIn({ config }: ChannelSetup): readonly { name: string; url: string }[] {
  return ADDRESSES.flatMap((name) => (config[name] ? [{ name, url: config[name] }] : []));
}

/** In the words of the field, when the address itself is refused. */
export function asAddressProblem(name: string, error: unknown): unknown {
  if (!(error instanceof AppError) || error.kind !== 'invalid_input') return error;
  return invalidInput([{ field: `config.${name}`, message: `config.${name} is not accepted. ${error.message}` }]);
}

/** @throws AppError `input.invalid` */
export function cleanName(name: string | null | undefined): string | null {
  const clean = name?.trim() || null;
  if ([...(clean ?? '')].length <= CHANNEL_LIMITS.nameLength) return clean;
  const message = `name must be a text of at most ${CHANNEL_LIMITS.nameLength} characters.`;
  throw invalidInput([{ field: 'name', message }]);
}

function missingOf(transport: ChannelTransport, fields: ChannelCredentials): FieldProblem[] {
  return missingCredentials(transport, fields).map((name) => ({
    field: `config.${name}`,
    message: `config.${name} is required for a channel of type ${transport.type}.`,
    missing: true,
  }));
}

function problemOf(name: string, value: unknown): FieldProblem[] {
  const maxLength = ADDRESSES.includes(name) ? CHANNEL_LIMITS.urlLength : CHANNEL_LIMITS.credentialLength;
  if (value === undefined || value === null) return [];
  const isText = typeof value === 'string' || Number.isSafeInteger(value);
  if (isText && String(value).length <= maxLength && !/\p{Cc}/u.test(textOf(value))) return [];
  const field = `config.${name}`;
  return [
    { field, message: `${field} must be a text of at most ${maxLength} characters, without control characters.` },
  ];
}

/** Ids that look like numbers are often sent as such. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
