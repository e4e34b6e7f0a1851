import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { IMAGES } from '#testing/sample-files';

const LEASE = `# Lease

The deposit is 1,870 euros. It is paid back within three months after you have moved out.`;

describe('files that come with a message', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Reader' }), 201).body.data.id;
  });

  const upload = async (name: string, content: string | Buffer<ArrayBuffer>): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    return must(await team.asKey.post(`/api/v1/chatbots/${botId}/documents`, form), 202).body.data.id;
  };
  const ask = (message: string, documentIds: string[], as = team, bot = botId) =>
    as.asKey.post(`/api/v1/chatbots/${bot}/conversation`, { message, documentIds });

  test('are answered from at once, by any chatbot of the team, with the file as the source', async () => {
    const id = await upload('lease.md', LEASE);
    const other = must(await team.asKey.post('/api/v1/chatbots', { name: 'Knows nothing' }), 201).body.data.id;
    for (const bot of [botId, other]) {
      const { data } = must(await ask('How high is the deposit?', [id], team, bot), 200).body;
      expect(data.text).toContain('1,870 euros');
      expect(data.sources[0]).toMatchObject({ itemId: id });
    }
    const { data } = must(await ask('How high is the deposit?', [], team, other), 200).body;
    expect(data).toMatchObject({ sources: [] });
  });

  test('may be images, which the built-in model does without', async () => {
    const id = await upload('photo.png', IMAGES.png);
    expect(must(await ask('What is on the photo?', [id]), 200).body.data.text).not.toBe('');
  });

  test('are not found when they are unknown or of another team, and then nothing is said', async () => {
    const id = await upload('lease.md', LEASE);
    const stranger = await registerTeam(wire, 'stranger');
    const theirs = must(await stranger.asKey.post('/api/v1/chatbots', { name: 'Theirs' }), 201).body.data.id;
    for (const answer of [
      await ask('Hello?', [botId]),
      await ask('Hello?', ['no id']),
      await ask('Hi', [id], stranger, theirs),
    ]) {
      expect(must(answer, 404).body).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test.each([[['a', 'a']], [Array.from({ length: 11 }, (_, at) => `id-${at}`)], ['text']])(
    'are refused as %j',
    async (ids) => {
      const answer = await ask('Hello?', ids as string[]);
      expect(must(answer, 400).body.details.fields[0]).toMatchObject({ field: 'documentIds' });
    },
  );
});
