/** What a provider said of a failure, for people of the team that registered the model. */
import { AppError } from '#kernel';

const MAX_CHARS = 300;
/** A shorter text is no key, and would be cut out of ordinary words. */
const MIN_SECRET_CHARS = 6;
const KEY_LIKE = /\b(?:sk|pk|rk|key)-[\w*-]{6,}|Bearer\s+\S+/gi;
const MAX_CAUSES = 4;

/** Null when it said nothing. Never the key, which some providers repeat. */
export function providerWords(error: unknown, secret: string | null): string | null {
  const said = innermostMessage(error);
  if (said === null) return null;
  const withoutKey = secret !== null && secret.length >= MIN_SECRET_CHARS ? said.replaceAll(secret, '[key]') : said;
  const words = withoutKey.replace(KEY_LIKE, '[key]').replace(/\s+/g, ' ').trim().slice(0, MAX_CHARS);
  return words === '' ? null : words;
}

/** Our own words are an AppError's, and those of an abort the platform's; what stands below is the provider's, or the network's. */
function innermostMessage(error: unknown): string | null {
  let message: string | null = null;
  let current: unknown = error;
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth++) {
    const isOurs = current instanceof AppError || current instanceof DOMException;
    if (!isOurs && current.message !== '') message ??= current.message;
    current = current.cause;
  }
  return message;
}
