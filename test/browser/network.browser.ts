/** What a visitor sees when the network, or the server, is not there. */
import type { Route } from 'playwright-core';
import { QUESTION, Shop } from './shop';
import type { WidgetPage } from './widget-page';

const RETRY = 'Not sent. Try again';

describe('a visitor', () => {
  let shop: Shop;
  let widget: WidgetPage;

  beforeAll(async () => {
    shop = await Shop.open();
  });
  afterAll(() => shop?.close());
  beforeEach(() => {
    shop.answers({ text: 'It takes 2 to 3 working days [1].' });
    shop.site.configure({ apiKey: shop.apiKey });
  });
  afterEach(() => widget?.close());

  const setOffline = (isOffline: boolean) => widget.page.context().setOffline(isOffline);

  test('who is offline is told so; what was written stays, over a reload too, and is sent once when it can be', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await setOffline(true);
    await widget.reads(widget.status, 'You are offline.');
    await widget.send('And express?');
    await widget.button(RETRY).waitFor();
    expect((await widget.remembered()).unsent).toEqual(['And express?']);
    await setOffline(false);
    await widget.reads(widget.status, /^$/);
    await widget.page.reload();
    await widget.button(RETRY).click();
    await widget.reads(widget.answers.nth(2), '2 to 3 working days');
    expect(await widget.button(RETRY).count()).toBe(0);
    expect((await widget.remembered()).unsent).toEqual([]);
    const { messages } = await shop.conversationOf(widget);
    expect(messages.map(({ content }: { content: string }) => content)).toEqual([
      QUESTION,
      expect.any(String),
      'And express?',
      expect.any(String),
    ]);
  });

  test('whose connection breaks in the middle of an answer gets all of it afterwards, each word once', async () => {
    widget = await (await shop.visit()).open();
    const pieces = Array.from({ length: 30 }, (_, at) => `word${at} `);
    shop.answersOnce({ pieces, pieceDelayMs: 100 });
    await widget.send(QUESTION);
    await widget.reads(widget.panel.locator('.scroll > .message'), 'word3');
    await setOffline(true);
    await widget.reads(widget.status, 'You are offline.');
    await setOffline(false);
    await widget.reads(widget.answers.last(), pieces.join('').trim());
    expect(await widget.answers.count()).toBe(2);
    expect((await shop.conversationOf(widget)).messages).toHaveLength(2);
  });

  test('whose request was taken, though the connection broke before the server could say so, does not ask twice', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    const lose = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await widget.page.route('**/api/v1/conversations', lose, { times: 1 });
    await widget.send('And express?');
    await widget.reads(widget.answers.nth(2), '2 to 3 working days');
    await widget.button(RETRY).waitFor({ state: 'detached' });
    expect((await shop.conversationOf(widget)).messages).toHaveLength(4);
  });

  test('on a page that the key does not name is told so, and gets no answer', async () => {
    shop.site.configure({ apiKey: await shop.keyFor(['https://elsewhere.example']) });
    widget = await (await shop.visit()).open();
    const { asked } = shop;
    await widget.send(QUESTION);
    await widget.reads(widget.status, 'This chat may not be used on this page.');
    expect(await widget.answers.count()).toBe(1);
    expect(shop.asked).toBe(asked);
  });

  test('on a page with a key that is unknown is told so', async () => {
    shop.site.configure({ apiKey: `${shop.apiKey.slice(0, -4)}AAAA` });
    widget = await (await shop.visit()).open();
    await widget.send(QUESTION);
    await widget.reads(widget.status, 'This chat may not be used on this page.');
  });

  test('whose browser keeps nothing has a conversation as long as the page', async () => {
    widget = await shop.visit('/empty');
    await widget.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Blocked.', 'SecurityError');
          },
        });
    });
    await widget.page.goto(shop.site.origin);
    await widget.open();
    await widget.ask(QUESTION);
    shop.answersOnce({ text: 'The second answer.' });
    expect(await widget.ask('And express?')).toBe('The second answer.');
    expect(JSON.stringify(shop.llm.chats.filter(({ body }) => body.stream).at(-1)?.body)).toContain(QUESTION);
  });
});
