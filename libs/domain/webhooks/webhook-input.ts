/** What a webhook must be, in whichever dialect it is described. */
import { AppError, type FieldProblem, invalidInput } from '#kernel';
import type { CreateWebhook, WebhookPatch } from './webhooks.types';

export const MAX_URL_LENGTH = 2_048;
export const MAX_DESCRIPTION_LENGTH = 500;
export const MIN_SECRET_LENGTH = 8;
export const MAX_SECRET_LENGTH = 256;

/**
 * The input as it is to be stored: without blanks around texts, and each event once.
 *
 * @param known names of events of the dialect
 * @throws AppError `input.invalid` naming each field that is not acceptable
 */
export function cleanInput<Input extends CreateWebhook | WebhookPatch>(input: Input, known: readonly string[]): Input {
  const { url, events, description, secret } = input;
  const clean = {
    ...input,
    ...(url === undefined ? {} : { url: url.trim() }),
    ...(events === undefined ? {} : { events: [...new Set(events)] }),
    ...(description === undefined ? {} : { description: description?.trim() || null }),
  };
  const problems = [
    ...urlProblems(clean.url),
    ...eventProblems(clean.events, known),
    ...descriptionProblems(clean.description),
    ...secretProblems(secret),
  ];
  if (problems.length > 0) throw invalidInput(problems);
  return clean;
}

/** @throws AppError `input.invalid` */
export function requireSecret(secret: string): void {
  const problems = secretProblems(secret);
  if (problems.length > 0) throw invalidInput(problems);
}

/** In the words of the field, when the address itself is refused. */
export function asUrlProblem(error: unknown): unknown {
  if (!(error instanceof AppError) || error.kind !== 'invalid_input' || error.fields.length > 0) return error;
  return invalidInput([{ field: 'url', message: `url is not accepted. ${error.message}` }]);
}

/** As the main API calls the field; no other dialect has it. */
export function botUnknown(): AppError {
  return invalidInput([{ field: 'chatbotId', message: 'chatbotId must be the id of a chatbot of your team.' }]);
}

/** The name of one event that the dialect does not have. */
export function eventUnknown(field: string, name: string, known: readonly string[]): FieldProblem {
  return { field, message: `${field} must be among the known events, which "${name}" is not: ${known.join(', ')}.` };
}

/** Parsers of addresses throw them away, so that another address would be called than the one that is shown. */
const CONTROL_CHARACTERS = /\p{Cc}/u;

function urlProblems(url: string | undefined): FieldProblem[] {
  if (url !== undefined && CONTROL_CHARACTERS.test(url))
    return [{ field: 'url', message: 'url must not contain control characters.' }];
  if (url === undefined || lengthOf(url) <= MAX_URL_LENGTH) return [];
  return [{ field: 'url', message: `url must be at most ${MAX_URL_LENGTH.toLocaleString('en-US')} characters long.` }];
}

function eventProblems(events: readonly string[] | undefined, known: readonly string[]): FieldProblem[] {
  if (events === undefined) return [];
  if (events.length === 0) {
    return [{ field: 'events', message: `events must be at least one of the known events: ${known.join(', ')}.` }];
  }
  return events.filter((name) => !known.includes(name)).map((name) => eventUnknown('events', name, known));
}

function descriptionProblems(description: string | null | undefined): FieldProblem[] {
  if (lengthOf(description ?? '') <= MAX_DESCRIPTION_LENGTH) return [];
  return [
    { field: 'description', message: `description must be a text of at most ${MAX_DESCRIPTION_LENGTH} characters.` },
  ];
}

function secretProblems(secret: string | undefined): FieldProblem[] {
  const length = secret === undefined ? MIN_SECRET_LENGTH : lengthOf(secret);
  if (length >= MIN_SECRET_LENGTH && length <= MAX_SECRET_LENGTH) return [];
  const message = `secret must be a text of ${MIN_SECRET_LENGTH} to ${MAX_SECRET_LENGTH} characters.`;
  return [{ field: 'secret', message }];
}

/** In characters, as fields of the main API count them. */
function lengthOf(text: string): number {
  return [...text].length;
}
