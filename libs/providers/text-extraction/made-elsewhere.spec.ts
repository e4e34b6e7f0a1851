/** Files as people have them: each made by a program that is not ours, and recognised without its name. */
import { Test } from '@nestjs/testing';
import { madeElsewhere } from '#testing/sample-files';
import { Pace } from './pace';
import { TextExtractionModule } from './text-extraction.module';
import { noted } from './text-extractor.contract-suite';
import { TextExtractors } from './text-extractors';

const HANDBOOK = [
  '# Working hours',
  'The workshop is open from seven in the morning until half past four in the afternoon. Anyone who arrives before seven asks the porter for the grey key.',
  '## Breaks',
  'Lunch lasts forty-five minutes. The canteen serves soup on Tuesdays and Thursdays.',
  '# Travel expenses',
  'Keep every receipt. The finance office refunds train tickets within twelve working days.',
  '- A night in a hotel is refunded up to ninety-five euros.',
  '- Mileage is thirty-two cents per kilometre.',
  '  - Motorcycles get eighteen cents.',
  '# Tools',
  'Each bench has its own torque wrench. Calibration is due every six months.',
  '| Tool=Torque wrench | Shelf=B 14 | Replacement cost=210 euros',
  '| Tool=Feeler gauge | Shelf=C 3 | Replacement cost=18 euros',
  '| Tool=Oscilloscope | Shelf=Locker 9 | Replacement cost=1,340 euros',
  '# Data protection',
  'Write to the privacy officer, Ida Lund, at https://fernhill.example/privacy when a laptop is lost. Do so within four hours.',
];

