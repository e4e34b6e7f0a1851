import { csvExtractor } from '../adapters/csv.adapter';
import { htmlExtractor } from '../adapters/html.adapter';
import { jsonExtractor } from '../adapters/json.adapter';
import { markdownExtractor } from '../adapters/markdown.adapter';
import { plainTextExtractor } from '../adapters/plain-text.adapter';
import type { TextExtractor } from '../text-extraction.contract';
import { extract, noted } from '../text-extractor.contract-suite';

const FAQ = ['? Are you open? / Open today?\n! Yes, from nine to five.', '? Who delivers?\n! We do.'];
const PLAIN = FAQ.map((text) => text.replace(' / Open today?', ''));

describe('questions with their answers', () => {
  const read = async (extractor: TextExtractor, text: string) => noted((await extract(extractor, text)).blocks);

  test.each([
    [
      'a table',
      csvExtractor,
      'Question,Variants,Answer\nAre you open?,Open today?,"Yes, from nine to five."\nWho delivers?,,We do.\n',
    ],
    [
      'a German table',
      csvExtractor,
      'Frage;Varianten;Antwort\nAre you open?;Open today?;Yes, from nine to five.\nWho delivers?;;We do.\n',
    ],
    [
      'records',
      jsonExtractor,
      '[{"id":1,"question":"Are you open?","alternates":["Open today?"],"answer":"Yes, from nine to five."},{"id":2,"question":"Who delivers?","answer":"We do."}]',
    ],
    [
      'records with all phrasings in one list',
      jsonExtractor,
      '[{"questions":["Are you open?","Open today?"],"answer":"Yes, from nine to five."},{"questions":["Who delivers?"],"answer":"We do."}]',
    ],
    [
      'headings',
      markdownExtractor,
      '## Are you open?\n\nAlso asked as: Open today?\n\nYes, from nine to five.\n\n## Who delivers?\n\nWe do.\n',
    ],
    [
      'a table in a text',
      markdownExtractor,
      '| Question | Alternates | Answer |\n|-|-|-|\n| Are you open? | Open today? | Yes, from nine to five. |\n| Who delivers? | | We do. |\n',
    ],
  ])('are told in %s', async (_where, extractor, text) => {
    expect(await read(extractor, text)).toEqual(FAQ);
  });

  test.each([
    ['a text', plainTextExtractor, 'Q: Are you open?\nA: Yes, from nine to five.\n\nQ: Who delivers?\nA: We do.\n'],
    [
      'paragraphs',
      markdownExtractor,
      '**Q:** Are you open?\n\n**A:** Yes, from nine to five.\n\n**Q:** Who delivers?\n\n**A:** We do.\n',
    ],
    [
      'a page',
      htmlExtractor,
      '<h3>Are you open?</h3><p>Yes, from nine to five.</p><h3>Who delivers?</h3><p>We do.</p>',
    ],
  ])('are told in %s by their marks', async (_where, extractor, text) => {
    expect(await read(extractor, text)).toEqual(PLAIN);
  });

  test('keep what else their row says', async () => {
    expect(await read(csvExtractor, 'category,question,answer\nHours,Open?,Yes.\n')).toEqual([
      '? Open?\n! Yes.\n\ncategory: Hours',
    ]);
  });

  test.each([
    ['a survey with many columns', csvExtractor, 'question,a1,a2,a3,a4,a5,a6,a7,answer\nOpen?,b,c,d,e,f,g,h,Yes\n'],
    ['a question without its answer', csvExtractor, 'question,answer\nOpen?,\n'],
    [
      'a text with one question for a heading',
      markdownExtractor,
      '# Guide\n\nText.\n\n## Why?\n\nSo.\n\n## Rules\n\nNone.\n\n## Fees\n\nNone.\n',
    ],
    ['a single pair of letters', plainTextExtractor, 'A: first\n\nB: second\n\nQ: third\n'],
  ])('are not seen in %s', async (_where, extractor, text) => {
    expect((await read(extractor, text)).filter((line) => line.startsWith('?') && line.includes('\n!'))).toEqual([]);
  });
});
