import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { eventually } from '#testing';
import { Installation, must, type RegisteredTeam, registerTeam, runParley, WireClient } from '#testing/parley';
import { FilledInstallation } from './filled-installation';

const NOBODY = 'http://127.0.0.1:9/hook';
const CREDENTIALS = { headers: { authorization: 'Bearer hush-hush', 'x-tenant': 'acme' }, token: 'telegram-token-1' };

describe('a bot as one file', () => {
  let folder: string;
  let parley: Installation;
  let wire: WireClient;
  let filled: FilledInstallation;
  let other: RegisteredTeam;
  let file: Buffer;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parley-bot-'));
    parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true' });
    wire = new WireClient(parley.baseUrl);
    filled = await FilledInstallation.fill(wire, NOBODY);
    other = await registerTeam(wire, 'other');
    const asKey = wire.withKey(filled.team.apiKey);
    const personality = { name: 'Guide', tone: 'warm', traits: { humour: 0.4 }, isDefault: true };
    must(await asKey.post(`${bot()}/personalities`, personality), 201);
    const integration = { name: 'Back office', webhookUrl: NOBODY, headers: CREDENTIALS.headers, weight: 0 };
    must(await asKey.post(`${bot()}/integrations`, integration), 201);
    file = await exported(asKey);
  });
  afterAll(async () => {
    await parley.remove();
    rmSync(folder, { recursive: true });
  });

  const bot = () => `/api/v1/chatbots/${filled.botId}`;
  const exported = async (as: WireClient) => {
    const answer = await as.open('GET', `${bot()}/export`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip']);
    return Buffer.from(await answer.arrayBuffer());
  };
  const send = (as: WireClient, content: Buffer<ArrayBuffer> | Buffer, name?: string) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), 'mover.parley-bot.tar.gz');
    if (name) form.append('name', name);
    return as.post('/api/v1/chatbots/import', form);
  };
  const ended = (as: WireClient, id: string) =>
    eventually(async () => {
      const { data } = must(await as.get(`/api/v1/chatbots/imports/${id}`), 200).body;
      return ['completed', 'failed'].includes(data.status) && data;
    });

  /** All that the bot knew and could, asked of another bot. */
  async function expectSameBot(as: WireClient, botId: string): Promise<void> {
    const path = `/api/v1/chatbots/${botId}`;
    const ask = async (message: string) =>
      must(await as.post(`${path}/conversation`, { message }), 200).body.data.text as string;
    await eventually(async () => {
      const documents = must(await as.get(`${path}/documents`), 200).body.data as Array<{ status: string }>;
      return documents.length === 1 && documents.every(({ status }) => status === 'ready');
    });
    expect(await ask('When does the museum open?')).toContain('nine in the morning');
    expect(await ask('May I bring my dog?')).toContain('Dogs wait outside');
    expect(await ask('How long do I hold the button to reset the router?')).toContain('nine seconds');
    const [document] = must(await as.get(`${path}/documents`), 200).body.data;
    const download = await as.open('GET', `${path}/documents/${document.id}/file`);
    expect(
      Buffer.from(await download.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { data: personalities } = must(await as.get(`${path}/personalities`), 200).body;
    expect(personalities).toMatchObject([{ name: 'Guide', tone: 'warm', isDefault: true }]);
    await eventually(async () => {
      const answer = await as.post(`${path}/intents/predict`, { text: 'where is the parcel of mine' });
      return answer.status === 200;
    });
  }

  test('is made again by another team, with what it knew, and says what is to be filled in', async () => {
    const started = must(await send(other.asKey, file, 'Mover the second'), 202).body.data;
    const done = await ended(other.asKey, started.id);
    expect(done).toMatchObject({ status: 'completed', percent: 100, error: null });
    expect(done.notes.join('\n')).toContain('authorization');
    const copy = must(await other.asKey.get(`/api/v1/chatbots/${done.chatbotId}`), 200).body.data;
    expect(copy.name).toBe('Mover the second');
    await expectSameBot(other.asKey, done.chatbotId);
    const { data: integrations } = must(await other.asKey.get(`/api/v1/chatbots/${copy.id}/integrations`), 200).body;
    expect(integrations).toMatchObject([{ name: 'Back office', headers: { 'x-tenant': 'acme' }, isEnabled: false }]);
    const { body } = must(await other.asKey.get('/api/v1/chatbots/imports'), 200);
    expect(body).toMatchObject({ data: [{ id: started.id }], pagination: { total: 1 } });
  });

  test('holds no secret', () => {
    const content = gunzipSync(file).toString('latin1');
    for (const secret of ['hush-hush', 'sk-sealed', filled.team.apiKey]) expect(content.includes(secret)).toBe(false);
    expect(content).toContain('Back office');
  });

  test('is exported and imported by the command line, into another installation too', async () => {
    const exportedFile = path.join(folder, 'mover.parley-bot.tar.gz');
    const written = await runParley(['bot', 'export', filled.botId, exportedFile, '--json'], parley.settings);
    expect([written.code, JSON.parse(written.stdout).file]).toEqual([0, exportedFile]);
    const elsewhere = await Installation.startEmbedded({ ALLOW_PRIVATE_ADDRESSES: 'true' });
    try {
      const made = await runParley(['bot', 'import', exportedFile, '--json'], elsewhere.settings);
      expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('Importing')]);
      const there = new WireClient(elsewhere.baseUrl);
      const admin = { username: 'admin', password: 'correct horse battery' };
      const { accessToken } = must(await there.post('/api/v1/auth/login', admin), 200).body.data;
      await expectSameBot(there.withToken(accessToken), JSON.parse(made.stdout).botId);
    } finally {
      await elsewhere.remove();
    }
  });

  test.each([
    ['text', () => Buffer.from('no bot at all'), 'damaged'],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 200), 'damaged'],
    ['an archive of something else', () => gzipSync(Buffer.alloc(1_024)), 'no exported chatbot'],
  ])('that is %s fails, and leaves no bot behind', async (_what, spoil, reason) => {
    const before = must(await other.asKey.get('/api/v1/chatbots'), 200).body.pagination.total;
    const { id } = must(await send(other.asKey, spoil(file)), 202).body.data;
    expect(await ended(other.asKey, id)).toMatchObject({
      status: 'failed',
      chatbotId: null,
      error: expect.stringContaining(reason),
    });
    expect(must(await other.asKey.get('/api/v1/chatbots'), 200).body.pagination.total).toBe(before);
  });

  test('of another team is not there', async () => {
    expect((await other.asKey.get(`${bot()}/export`)).status).toBe(404);
    const { id } = must(await send(other.asKey, Buffer.from('x')), 202).body.data;
    expect((await wire.withKey(filled.team.apiKey).get(`/api/v1/chatbots/imports/${id}`)).status).toBe(404);
    expect((await send(other.asKey, Buffer.alloc(0))).status).toBe(400);
  });

  test('is asked for from the command line by what there is', async () => {
    const missing = await runParley(['bot', 'export', 'nobody', path.join(folder, 'x')], parley.settings);
    expect([missing.code, missing.stderr]).toEqual([2, 'There is no bot "nobody".\n']);
    const broken = path.join(folder, 'broken');
    writeFileSync(broken, readFileSync(path.join(folder, 'mover.parley-bot.tar.gz')).subarray(0, 300));
    const refused = await runParley(['bot', 'import', broken], parley.settings);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('damaged')]);
  });

  test('takes the scopes of all that is in it', async () => {
    const keyWith = async (...scopes: string[]) => {
      const made = await filled.team.asUser.post('/api/v1/auth/api-key', { scopes });
      return wire.withKey(must(made, 201).body.data.apiKey);
    };
    const botsOnly = await keyWith('chatbots:write');
    expect((await botsOnly.get(`${bot()}/export`)).status).toBe(403);
    expect((await send(botsOnly, file)).status).toBe(403);
    const builder = await keyWith('chatbots:write', 'knowledge:write', 'training:write');
    expect((await send(builder, file)).status).toBe(403);
  });
});
