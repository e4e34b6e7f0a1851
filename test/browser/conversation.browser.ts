/** A conversation with the bot, from the first question to the next day. */
import { eventually } from '#testing';
import { must } from '#testing/parley';
import { QUESTION, Shop } from './shop';
import type { WidgetPage } from './widget-page';

const ANSWER = 'It takes **2 to 3 working days** and costs 3.90 euros [1].';

describe('a visitor', () => {
  let shop: Shop;
  let widget: WidgetPage;

  beforeAll(async () => {
    shop = await Shop.open();
  });
  afterAll(() => shop?.close());
  beforeEach(() => {
    shop.answers({ text: ANSWER });
  });
  afterEach(() => widget?.close());

  test('opens the chat, is greeted, asks, and sees the answer grow until it is whole, with its citation', async () => {
    widget = await (await shop.visit()).open();
    await widget.reads(widget.answers.first(), 'Hello! How can we help?');
    shop.answersOnce({
      pieces: ['It takes ', '**2 to 3 ', 'working days** ', 'and costs 3.90 ', 'euros [1].'],
      pieceDelayMs: 300,
    });
    await widget.send(QUESTION);
    await widget.reads(widget.panel.locator('.scroll > .message'), /^It takes(?!.*euros)/s);
    await widget.reads(widget.answers.last(), 'It takes 2 to 3 working days and costs 3.90 euros');
    expect(await widget.answers.last().locator('strong').innerText()).toBe('2 to 3 working days');
    await widget.button(/^Source 1/).click();
    const passage = widget.log.locator('.passage');
    await widget.reads(passage, 'Delivery times and costs');
    await widget.reads(passage, 'Express delivery arrives on the next working day');
    expect(await widget.button(/^Source 1/).getAttribute('aria-expanded')).toBe('true');
    await widget.button(/^Source 1/).click();
    expect(await passage.isVisible()).toBe(false);
    expect(await widget.violations()).toEqual([]);
    expect((await widget.heard()).map(([name]) => name)).toEqual(['open', 'message', 'message']);
  });

  test('finds the conversation again after a reload and on another page, and goes on with it', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    const { conversation } = await widget.remembered();
    await widget.page.reload();
    await widget.panel.waitFor();
    await widget.reads(widget.log, QUESTION);
    await widget.reads(widget.answers.last(), '2 to 3 working days');
    await widget.button('Close chat').click();
    await widget.page.getByRole('link', { name: 'Another page' }).click();
    expect(await widget.panel.isVisible()).toBe(false);
    await widget.open();
    await widget.reads(widget.answers.last(), '2 to 3 working days');
    shop.answersOnce({ text: 'And express costs 8.50 euros.' });
    expect(await widget.ask('And express?')).toBe('And express costs 8.50 euros.');
    expect((await widget.remembered()).conversation).toEqual(conversation);
    expect((await shop.conversationOf(widget)).messages).toHaveLength(4);
  });

  test('rates an answer, and is thanked', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await widget.button('Helpful').last().click();
    await widget.reads(widget.log, 'Thank you!');
    expect(await widget.button('Helpful').last().getAttribute('aria-pressed')).toBe('true');
    const analytics = async () => {
      const day = new Date().toISOString().slice(0, 10);
      const path = `/api/v1/analytics?start_date=${day}&end_date=${day}`;
      return must(await shop.team.asKey.get(path), 200).body.metrics.customer_satisfaction;
    };
    expect(await eventually(analytics)).toBe(5);
    await widget.page.reload();
    await widget.reads(widget.log, 'Thank you!');
  });

  test('starts over: the old conversation is gone from the page, and the next question begins another', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    const { conversation } = await widget.remembered();
    await widget.button('Start over').click();
    await widget.reads(widget.log, /^(?!.*How long).*Hello!/s);
    await widget.ask(QUESTION);
    expect((await widget.remembered()).conversation?.id).not.toBe(conversation?.id);
  });

  test('whose conversation is gone begins another without noticing', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await widget.page.evaluate(() => {
      for (const name of Object.keys(localStorage)) {
        const stored = JSON.parse(localStorage.getItem(name)!);
        stored.conversation.token = `${stored.conversation.token}x`;
        localStorage.setItem(name, JSON.stringify(stored));
      }
    });
    shop.answersOnce({ text: 'This is another conversation.' });
    await widget.send('Is there express delivery?');
    await widget.reads(widget.log, 'This is another conversation.');
    expect(await widget.button('Not sent. Try again').count()).toBe(0);
    await widget.page.reload();
    await widget.reads(widget.log, 'This is another conversation.');
    expect((await shop.conversationOf(widget)).messages).toHaveLength(2);
  });

  test('reads German on a German page, with the words that the site has for it', async () => {
    shop.site.configure({ apiKey: shop.apiKey, texts: { title: 'Kaffeehilfe' }, greeting: 'Servus!' });
    widget = await shop.visit('/de');
    await widget.page.getByRole('button', { name: 'Chat öffnen' }).click();
    await widget.page.getByRole('dialog', { name: 'Kaffeehilfe' }).waitFor();
    await widget.reads(widget.answers.first(), 'Servus!');
    expect(await widget.input.getAttribute('placeholder')).toBe('Nachricht schreiben');
    shop.site.configure({ apiKey: shop.apiKey });
  });
});
