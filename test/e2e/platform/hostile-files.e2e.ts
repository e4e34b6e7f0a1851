/** Files that would do harm or cannot be read, sent together with good ones: each fails alone and says why. */
import { eventually } from '#testing';
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { docxOf, GREEDY_FILES, HOSTILE_FILES } from '#testing/sample-files';

const ENDED = ['ready', 'failed'];
const GOOD = 'good.docx';

describe('hostile files', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let path: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data;
    path = `/api/v1/chatbots/${bot.id}`;
  });

  const upload = async (name: string, content: Buffer<ArrayBuffer>) => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    return must(await team.asKey.post(`${path}/documents`, form), 202).body.data.id as string;
  };
  const ended = (id: string) =>
    eventually(async () => {
      const { data } = must(await team.asKey.get(`${path}/documents/${id}`), 200).body;
      return ENDED.includes(data.status) ? data : undefined;
    });

  test('fail each by themselves with a reason for people, and the next file is read and answers', async () => {
    const hostile = [];
    for (const file of HOSTILE_FILES) hostile.push({ ...file, id: await upload(file.name, file.content()) });
    const good = [await upload(GOOD, docxOf([{ text: 'The lantern of the harbour costs nine euros.' }]))];
    for (const [name, content] of Object.entries(GREEDY_FILES)) good.push(await upload(name, content()));

    for (const { id, name, reason, message } of hostile) {
      expect([name, await ended(id)]).toEqual([
        name,
        expect.objectContaining({
          status: 'failed',
          passages: 0,
          error: {
            code: expect.stringMatching(new RegExp(`^text_extraction\\.(?:${reason})$`)),
            message: expect.stringMatching(message),
          },
        }),
      ]);
    }
    for (const id of good) expect(await ended(id)).toMatchObject({ status: 'ready', error: null });
    const reply = must(
      await team.asKey.post(`${path}/conversation`, { message: 'What does the lantern of the harbour cost?' }),
      200,
    ).body.data;
    expect(reply.text).toContain('nine euros');
    expect(reply.sources[0].title).toBe(GOOD);
  });
});
