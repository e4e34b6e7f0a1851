/** A real file of each format, made by another program: what it says arrives in an answer, with its page and section. */
import { eventually } from '#testing';
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { madeElsewhere } from '#testing/sample-files';

interface Asked {
  file: string;
  type: string;
  question: string;
  says: RegExp;
  section?: RegExp;
  page?: number;
}

const FILES: readonly Asked[] = [
  {
    file: 'onboarding.pdf',
    type: 'pdf',
    question: 'How many parts does the kit of the pressure gauge have?',
    says: /sixty-one parts/,
    section: /^First week$|> First week$/,
    page: 2,
  },
  {
    file: 'handbook.docx',
    type: 'docx',
    question: 'What is refunded for a night in a hotel?',
    says: /ninety-five euros/,
    section: /Travel expenses$/,
  },
  {
    file: 'safety.pptx',
    type: 'pptx',
    question: 'Where is the meeting point?',
    says: /chestnut tree/,
    section: /^Fire alarm > Speaker notes$/,
    page: 2,
  },
  {
    file: 'prices.xlsx',
    type: 'xlsx',
    question: 'In which street is the branch in Brookmere?',
    says: /Mill Road 17/,
    section: /^Branches$/,
    page: 2,
  },
  {
    file: 'delivery.eml',
    type: 'eml',
    question: 'When do the flow meters arrive?',
    says: /second of April/,
    section: /Delivery of the flow meters/,
  },
  {
    file: 'handbook.html',
    type: 'html',
    question: 'On which days does the canteen serve soup?',
    says: /Tuesdays and Thursdays/,
    section: /Working hours > Breaks$/,
  },
  {
    file: 'handbook.md',
    type: 'markdown',
    question: 'What does it cost to replace the feeler gauge?',
    says: /18 euros/,
    section: /^Tools$/,
  },
  { file: 'handbook.txt', type: 'text', question: 'Whom do I ask for the grey key?', says: /porter/ },
  { file: 'branches.csv', type: 'csv', question: 'In which street is the branch in Aldport?', says: /Harbour Lane 4/ },
  { file: 'prices.tsv', type: 'csv', question: 'What is the price of the flow meter FM 2?', says: /412/ },
  {
    file: 'staff.json',
    type: 'json',
    question: 'Who is the workshop manager?',
    says: /Tomas Reyes/,
    section: /^staff$/,
  },
  {
    file: 'faq.jsonl',
    type: 'json',
    question: 'Is there a car park for guests?',
    says: /behind the copper hall/,
    section: /^Where do visitors park\? \/ Is there a car park for guests\?/,
  },
];

describe('a file that another program made', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
  });

  const uploaded = async (file: string) => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: file }), 201).body.data;
    const path = `/api/v1/chatbots/${bot.id}/documents`;
    const form = new FormData();
    form.append('file', new Blob([madeElsewhere(file)]), file);
    const { id } = must(await team.asKey.post(path, form), 202).body.data;
    const document = await eventually(async () => {
      const { data } = must(await team.asKey.get(`${path}/${id}`), 200).body;
      return ['ready', 'failed'].includes(data.status) ? data : undefined;
    });
    return { botId: bot.id as string, document };
  };

  test.each(FILES)('answers with its text, its page and its section: $file', async ({ file, type, ...asked }) => {
    const { botId, document } = await uploaded(file);
    expect(document).toMatchObject({ status: 'ready', type, error: null });
    const conversation = `/api/v1/chatbots/${botId}/conversation`;
    const { sources, text } = must(await team.asKey.post(conversation, { message: asked.question }), 200).body.data;
    expect(text).toMatch(asked.says);
    const [source] = sources;
    expect(source).toMatchObject({ itemId: document.id, title: file, passage: expect.stringMatching(asked.says) });
    if (asked.section) expect(source.section).toMatch(asked.section);
    expect(source.page).toBe(asked.page);
    expect(source.documentOffset).toEqual(expect.any(Number));
  });
});
