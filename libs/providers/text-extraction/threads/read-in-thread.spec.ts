import { docxOf, pdfOf, zipOf } from '#testing/sample-files';
import { docxExtractor } from '../adapters/docx.adapter';
import { pdfExtractor } from '../adapters/pdf.adapter';
import { Pace } from '../pace';
import type { TextExtractor } from '../text-extraction.contract';
import { noted } from '../text-extractor.contract-suite';
import { readInThread } from './read-in-thread';

const read = (extractor: TextExtractor, bytes: Uint8Array, signal?: AbortSignal) =>
  extractor.extract(bytes, { pace: new Pace(signal), ...(signal ? { signal } : {}) });
const MORE_MEMORY = expect.stringMatching(/more memory/) as string;
const LIMITS = { timeoutMs: 60_000, heapMb: 256, bufferMb: 256 };

describe('a PDF', () => {
  const MANUAL = pdfOf({
    title: 'Router manual',
    pages: [
      [
        { text: 'Reset', size: 18 },
        'To reset the router, hold the blue but-',
        'ton for nine seconds.',
        { text: 'The light (green) then goes out.', above: 14 },
      ],
      [{ text: 'Warranty', size: 18 }, 'It lasts three years.'],
    ],
  });

  test('gives headings and paragraphs as readers see them, with their pages', async () => {
    const { title, blocks } = await read(pdfExtractor, MANUAL);
    expect(title).toBe('Router manual');
    expect(noted(blocks)).toEqual([
      '# Reset',
      'To reset the router, hold the blue button for nine seconds.',
      'The light (green) then goes out.',
      '# Warranty',
      'It lasts three years.',
    ]);
    expect(blocks.map(({ page }) => page)).toEqual([1, 1, 1, 2, 2]);
  });

  test('of many pages comes whole', async () => {
    const pages = Array.from({ length: 120 }, (_, at) => [`Locker ${at} holds a lamp.`]);
    const { blocks } = await read(pdfExtractor, pdfOf({ pages }));
    expect(noted(blocks)).toEqual(pages.map(([line]) => line));
  });

  test.each([
    ['without text', pdfOf({ pages: [[], []] }), 'no_text', /pictures.*OCR/],
    ['that is none', Buffer.from('%PDF-1.4 and then nothing'), 'malformed', /not a PDF, or a broken one/],
    ['that was cut off', MANUAL.subarray(0, 200), 'malformed', /broken/],
    ['under a password', encrypted(), 'protected', /protected with a password/],
  ])('%s is refused in words for people', async (_name, bytes, reason, message) => {
    await expect(read(pdfExtractor, bytes)).rejects.toMatchObject({
      kind: 'invalid_input',
      code: `text_extraction.${reason}`,
      message: expect.stringMatching(message),
    });
  });
});

describe('a Word document', () => {
  test('gives its headings and paragraphs', async () => {
    const { blocks } = await read(
      docxExtractor,
      docxOf([
        { text: 'Parking', style: 'Heading1' },
        { text: 'Fees', style: 'Heading2' },
        { text: 'A permit costs eighty euros &amp; more.' },
      ]),
    );
    expect(noted(blocks)).toEqual(['# Parking', '## Fees', 'A permit costs eighty euros & more.']);
  });

  test.each([
    ['without text', docxOf([]), 'no_text', /no text/],
    ['that is another archive', zipOf({ 'a.txt': 'a' }), 'malformed', /not a Word document/],
    ['that was cut off', docxOf([{ text: 'x' }]).subarray(0, 300), 'malformed', /broken/],
    ['of before 2007', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'protected', /Save it as \.docx/],
    [
      'that unpacks without end',
      docxOf([{ text: 'x' }], { 'word/footnotes.xml': Buffer.alloc(80 * 1024 * 1024, ' ') }),
      'too_complex',
      /unpacks to more/,
    ],
  ])('%s is refused in words for people', async (_name, bytes, reason, message) => {
    await expect(read(docxExtractor, bytes)).rejects.toMatchObject({
      kind: 'invalid_input',
      code: `text_extraction.${reason}`,
      message: expect.stringMatching(message),
    });
  });

  test('that claims to be smaller than it is is not believed', async () => {
    const bomb = docxOf([{ text: 'x' }], { 'word/footnotes.xml': Buffer.alloc(80 * 1024 * 1024, ' ') });
    const directory = bomb.lastIndexOf('word/footnotes.xml') - 46;
    bomb.writeUInt32LE(10, directory + 24);
    await expect(read(docxExtractor, bomb)).rejects.toMatchObject({ code: 'text_extraction.too_complex' });
  });
});

describe('reading in a thread', () => {
  const LONG = pdfOf({ pages: Array.from({ length: 300 }, (_, at) => [`Locker ${at} holds a lamp.`]) });

  test('leaves the process to others', async () => {
    let turns = 0;
    const ticks = setInterval(() => {
      turns += 1;
    }, 1);
    await readInThread('pdf', LONG, {});
    clearInterval(ticks);
    // Far more than the few between the steps of a reader in this thread.
    expect(turns).toBeGreaterThan(20);
  });

  test('stops when it is told to', async () => {
    const stop = new AbortController();
    const reading = readInThread('pdf', LONG, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('told to stop')), 20);
    await expect(reading).rejects.toThrow('told to stop');
    await expect(readInThread('pdf', LONG, { signal: stop.signal })).rejects.toThrow('told to stop');
  });

  test('ends at its limits of time, heap and buffers, in words for people', async () => {
    const late = readInThread('pdf', LONG, {}, { ...LIMITS, timeoutMs: 1 });
    await expect(late).rejects.toMatchObject({ kind: 'invalid_input', message: expect.stringMatching(/takes longer/) });
    const xml = docxOf(Array.from({ length: 40_000 }, (_, at) => ({ text: `Paragraph ${at}.` })));
    const large = readInThread('docx', xml, {}, { ...LIMITS, heapMb: 32 });
    await expect(large).rejects.toMatchObject({ code: 'text_extraction.too_complex', message: MORE_MEMORY });
    const bomb = pdfOf({ pages: [['Text.']], blanks: 150 * 1024 * 1024 });
    const unpacked = readInThread('pdf', bomb, {}, { ...LIMITS, bufferMb: 64 });
    await expect(unpacked).rejects.toMatchObject({ code: 'text_extraction.too_complex', message: MORE_MEMORY });
  });

  test('is done by some at a time, and by all in the end', async () => {
    const small = pdfOf({ pages: [['Text.']] });
    const all = await Promise.all(Array.from({ length: 6 }, () => readInThread('pdf', small, {})));
    expect(all.map(({ blocks }) => noted(blocks))).toEqual(Array.from({ length: 6 }, () => ['Text.']));
  });
});

/** RC4 of 40 bits with keys that fit no password (ISO 32000-1, 7.6.3). */
function encrypted(): Buffer {
  const key = '00'.repeat(32);
  const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>] `;
  return pdfOf({ pages: [['Secret.']], trailer });
}
