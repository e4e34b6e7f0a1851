/** The TypeScript client in a page of another origin. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { must } from '#testing/parley';
import { PackedPackage } from '../e2e/clients/packed-package';
import { QUESTION, Shop, words } from '../e2e/clients/shop';
import { launchChromium } from './chromium';

declare global {
  interface Window {
    parleyClient: typeof import('../../clients/typescript/src');
  }
}

const PAGE = `<!doctype html><title>Shop</title>
<script type="module">import * as all from '/parley-client.js'; window.parleyClient = all;</script>`;

describe('in a page', () => {
  let shop: Shop;
  let browser: Browser;
  let page: Page;
  let site: Server;
  let origin: string;

  beforeAll(async () => {
    let client: PackedPackage;
    [shop, browser, client] = await Promise.all([Shop.open(), launchChromium(), PackedPackage.install()]);
    const script = readFileSync(path.join(client.folder, 'node_modules/parley-client/dist/esm/index.js'), 'utf8');
    await client.remove();
    site = createServer(({ url }, response) => {
      if (url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      else response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    });
    await new Promise<void>((resolve) => {
      site.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    page = await browser.newPage();
    await page.goto(origin);
  });
  beforeEach(() => shop.network.reset());
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await shop?.close();
  });

  test('a visitor asks with a public key, reads the answer over a broken connection, and goes on', async () => {
    const text = shop.says(words(30), 20);
    const key = { type: 'public', chatbotId: shop.botId, allowedOrigins: [origin] };
    const { apiKey } = must(await shop.team.asUser.post('/api/v1/auth/api-key', key), 201).body.data;
    shop.network.fails({ method: 'POST', cutAfterEvents: 3 });
    const told = await page.evaluate(
      async ({ apiKey, environment, message }) => {
        const { ChatClient } = window.parleyClient;
        const chat = new ChatClient({ apiKey, environment });
        let text = '';
        let conversationId = '';
        let token = '';
        for await (const event of chat.streamMessage({ message, userId: 'visitor-1' })) {
          if (event.type === 'text') text += event.text;
          else ({ conversationId, conversationToken: token = '' } = event.reply);
        }
        await chat.sendMessage({ message, userId: 'visitor-1', conversationId });
        const later = new ChatClient({ apiKey, environment });
        later.useToken(conversationId, token);
        const { messages } = await later.getConversation(conversationId);
        return { text, count: messages.length };
      },
      { apiKey, environment: shop.network.baseUrl, message: QUESTION },
    );
    expect(told).toEqual({ text, count: 4 });
  });

  test('a chat of the assistant dialect is read to its end over a broken connection', async () => {
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'slow',
      model: 'test',
      baseUrl: shop.llm.baseUrl,
    };
    must(await shop.team.asKey.post('/api/v1/models', model), 201);
    const text = shop.says(words(20), 20);
    shop.network.fails({ method: 'POST', cutAfterEvents: 1 });
    const told = await page.evaluate(
      async ({ apiKey, baseURL, message }) => {
        const { ChatbotAPI } = window.parleyClient;
        const { chat } = new ChatbotAPI({ apiKey, baseURL });
        let told = '';
        for await (const piece of (await chat.send({ message, model: 'slow', stream: true })).text()) told += piece;
        return told;
      },
      { apiKey: shop.team.apiKey, baseURL: shop.network.baseUrl, message: QUESTION },
    );
    expect(told).toBe(text);
  });

  test('a file is uploaded from a stream, and refusals are told apart', async () => {
    const told = await page.evaluate(
      async ({ chatbotId, ...options }) => {
        const { Parley, NotFoundError } = window.parleyClient;
        const { platform } = new Parley(options);
        const content = new Blob(['The shop opens at 9:00.']).stream();
        const body = { file: { name: 'hours.txt', content } };
        const { status } = await platform.uploadDocument({ chatbotId, body });
        const refusal = await platform.getDocument({ chatbotId, id: 'x' }).catch((error: unknown) => error);
        return {
          status,
          isNotFound: refusal instanceof NotFoundError,
          requestId: (refusal as { requestId: string }).requestId,
        };
      },
      { chatbotId: shop.botId, ...shop.options },
    );
    expect(told).toEqual({ status: 'ready', isNotFound: true, requestId: expect.stringMatching(/^req_/) });
  });
});
