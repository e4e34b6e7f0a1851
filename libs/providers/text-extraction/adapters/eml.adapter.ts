import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';

/** Header fields that mails have and other texts that begin with "Name: value" do not. RFC 5322, 3.6 */
const OF_MAILS = new Set(
  'from to date subject message-id mime-version received return-path delivered-to reply-to cc content-type x-mailer'.split(
    ' ',
  ),
);
const MIN_OF_MAILS = 3;
const MAX_HEADER_LINES = 200;

export const emlExtractor: TextExtractor = {
  format: 'eml',
  mediaTypes: ['message/rfc822'],
  extensions: ['eml'],

  recognizes: ({ text }) => text !== undefined && hasHeaderOfMail(text),

  extract: (bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> => readInThread('eml', bytes, options),
};

/** Every line up to the first blank one is a field or goes on with one. */
function hasHeaderOfMail(text: string): boolean {
  const found = new Set<string>();
  for (const line of text.split(/\r\n|\n|\r/, MAX_HEADER_LINES)) {
    if (line === '') break;
    const name = /^([!-9;-~]{1,76}):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined && !/^[ \t]/.test(line)) return false;
    if (name !== undefined && OF_MAILS.has(name)) found.add(name);
  }
  return found.size >= MIN_OF_MAILS;
}
