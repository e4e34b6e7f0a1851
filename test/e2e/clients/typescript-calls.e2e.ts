/** Calls of the TypeScript client against a server: every dialect, kinds of bodies and answers, pages, failures. */
import { Installation, must, registerTeam, WireClient } from '#testing/parley';
import {
  AuthenticationError,
  ConflictError,
  keyCredential,
  NotFoundError,
  Parley,
  PermissionError,
  ProcessingError,
  RateLimitError,
  TimeoutError,
  ValidationError,
} from '../../../clients/typescript/src';
import { DELIVERY, QUESTION, Shop } from './shop';
import { UnreliableNetwork } from './unreliable-network';

describe('the TypeScript client', () => {
  let shop: Shop;
  let parley: Parley;

  beforeAll(async () => {
    shop = await Shop.open();
    parley = new Parley(shop.options);
  });
  beforeEach(() => shop.network.reset());
  afterAll(() => shop?.close());

  test('goes over the lists of every dialect', async () => {
    const names = ['Page 1', 'Page 2', 'Page 3'];
    for (const name of names) {
      await parley.platform.createChatbot({ body: { name } });
      await parley.assistant.createDocument({ body: { title: name, content: name } });
      await parley.support.addOrUpdateArticle({ body: { title: name, content: name } });
      await parley.criabot.uploadDocument({
        bot_name: 'helper',
        body: { file_name: name, file_contents: { nodes: [{ text: name }] } },
      });
    }
    const { platform, assistant, support, manager, criabot } = parley;
    const lists = {
      platform: (await platform.listChatbots({ limit: 2 }).all()).map(({ name }) => name),
      assistant: (await assistant.listDocuments({ limit: 2 }).all()).map(({ title }) => title),
      support: (await support.listArticles({ limit: 2 }).all()).map(({ title }) => title),
      manager: (await manager.listBots({ per_page: 2 }).all()).map(({ name }) => name),
      criabot: await criabot.listDocuments({ bot_name: 'helper', page_size: 2 }).all(),
    };
    for (const [dialect, items] of Object.entries(lists)) {
      expect([dialect, ...items]).toEqual([dialect, ...new Set(items)]);
      expect(items).toEqual(expect.arrayContaining(names));
    }
  });

  test('uploads, follows, downloads and deletes a file', async () => {
    const told: string[] = [];
    const content = new TextEncoder().encode(DELIVERY.content);
    const file = await parley.assistant.uploadAndProcess(
      { body: { file: { name: 'prices.txt', content }, tags: ['a', 'b'] } },
      { onProgress: ({ status }) => told.push(status) },
    );
    expect(file).toMatchObject({ status: 'completed', chunks_created: 1 });
    expect(told.at(-1)).toBe('completed');
    const at = { file_id: file.id };
    expect(await parley.assistant.getFile(at)).toMatchObject({ filename: 'prices.txt', tags: ['a', 'b'] });
    const download = await parley.assistant.downloadFile(at);
    expect(await download.text()).toBe(DELIVERY.content);
    expect(await parley.assistant.deleteFile(at)).toBeUndefined();
    await expect(parley.assistant.getFile(at)).rejects.toThrow(NotFoundError);
  });

  test('says why a file could not be processed', async () => {
    const file = new File(['not a PDF at all'], 'broken.pdf', { type: 'application/pdf' });
    const uploading = parley.platform.uploadDocument({ chatbotId: shop.botId, body: { file, metadata: { a: 1 } } });
    await expect(uploading).rejects.toThrow(ProcessingError);
    await expect(uploading).rejects.toMatchObject({ message: /\S/, body: { status: 'failed', metadata: { a: 1 } } });
  });

  test('follows an agent until it has ended', async () => {
    const body = { name: 'Report', system_prompt: 'You report.', user_message: 'Report!' };
    const { data: loop } = await parley.manager.createAgentLoop({ body });
    const { data: execution } = await parley.manager.runAgentLoop({ id: loop.id, body: {} });
    const seen: string[] = [];
    for await (const event of parley.manager.followExecution({ id: loop.id, execution_id: execution.id }))
      seen.push(event.type === 'status' ? event.data.status : event.type);
    expect(seen.at(-1)).toBe('completed');
  });

  test('listens to what is said in a conversation', async () => {
    const begun = await parley.support.createConversationOrSendMessage({
      body: { message: QUESTION, user_id: 'jane' },
    });
    const at = { conversation_id: begun.conversation_id };
    for await (const event of parley.support.followConversation(at)) {
      if (event.type !== 'message') continue;
      expect(event.data).toMatchObject({ sender: 'user', content: QUESTION, position: 1 });
      break;
    }
  });

  test('tells failures of every dialect apart', async () => {
    const strange = (await registerTeam(new WireClient(shop.network.baseUrl))).apiKey;
    const { platform, assistant, support, manager, criabot } = parley;
    const request = { code: /\S/, requestId: expect.stringMatching(/^req_/), message: expect.stringMatching(/\S/) };
    const failures: Array<[Promise<unknown>, unknown, number]> = [
      [
        platform.getChatbot({ id: shop.botId }, { credential: keyCredential('sk_live_nobody') }),
        AuthenticationError,
        401,
      ],
      [manager.listBots({}, { credential: keyCredential(undefined) }).all(), AuthenticationError, 401],
      [platform.listUsers().all(), PermissionError, 403],
      [platform.getChatbot({ id: shop.botId }, { credential: keyCredential(strange) }), NotFoundError, 404],
      [support.getConversation({ conversation_id: 'conv_1' }), NotFoundError, 404],
      [
        criabot.createBot({ bot_name: 'helper', body: { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 } }),
        ConflictError,
        409,
      ],
      [assistant.startChat({ body: { message: '' } }), ValidationError, 400],
      [manager.createBot({ body: { name: '' } }), ValidationError, 422],
    ];
    for (const [failing, Class, status] of failures) {
      const error = await failing.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect([error?.constructor, error]).toEqual([
        Class,
        expect.objectContaining({ ...request, code: expect.any(String), status }),
      ]);
    }
    await expect(manager.createBot({ body: { name: '' } })).rejects.toMatchObject({ fields: [{ field: 'name' }] });
  });

  test('asks again when an answer was lost, and does nothing twice', async () => {
    shop.network.fails({ losesAnswer: true });
    expect((await parley.platform.getChatbot({ id: shop.botId })).data.id).toBe(shop.botId);
    expect(shop.network.requests).toHaveLength(2);
    shop.network.fails({ losesAnswer: true });
    const { data: made } = await parley.platform.createChatbot({ body: { name: 'Lost' } });
    const found = await parley.platform.listChatbots({ search: 'Lost' });
    expect(found.data.map(({ id }) => id)).toEqual([made.id]);
  });

  test('gives up what nobody answers, and where nobody is', async () => {
    shop.network.fails({ isSilent: true, times: 2 });
    const read = parley.platform.getChatbot({ id: shop.botId }, { timeoutMs: 50, maxRetries: 1 });
    await expect(read).rejects.toThrow(TimeoutError);
    expect(shop.network.requests).toHaveLength(2);
    const gone = await UnreliableNetwork.to('http://127.0.0.1');
    const { baseUrl } = gone;
    await gone.stop();
    const nobody = new Parley({ apiKey: 'x', baseUrl, maxRetries: 1 });
    await expect(nobody.platform.showLiveness()).rejects.toMatchObject({ name: 'ConnectionError', isUnsent: true });
  });

  test('logs a person in and out', async () => {
    const { username, password } = shop.team.account;
    const options = { baseUrl: shop.network.baseUrl };
    const jane = await Parley.logIn({ username, password }, options);
    expect((await jane.platform.showCurrentUser()).data.username).toBe(username);
    await jane.platform.logOut();
    await expect(jane.platform.showCurrentUser()).rejects.toThrow(AuthenticationError);
    await expect(Parley.logIn({ username, password: 'wrong password' }, options)).rejects.toThrow(AuthenticationError);
  });
});

test('a server that has had enough says for how long, and is left alone', async () => {
  const installation = await Installation.start({ RATE_LIMIT_MULTIPLIER: '0.05' });
  try {
    const { apiKey } = await registerTeam(new WireClient(installation.baseUrl));
    const { assistant } = new Parley({ apiKey, baseUrl: installation.baseUrl, maxRetryAfterMs: 0 });
    const asking = async () => {
      for (;;) await assistant.listWebhooks();
    };
    const error = await asking().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    const { retryAfterMs = 0 } = error as RateLimitError;
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    const body = must(await new WireClient(installation.baseUrl).withKey(apiKey).get('/api/webhooks'), 429).body;
    expect(error).toMatchObject({ status: 429, code: body.error.code, requestId: expect.stringMatching(/^req_/) });
  } finally {
    await installation.remove();
  }
});
