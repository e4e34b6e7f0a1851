/** From the bot to a person, and back. */
import { eventually } from '#testing';
import { must, type WireClient } from '#testing/parley';
import { axeFaults } from './axe';
import { takePicture } from './pictures';
import { QUESTION, Shop } from './shop';
import type { WidgetPage } from './widget-page';

describe('a visitor who wants a person', () => {
  let shop: Shop;
  let widget: WidgetPage;
  let ada: WireClient;

  beforeAll(async () => {
    shop = await Shop.open(undefined, { handOff: { isEnabled: true } });
    ada = shop.team.asKey;
    must(await ada.put('/api/v1/escalations/agents/me', { displayName: 'Ada', capacity: 5 }), 200);
  });
  afterAll(() => shop?.close());
  beforeEach(() => {
    shop.answers({ text: 'It takes 2 to 3 working days [1].' });
  });
  afterEach(() => widget?.close());

  /** The open escalation of the page's conversation. */
  async function escalation(): Promise<string> {
    const id = (await widget.remembered()).conversation!.id.slice('conv_'.length);
    const found = await eventually(async () => {
      const { data } = must(await ada.get('/api/v1/escalations'), 200).body;
      return data.find(({ conversationId }: { conversationId: string }) => conversationId.replaceAll('-', '') === id);
    });
    return `/api/v1/escalations/${found.id}`;
  }

  async function withAPerson(): Promise<string> {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await widget.button('Talk to a person').click();
    await widget.reads(widget.status, /A person will join you soon|Ada/);
    const path = await escalation();
    must(await ada.post(`${path}/accept`), 200);
    await widget.reads(widget.panel.locator('.who'), 'Ada');
    return path;
  }

  test('is told that one comes, sees who it is, talks to them, and is given back to the bot', async () => {
    const path = await withAPerson();
    must(await ada.post(`${path}/messages`, { content: 'Hello, this is **Ada**. What can I do?' }), 201);
    await widget.reads(widget.answers.last(), 'Hello, this is Ada. What can I do?');
    await widget.reads(widget.log.locator('.author').last(), 'Ada');
    await takePicture(widget.page, 'person');
    expect(await axeFaults(widget.page)).toEqual([]);
    const asked = shop.asked;
    await widget.send('My parcel is lost.');
    await widget.reads(widget.log.locator('.message.user').last(), 'My parcel is lost.');
    await eventually(async () => (await shop.conversationOf(widget)).messages.at(-1).content === 'My parcel is lost.');
    expect(shop.asked).toBe(asked);
    must(await ada.post(`${path}/messages`, { content: 'I send another one.' }), 201);
    await widget.reads(widget.answers.last(), 'I send another one.');
    must(await ada.post(`${path}/return`), 200);
    await widget.reads(widget.panel.locator('.who'), /^$/);
    shop.answersOnce({ text: 'The bot is back.' });
    expect(await widget.ask('And express?')).toBe('The bot is back.');
    expect((await widget.heard()).filter(([name]) => name === 'handling').map(([, detail]) => detail)).toEqual([
      expect.objectContaining({ handling: 'waiting' }),
      { handling: 'human', agent: 'Ada' },
      expect.objectContaining({ handling: 'bot' }),
    ]);
    expect(await widget.violations()).toEqual([]);
  });

  test('sees on the button what came while the chat was closed, on another page too', async () => {
    const path = await withAPerson();
    await widget.button('Close chat').click();
    must(await ada.post(`${path}/messages`, { content: 'Are you there?' }), 201);
    await widget.page.getByRole('button', { name: 'Open chat (1)' }).waitFor();
    await widget.page.goto(`${shop.site.origin}/other`);
    await widget.page.getByRole('button', { name: 'Open chat (1)' }).waitFor();
    must(await ada.post(`${path}/messages`, { content: 'Hello?' }), 201);
    await widget.page.getByRole('button', { name: 'Open chat (2)' }).click();
    await widget.reads(widget.log, 'Hello?');
    await widget.button('Close chat').click();
    await widget.page.getByRole('button', { name: 'Open chat', exact: true }).waitFor();
  });

  test('asks for one in their own words', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask('I want to talk to a human, please');
    await widget.reads(widget.status, /A person will join you soon/);
    expect(await widget.button('Talk to a person').count()).toBe(0);
    expect(await axeFaults(widget.page)).toEqual([]);
  });

  test('whose conversation is resolved is told, and can go on', async () => {
    const path = await withAPerson();
    must(await ada.post(`${path}/resolve`), 200);
    await widget.reads(widget.status, 'This conversation has ended.');
    shop.answersOnce({ text: 'Here I am again.' });
    expect(await widget.ask(QUESTION)).toBe('Here I am again.');
  });

  test('gets no part of an answer that a person has forestalled', async () => {
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await widget.button('Talk to a person').click();
    const path = await escalation();
    shop.answersOnce({ pieces: ['Some ', ...Array.from({ length: 50 }, () => 'more ')], pieceDelayMs: 200 });
    await widget.send(QUESTION);
    await widget.reads(widget.panel.locator('.scroll > .message'), 'Some');
    must(await ada.post(`${path}/accept`), 200);
    await widget.reads(widget.panel.locator('.who'), 'Ada');
    await widget.panel.locator('.scroll > .message').waitFor({ state: 'hidden' });
    await widget.reads(widget.log, /^(?!.*Some more)/s);
  });
});
