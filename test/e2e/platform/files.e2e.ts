import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { docxOf, IMAGES, pdfOf } from '#testing/sample-files';

const ENDED = ['ready', 'failed', 'cancelled'];
const MB = 1024 * 1024;

describe('files of a chatbot', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
  });
  beforeEach(async () => {
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
  });

  const documents = () => `/api/v1/chatbots/${botId}/documents`;
  const formOf = (name: string, content: string | Buffer<ArrayBuffer>) => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    form.append('title', 'Behind the file');
    return form;
  };
  const upload = async (name: string, content: string | Buffer<ArrayBuffer>) =>
    must(await team.asKey.post(documents(), formOf(name, content)), 202).body.data;
  const ended = (id: string) =>
    eventually(async () => {
      const { data } = must(await team.asKey.get(`${documents()}/${id}`), 200).body;
      return ENDED.includes(data.status) ? data : undefined;
    });
  const ask = async (message: string) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message }), 200).body.data;
  const download = async (id: string) => {
    const answer = await team.asKey.open('GET', `${documents()}/${id}/file`);
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  test.each([
    [
      'pdf',
      'manual.pdf',
      pdfOf({
        pages: [
          [{ text: 'Router', size: 20 }, 'The router stands in the hall.'],
          [{ text: 'Reset', size: 20 }, 'To reset the router, hold the blue button for nine seconds.'],
        ],
      }),
      'application/pdf',
    ],
    [
      'docx',
      'manual.docx',
      docxOf([
        { text: 'Router', style: 'Heading1' },
        { text: 'Reset', style: 'Heading2' },
        { text: 'To reset the router, hold the blue button for nine seconds.' },
      ]),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('that are %s answer questions, and are given back as they were sent', async (type, name, content, mediaType) => {
    const sent = await upload(name, content);
    expect(sent).toMatchObject({ title: 'Behind the file', type, status: 'queued', size: content.length });
    expect(await ended(sent.id)).toMatchObject({ status: 'ready', error: null });
    const reply = await ask('How long do I hold the button to reset the router?');
    expect(reply.text).toContain('nine seconds');
    expect(reply.sources[0]).toMatchObject({ itemId: sent.id });
    const { answer, bytes } = await download(sent.id);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mediaType]);
    expect(bytes).toEqual(content);
  });

  test('are downloaded as attachments that no browser shows in our name', async () => {
    const content = '<script>alert(1)</script><p>The hall is open.</p>';
    const { id } = await upload('Öffnungszeiten (neu).html', content);
    const { answer, bytes } = await download(id);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="_ffnungszeiten (neu).html"; filename*=UTF-8''%C3%96ffnungszeiten%20%28neu%29.html`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(bytes.toString()).toBe(content);
  });

  test('are texts that were sent as JSON, too', async () => {
    const body = { title: 'Prices', content: 'a,b\n1,2\n', type: 'csv' };
    const { id } = must(await team.asKey.post(documents(), body), 202).body.data;
    const { answer, bytes } = await download(id);
    expect([answer.headers.get('content-type'), bytes.toString()]).toEqual(['text/csv', body.content]);
  });

  test('may be many megabytes', async () => {
    const content = Buffer.from(`${'Locker forty holds the lamp of the guest. '.repeat(10)}\n\n`.repeat(20_000));
    expect(content.length).toBeGreaterThan(8 * MB);
    const { id, size } = await upload('lockers.txt', content);
    expect(size).toBe(content.length);
    const { bytes } = await download(id);
    expect(bytes.equals(content)).toBe(true);
    must(await team.asKey.delete(`${documents()}/${id}`), 200);
    expect((await download(id)).answer.status).toBe(404);
  });

  test('that are images are kept and not read', async () => {
    const { id, status, type, passages } = await upload('pixel.png', IMAGES.png);
    expect([status, type, passages]).toEqual(['ready', 'png', 0]);
    const { answer, bytes } = await download(id);
    expect([answer.headers.get('content-type'), bytes]).toEqual(['image/png', IMAGES.png]);
  });

  test.each([
    ['a program', 'run.exe', Buffer.from('4d5a90000300', 'hex')],
    ['an archive', 'all.zip', Buffer.from('504b03040a000000', 'hex')],
    ['a large one of an unknown kind', 'film.mp4', Buffer.alloc(6 * MB, 7)],
  ])(
    'that are %s are refused with the kinds that are accepted, and nothing is stored',
    async (_what, name, content) => {
      const refused = await team.asKey.post(documents(), formOf(name, content));
      expect([refused.status, refused.body.code]).toEqual([400, 'VALIDATION_ERROR']);
      expect(refused.body.message).toMatch(/Accepted are txt, .*pdf and docx/);
      expect(must(await team.asKey.get(documents()), 200).body.data).toEqual([]);
    },
  );

  test.each([
    ['without text', pdfOf({ pages: [[]] }), /probably pictures/],
    ['that is broken', Buffer.from('%PDF-1.7 and nothing'), /not a PDF, or a broken one/],
  ])('as a PDF %s fail with a reason for people', async (_what, content, message) => {
    const { id } = await upload('scan.pdf', content);
    expect(await ended(id)).toMatchObject({
      status: 'failed',
      error: { code: expect.stringMatching(/^text_extraction\./), message: expect.stringMatching(message) },
    });
    expect((await download(id)).bytes).toEqual(content);
  });

  test('are nobody else’s to download', async () => {
    const { id } = await upload('a.txt', 'Text.');
    const other = await registerTeam(wire, 'other');
    expect((await other.asKey.get(`${documents()}/${id}/file`)).status).toBe(404);
    const created = await team.asUser.post('/api/v1/auth/api-key', { name: 'r', scopes: ['chatbots:read'] });
    const { apiKey } = must(created, 201).body.data;
    expect((await wire.withKey(apiKey).get(`${documents()}/${id}/file`)).status).toBe(403);
    expect((await wire.get(`${documents()}/${id}/file`)).status).toBe(401);
  });
});
