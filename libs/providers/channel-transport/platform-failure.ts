/**
 * What a platform said when it refused, as the cause of the AppError that callers see. Shortened, and without the
 * credentials of the channel: Telegram has its token in the path of every call, and platforms repeat what they were given.
 */
export class PlatformFailure extends Error {
  constructor(
    message: string,
    /** Of HTTP; undefined when there was no whole answer. */
    readonly status?: number,
  ) {
    super(message);
    this.name = 'PlatformFailure';
  }
}

const MAX_WORDS_CHARS = 200;
/** A shorter text is no secret, and would be cut out of ordinary words. */
const MIN_SECRET_CHARS = 6;

/** @param secrets taken out wherever they stand, also as they are written in a URL */
export function safeWords(text: string, secrets: readonly string[]): string {
  let words = text;
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_CHARS) continue;
    words = words.replaceAll(secret, '[secret]').replaceAll(encodeURIComponent(secret), '[secret]');
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_CHARS);
}
