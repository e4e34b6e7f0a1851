import { eventually } from '#testing';
import { Installation, must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';

const ENDED = ['ready', 'failed', 'cancelled'];
/** Of thousands of passages, or until a run that has died is noticed. */
const LONG_MS = 180_000;

const TEXTS = [
  {
    type: 'text',
    content: 'The library is open on Tuesday from ten to six.\n\nThe reading room has forty seats.',
    question: 'How many seats does the reading room have?',
    answer: 'forty',
  },
  {
    type: 'markdown',
    content:
      '# Router\n\n## Reset\n\nTo reset the router, hold the **blue button** for nine seconds.\n\n## Warranty\n\nThe warranty of the router lasts three years.',
    question: 'How long does the warranty of the router last?',
    answer: 'three years',
  },
  {
    type: 'html',
    content:
      '<html><body><nav>Home</nav><h1>Parking</h1><p>A parking permit for residents costs <b>eighty euros</b> a year.</p></body></html>',
    question: 'What does a parking permit for residents cost?',
    answer: 'eighty euros',
  },
  {
    type: 'json',
    content: '[{"dish":"Onion soup","price":"seven euros"},{"dish":"Plum cake","price":"four euros"}]',
    question: 'What is the price of the plum cake?',
    answer: 'four euros',
  },
  {
    type: 'csv',
    content: 'instrument;shelf\nViolin strings;B twelve\nTrumpet oil;C three\n',
    question: 'On which shelf is the trumpet oil?',
    answer: 'C three',
  },
] as const;

describe('documents of a chatbot', () => {
  let parley: Installation;
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    parley = await Installation.start({ MAX_UPLOAD_MB: '2' });
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  afterAll(() => parley.remove());

  const newBot = async () =>
    must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id as string;
  const pathOf = (botId: string) => `/api/v1/chatbots/${botId}/documents`;
  const formOf = (name: string, content: string | Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([content]), name);
    return form;
  };
  const upload = async (botId: string, body: unknown) =>
    must(await team.asKey.post(pathOf(botId), body), 202).body.data;
  const ended = (botId: string, id: string) =>
    eventually(async () => {
      const { data } = must(await team.asKey.get(`${pathOf(botId)}/${id}`), 200).body;
      return ENDED.includes(data.status) ? data : undefined;
    });
  const ask = async (botId: string, message: string) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message }), 200).body.data;

  test.each(TEXTS)(
    'sent as JSON, $type, answer questions with themselves as source',
    async ({ type, content, question, answer }) => {
      const botId = await newBot();
      const sent = await upload(botId, { title: 'House guide', type, content, tags: ['a'], metadata: { page: 1 } });
      expect(sent).toEqual({
        id: expect.any(String),
        chatbotId: botId,
        knowledgeBaseId: expect.any(String),
        title: 'House guide',
        type,
        status: 'queued',
        stage: null,
        version: 0,
        progress: 0,
        passages: 0,
        error: null,
        language: null,
        duplicateOf: null,
        size: Buffer.byteLength(content),
        tags: ['a'],
        metadata: { page: 1 },
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      });
      expect(await ended(botId, sent.id)).toMatchObject({ status: 'ready', progress: 100, stage: null, error: null });
      const reply = await ask(botId, question);
      expect(reply.text).toContain(answer);
      expect(reply.sources[0]).toMatchObject({
        itemId: sent.id,
        title: 'House guide',
        knowledgeBaseId: sent.knowledgeBaseId,
      });
    },
  );

  test.each(TEXTS)(
    'sent as a file, $type, are recognised and answer questions',
    async ({ type, content, question, answer }) => {
      const botId = await newBot();
      const extension = type === 'text' ? 'txt' : type === 'markdown' ? 'md' : type;
      const sent = await upload(botId, formOf(`Füße.${extension}`, content, { tags: 'a, b', metadata: '{"page":1}' }));
      expect(sent).toMatchObject({ title: `Füße.${extension}`, type, tags: ['a', 'b'], metadata: { page: 1 } });
      expect(await ended(botId, sent.id)).toMatchObject({ status: 'ready' });
      expect((await ask(botId, question)).text).toContain(answer);
    },
  );

  test('are listed, read and deleted; what is deleted is found no more', async () => {
    const botId = await newBot();
    const [first, second] = [
      await upload(botId, { title: 'First', content: TEXTS[0].content }),
      await upload(botId, { title: 'Second', content: '{', type: 'json' }),
    ];
    await Promise.all([ended(botId, first.id), ended(botId, second.id)]);
    const list = async (query = '') => {
      const { data, pagination } = must(await team.asKey.get(`${pathOf(botId)}${query}`), 200).body;
      return [data.map(({ title }: { title: string }) => title), pagination.total, pagination.limit];
    };
    expect(await list()).toEqual([['Second', 'First'], 2, 10]);
    expect(await list('?page=2&limit=1')).toEqual([['First'], 2, 1]);
    expect(await list('?status=failed&limit=500')).toEqual([['Second'], 1, 100]);
    must(await team.asKey.delete(`${pathOf(botId)}/${first.id}`), 200);
    expect((await team.asKey.get(`${pathOf(botId)}/${first.id}`)).status).toBe(404);
    expect((await ask(botId, TEXTS[0].question)).sources).toEqual([]);
  });

  test('that cannot be read fail with a reason, and are tried again when asked', async () => {
    const botId = await newBot();
    const { id } = await upload(botId, formOf('scan.pdf', '%PDF-1.7 binary'));
    const failed = await ended(botId, id);
    expect(failed).toMatchObject({
      type: 'pdf',
      status: 'failed',
      error: { code: 'text_extraction.malformed', message: 'The file is not a PDF, or a broken one.' },
    });
    expect((await team.asKey.post(`${pathOf(botId)}/${id}/cancel`)).status).toBe(409);
    const again = must(await team.asKey.post(`${pathOf(botId)}/${id}/retry`), 202).body.data;
    expect(again).toMatchObject({ status: 'queued', progress: 0, error: null });
    expect(await ended(botId, id)).toMatchObject({ status: 'failed' });
  });

  test('are cancelled while they are indexed, and indexed when they are tried again', async () => {
    const botId = await newBot();
    const part = (at: number) => `## Locker ${at}\n\nLocker ${at} holds the coat of guest number ${at}.`;
    const text = Array.from({ length: 20_000 }, (_, at) => part(at)).join('\n\n');
    const { id } = await upload(botId, formOf('lockers.md', text));
    const cancelled = must(await team.asKey.post(`${pathOf(botId)}/${id}/cancel`), 200).body.data;
    expect(cancelled).toMatchObject({ status: 'cancelled', stage: null, passages: 0 });
    expect(must(await team.asKey.get(`${pathOf(botId)}/${id}`), 200).body.data.status).toBe('cancelled');
    const conflict = await team.asKey.post(`${pathOf(botId)}/${id}/cancel`);
    expect([conflict.status, conflict.body.code]).toEqual([409, 'CONFLICT']);
    must(await team.asKey.post(`${pathOf(botId)}/${id}/retry`), 202);
    const progress: number[] = [];
    const done = await eventually(async () => {
      const { data } = must(await team.asKey.get(`${pathOf(botId)}/${id}`), 200).body;
      progress.push(data.progress);
      return ENDED.includes(data.status) ? data : undefined;
    }, LONG_MS);
    expect(done).toMatchObject({ status: 'ready', passages: 20_000 });
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    const retry = await team.asKey.post(`${pathOf(botId)}/${id}/retry`);
    expect([retry.status, retry.body.code]).toEqual([409, 'CONFLICT']);
  });

  describe('are refused', () => {
    let botId: string;
    beforeAll(async () => {
      botId = await newBot();
    });

    test.each([
      ['no title', { content: 'x' }, 'title'],
      ['no content', { title: 'x' }, 'content'],
      ['blank content', { title: 'x', content: ' \n' }, 'content'],
      ['a type that nobody knows', { title: 'x', content: 'x', type: 'pdf' }, 'type'],
      ['tags that are no list', { title: 'x', content: 'x', tags: 'a' }, 'tags'],
      ['metadata that are no object', { title: 'x', content: 'x', metadata: [] }, 'metadata'],
    ])('with %s', async (_name, body, field) => {
      const answer = await team.asKey.post(pathOf(botId), body);
      expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
      expect(answer.body.details.fields.map((problem: { field: string }) => problem.field)).toEqual([field]);
    });

    test('as a form without a file, with an empty one, with two, or that is broken', async () => {
      const without = new FormData();
      without.append('title', 'x');
      const two = formOf('a.txt', 'a');
      two.append('file', new Blob(['b']), 'b.txt');
      const broken = team.asKey.with({ 'content-type': 'multipart/form-data; boundary=x' });
      for (const answer of [
        await team.asKey.post(pathOf(botId), without),
        await team.asKey.post(pathOf(botId), formOf('a.txt', '')),
        await team.asKey.post(pathOf(botId), two),
        await broken.post(pathOf(botId), '--x\r\nnothing'),
        await team.asKey.post(pathOf(botId), formOf('a.txt', 'a', { metadata: '[1]' })),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
      }
    });

    test('when they are larger than the server takes, whether as a file or as JSON', async () => {
      const large = 'x'.repeat(2 * 1024 * 1024 + 1);
      const file = await team.asKey.post(pathOf(botId), formOf('a.txt', large));
      expect([file.status, file.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
      const json = await team.asKey.post(pathOf(botId), { title: 'x', content: large });
      expect([json.status, json.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
      const fits = await team.asKey.post(pathOf(botId), formOf('a.txt', large.slice(1)));
      expect(fits.status).toBe(202);
    });

    test('as a form where no file is taken', async () => {
      const answer = await team.asKey.post('/api/v1/chatbots', formOf('a.txt', 'a'));
      expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    });

    test('for a chatbot, base or document that is not there, or of another team', async () => {
      const other = await registerTeam(wire, 'other');
      const { id } = await upload(botId, { title: 'Mine', content: 'x' });
      for (const [method, path] of [
        ['GET', `${pathOf(botId)}/${id}`],
        ['DELETE', `${pathOf(botId)}/${id}`],
        ['POST', `${pathOf(botId)}/${id}/cancel`],
        ['POST', `${pathOf(botId)}/${id}/retry`],
        ['GET', pathOf(botId)],
      ] as const) {
        expect([method, path, (await other.asKey.send(method, path)).status]).toEqual([method, path, 404]);
      }
      const body = { title: 'x', content: 'x' };
      expect((await other.asKey.post(pathOf(botId), body)).status).toBe(404);
      expect((await team.asKey.post(pathOf('nothing'), body)).status).toBe(404);
      expect((await team.asKey.get(`${pathOf(botId)}/nothing`)).status).toBe(404);
      expect((await team.asKey.post(pathOf(botId), { ...body, knowledgeBaseId: id })).status).toBe(404);
    });

    test('for a key without the scope', async () => {
      const { apiKey } = must(
        await team.asUser.post('/api/v1/auth/api-key', { name: 'r', scopes: ['documents:read'] }),
        201,
      ).body.data;
      const reader = wire.withKey(apiKey);
      must(await reader.get(pathOf(botId)), 200);
      expect((await reader.post(pathOf(botId), formOf('a.txt', 'a'))).status).toBe(403);
    });
  });

  test('are cut as their base says, within its limits', async () => {
    const botId = await newBot();
    const bases = `/api/v1/chatbots/${botId}/knowledge-bases`;
    const base = must(await team.asKey.post(bases, { name: 'Short', settings: { chunking: { maxTokens: 50 } } }), 201)
      .body.data;
    expect(base.settings.chunking).toEqual({ maxTokens: 50, overlapTokens: 0 });
    const content = Array.from({ length: 30 }, (_, at) => `Sentence ${at} says a little something.`).join(' ');
    const { id } = await upload(botId, { title: 'Text', content, knowledgeBaseId: base.id });
    expect((await ended(botId, id)).passages).toBeGreaterThan(3);
    const path = `/api/v1/knowledge-bases/${base.id}`;
    for (const chunking of [{ maxTokens: 49 }, { maxTokens: 2001 }, { overlapTokens: 26 }, { overlapTokens: -1 }]) {
      const answer = await team.asKey.put(path, { settings: { chunking } });
      expect([answer.status, answer.body.details.fields[0].field]).toEqual([
        400,
        `settings.chunking.${Object.keys(chunking)[0]}`,
      ]);
    }
    expect(must(await team.asKey.put(path, { settings: { chunking: null } }), 200).body.data.settings.chunking).toEqual(
      { maxTokens: 300, overlapTokens: 0 },
    );
  });
});