describe('a file that another program made', () => {
  let extractors: TextExtractors;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [TextExtractionModule] }).compile();
    extractors = module.get(TextExtractors);
  });

  const formatOf = (file: string) => extractors.formatOf({ bytes: madeElsewhere(file), name: 'unnamed' });
  const read = async (file: string, format?: string) => {
    const text = await extractors.extract({ bytes: madeElsewhere(file), format }, { pace: new Pace() });
    const lines = noted(text.blocks).map((line) => line.replaceAll('\n', ' '));
    return { ...text, lines, pages: text.blocks.map(({ page }) => page) };
  };

  test.each([
    ['handbook.docx', 'docx'],
    ['safety.pptx', 'pptx'],
    ['prices.xlsx', 'xlsx'],
    ['onboarding.pdf', 'pdf'],
    ['handbook.html', 'html'],
    ['handbook.md', 'markdown'],
    ['handbook.txt', 'text'],
    ['branches.csv', 'csv'],
    ['staff.json', 'json'],
    ['faq.jsonl', 'json'],
    ['delivery.eml', 'eml'],
  ])('is known by its content: %s', (file, format) => {
    expect(formatOf(file)).toBe(format);
  });

  test('with headings, lists and tables gives them alike, whatever its format', async () => {
    const [docx, html, markdown] = [
      await read('handbook.docx'),
      await read('handbook.html'),
      await read('handbook.md'),
    ];
    expect(docx.lines).toEqual(['# Fernhill Instruments staff handbook', ...HANDBOOK]);
    expect(html.lines).toEqual(['Fernhill Instruments staff handbook', ...HANDBOOK]);
    expect(html).toMatchObject({ title: 'Fernhill Instruments staff handbook', language: 'en' });
    expect(markdown.lines).toEqual(HANDBOOK);
    expect((await read('handbook.txt')).lines.join(' ')).toContain('Motorcycles get eighteen cents.');
  });

  test('is read slide by slide, with tables and what the speaker notes', async () => {
    const { lines, pages } = await read('safety.pptx');
    expect(lines).toEqual([
      '# Safety briefing',
      '# Fire alarm',
      '- The alarm sounds in three short tones.',
      '- Leave by the green staircase.',
      '  - Never take the lift.',
      '## Speaker notes',
      'The meeting point is the chestnut tree behind hall two.',
      '# Chemicals',
      '| Substance=Acetone | Cabinet=Red 2 | Gloves=Nitrile',
      '| Substance=Solder flux | Cabinet=Blue 5 | Gloves=Cotton',
      '# First aid',
      'The first aid kit hangs beside the coffee machine in the assembly hall.',
    ]);
    expect(pages).toEqual([1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4]);
  });

  test('is read sheet by sheet, with dates and numbers as its cells show them', async () => {
    const { lines, pages } = await read('prices.xlsx');
    expect(lines).toEqual([
      '# Price list',
      'Prices of the year 2026',
      '| Article=Pressure gauge PG 40 | Price=189.50 € | In stock=1,250 | Discount=5.0% | Next delivery=2026-03-09',
      '| Article=Flow meter FM 2 | Price=412.00 € | In stock=37 | Discount=12.5% | Next delivery=2026-04-20',
      '| Article=Thermostat TS 7 | Price=64.90 € | In stock=800 | Next delivery=2026-03-02',
      '# Branches',
      '| City=Aldport | Street=Harbour Lane 4 | Opened=1998-05-01 | Delivers=1',
      '| City=Brookmere | Street=Mill Road 17 | Opened=2011-09-15 | Delivers=0',
      '# Questions',
      '? How long is the guarantee of a gauge? / What guarantee do I get? / When does the warranty end? ! The guarantee of every gauge lasts five years from delivery.',
      '? Can I return an opened kit? / May I send a kit back? ! Opened kits are taken back within three weeks for a fee of nine euros.',
    ]);
    expect(pages).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  test('is read page by page', async () => {
    const { title, lines, pages } = await read('onboarding.pdf');
    expect(title).toBe('Onboarding at Fernhill Instruments');
    expect(lines.map((line, at) => [pages[at], line])).toEqual([
      [1, '# First day'],
      [1, expect.stringContaining('Your mentor brings the badge and the locker key.')],
      [1, '## Badge'],
      [1, 'A lost badge costs fifteen euros. The porter makes a new one within an hour.'],
      [2, '# First week'],
      [2, expect.stringContaining('The kit has sixty-one parts.')],
      [3, '# First month'],
      [3, expect.stringContaining('The trial period ends after four months with a talk.')],
    ]);
  });

  test('is read with its subject, its envelope and its attachment', async () => {
    const { title, lines } = await read('delivery.eml');
    expect(title).toBe('Delivery of the flow meters – new date');
    expect(lines).toEqual([
      '# Delivery of the flow meters – new date',
      'From: Tomas Reyes <tomas.reyes@fernhill.example> To: Ida Lund <ida.lund@fernhill.example>, porter@fernhill.example Date: 2026-03-12 08:15 UTC',
      'Dear Ida,',
      'the flow meters arrive on the second of April instead of the twentieth of March. Please keep gate four free until noon.',
      'Kind regards Tomas',
      '> On 10 March Ida wrote: > When do the flow meters come?',
      '## packing list.csv',
      '| crate=1 | content=twelve flow meters | weight=88 kg',
      '| crate=2 | content=spare seals | weight=6 kg',
    ]);
  });

  test('is read row by row, and record by record', async () => {
    expect((await read('branches.csv')).lines).toEqual([
      '| City=Aldport | Street=Harbour Lane 4 | Opened=05/01/1998 | Delivers=1',
      '| City=Brookmere | Street=Mill Road 17 | Opened=09/15/2011 | Delivers=0',
    ]);
    expect((await read('prices.tsv', 'csv')).lines).toEqual([
      'Prices of the year 2026',
      '| Article=Pressure gauge PG 40 | Price=189.5 | In stock=1250 | Discount=5% | Next delivery=03/09/2026',
      '| Article=Flow meter FM 2 | Price=412 | In stock=37 | Discount=12.5% | Next delivery=04/20/2026',
      '| Article=Thermostat TS 7 | Price=64.9 | In stock=800 | Next delivery=03/02/2026',
    ]);
    expect((await read('staff.json')).lines).toContain('| name=Ida Lund | role=privacy officer | phone=extension 4417');
    expect((await read('faq.jsonl')).lines).toEqual([
      '? Where do visitors park? / Is there a car park for guests? / Parking for visitors ! Visitors park behind the copper hall, on the places with yellow lines.',
      '? Who repairs the coffee machine? ! The caretaker repairs the coffee machine every Monday.',
    ]);
  });
});
