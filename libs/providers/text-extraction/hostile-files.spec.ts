import { GREEDY_FILES, HOSTILE_FILES } from '#testing/sample-files';
import { ExtractorRegistry } from './extractor-registry';
import { readHere } from './readers.factory';
import { noted } from './text-extractor.contract-suite';

import { registered } from './text-extractors.factory';
import type { ThreadFormat } from './threads/thread-messages';

/** Read without a thread, which each of them would want: its limits are tested with it, and these files must stay far from them. */
describe('a hostile or broken file', () => {
  const extractors = registered(new ExtractorRegistry());
  const read = async (name: string, bytes: Uint8Array) =>
    readHere(extractors.formatOf({ bytes, name }) as ThreadFormat, bytes);

  test.each(HOSTILE_FILES)('fails with a reason for people: $what', async ({ name, content, reason, message }) => {
    await expect(read(name, content())).rejects.toMatchObject({
      kind: 'invalid_input',
      code: expect.stringMatching(new RegExp(`^text_extraction\\.(?:${reason})$`)),
      message: expect.stringMatching(message),
    });
  });

  test.each(Object.entries(GREEDY_FILES))('that asks for more than it holds is read: %s', async (name, content) => {
    const { blocks } = await read(name, content());
    expect(noted(blocks).join('\n')).toMatch(/nine euros/);
  });
});
