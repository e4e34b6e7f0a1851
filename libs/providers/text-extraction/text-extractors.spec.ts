import { Test } from '@nestjs/testing';
import { docxOf, IMAGES, pdfOf, zipOf } from '#testing/sample-files';
import { Pace } from './pace';
import { TextExtractionModule } from './text-extraction.module';
import { TextExtractors } from './text-extractors';

describe('a file is read as', () => {
  let extractors: TextExtractors;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [TextExtractionModule] }).compile();
    extractors = module.get(TextExtractors);
  });

  const formatOf = (content: string | Buffer, name?: string, mediaType?: string) =>
    extractors.formatOf({ bytes: Buffer.from(content), name, mediaType });

  test.each([
    ['what its name says', '# a', 'a.MD', undefined, 'markdown'],
    ['what its name says rather than what was declared', 'a,b', 'a.csv', 'text/html', 'csv'],
    ['what was declared', 'a,b', 'a', 'text/csv; charset=utf-8', 'csv'],
    ['what it is', '<!DOCTYPE html><p>a', 'a.unknown', 'application/octet-stream', 'html'],
    ['what it is', '[{"a":1}]', undefined, 'text/plain', 'json'],
    ['text', 'hello', 'LICENSE', 'application/octet-stream', 'text'],
  ])('%s', (_rule, content, name, mediaType, format) => {
    expect(formatOf(content, name, mediaType)).toBe(format);
  });

  test.each([
    ['what its bytes say', pdfOf({ pages: [['Text.']] }), 'a.txt', 'text/plain', 'pdf'],
    ['what its bytes say', docxOf([{ text: 'Text.' }]), 'a', 'application/octet-stream', 'docx'],
    ['what its name says, when that is binary, too', zipOf({ 'a.xml': 'a' }), 'a.docx', undefined, 'docx'],
    ['what its name says, when that is binary, too', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.docx', '', 'docx'],
  ])('%s, when it is binary', (_rule, content, name, mediaType, format) => {
    expect(formatOf(content, name, mediaType)).toBe(format);
  });

  test('nothing when it is of another binary kind, whatever its name', async () => {
    const bytes = IMAGES.png;
    expect(formatOf(bytes, 'a.txt', 'text/plain')).toBeUndefined();
    expect(formatOf(zipOf({ 'a.xml': 'a' }), 'a.zip', 'application/zip')).toBeUndefined();
    await expect(extractors.extract({ bytes, name: 'a.txt' }, { pace: new Pace() })).rejects.toMatchObject({
      code: 'text_extraction.unknown_format',
      message: 'The file is a PNG image, which cannot be read here.',
    });
  });

  test('what the sender has said, even when it looks like something else', () => {
    expect(extractors.formatOf({ bytes: Buffer.from('[{"a":1}]'), format: 'text' })).toBe('text');
  });

  test('nothing when it holds no text', async () => {
    const reading = extractors.extract({ bytes: Buffer.from(' \n'), format: 'text' }, { pace: new Pace() });
    await expect(reading).rejects.toMatchObject({ code: 'text_extraction.no_text' });
  });

  test('one more format when somebody registers it, and no format twice', () => {
    const others = new TextExtractors();
    const upper = {
      format: 'upper',
      mediaTypes: [],
      extensions: ['up'],
      extract: async () => ({ title: undefined, blocks: [] }),
    };
    others.register(upper);
    expect(others.formatOf({ bytes: Buffer.from('A'), name: 'a.up' })).toBe('upper');
    expect(() => others.register(upper)).toThrow('registered already');
  });
});
