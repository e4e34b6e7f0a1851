import { foldText } from '#domain/language';

/** Lower case without marks and signs, one space between words; apostrophes go without a trace ("what's" is "whats"). */
export function plainText(message: string): string {
  return foldText(message)
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Control characters part words, marks of direction and joiners stand inside them. Line breaks and tabs stay. */
const controls = /(?![\n\t])\p{Cc}/gu;
const formatting = /\p{Cf}/gu;

export function readableText(message: string): string {
  return message.replace(/\r\n?/g, '\n').replace(controls, ' ').replace(formatting, '').trim();
}

/** A pasted text is searched by its beginning and its end, which is where people put their question. */
const maxQueryChars = 1_000;
const keptAtStart = 400;

export function boundedText(text: string): string {
  if (text.length <= maxQueryChars) return text;
  const start = text.slice(0, keptAtStart).replace(/\S*$/, '');
  const end = text.slice(keptAtStart - maxQueryChars).replace(/^\S*/, '');
  return `${start}\n${end}`.toWellFormed();
}
