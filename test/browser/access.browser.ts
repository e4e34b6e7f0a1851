/** Whoever uses a keyboard, a screen reader, a small screen or other colours. */
import type { BrowserContextOptions } from 'playwright-core';
import { eventually } from '#testing';
import { axeFaults } from './axe';
import { takePicture } from './pictures';
import { QUESTION, Shop } from './shop';
import type { WidgetPage } from './widget-page';

const ANSWER = `Delivery depends on what you choose:

- **Standard** takes *2 to 3 working days* and costs 3.90 euros [1]
- **Express** arrives on the next working day

Use the code \`EXPRESS\`, or see [our page](https://example.com/delivery).

\`\`\`
order --express
\`\`\``;
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('the chat', () => {
  let shop: Shop;
  let widget: WidgetPage;

  beforeAll(async () => {
    shop = await Shop.open();
    shop.answers({ text: ANSWER });
  });
  afterAll(() => shop?.close());
  beforeEach(() => shop.site.configure({ apiKey: shop.apiKey }));
  afterEach(() => widget?.close());

  async function withAnAnswer(configuration: object, options: BrowserContextOptions = {}): Promise<void> {
    shop.site.configure({ apiKey: shop.apiKey, ...configuration });
    widget = await (await shop.visit('/', options)).open();
    await widget.ask(QUESTION);
    await widget.button(/^Source 1/).click();
  }

  test.each([
    ['light', { theme: 'light' }, {}],
    ['dark', { theme: 'dark' }, {}],
    ['auto-dark', { theme: 'auto' }, { colorScheme: 'dark' }],
    ['custom-yellow', { theme: { primaryColor: '#ffd400', borderRadius: '0px', fontFamily: 'Georgia, serif' } }, {}],
    ['custom-pale-dark', { theme: { mode: 'dark', primaryColor: '#223366' } }, {}],
    ['mobile', {}, PHONE],
    ['mobile-dark', { theme: 'dark' }, PHONE],
    [
      'right-to-left',
      { locale: 'ar', texts: { title: 'محادثة' }, greeting: 'مرحبا! كيف نساعدك؟', position: 'bottom-left' },
      {},
    ],
    ['enlarged', {}, { viewport: { width: 320, height: 256 } }],
  ] as ReadonlyArray<[string, object, BrowserContextOptions]>)(
    'has no fault that axe finds: %s',
    async (name, configuration, options) => {
      await withAnAnswer(configuration, options);
      await takePicture(widget.page, name);
      expect(await axeFaults(widget.page)).toEqual([]);
      expect(await widget.violations()).toEqual([]);
    },
  );

  test('closed, and with what went wrong, has none either', async () => {
    widget = await shop.visit();
    await widget.launcher.waitFor();
    await takePicture(widget.page, 'closed');
    expect(await axeFaults(widget.page)).toEqual([]);
    await widget.open();
    await widget.page.context().setOffline(true);
    await widget.send(QUESTION);
    await widget.button('Not sent. Try again').waitFor();
    await takePicture(widget.page, 'offline');
    expect(await axeFaults(widget.page)).toEqual([]);
  });

  test('is used with the keyboard alone: opened, asked, its source shown, rated, closed, back where it began', async () => {
    widget = await shop.visit();
    const press = (key: string) => widget.page.keyboard.press(key);
    const tabTo = (name: string | RegExp, key = 'Tab') =>
      eventually(async () => {
        await press(key);
        return new RegExp(name).test(await widget.focused());
      });
    await tabTo('^Open chat$');
    await press('Enter');
    await widget.panel.waitFor();
    expect(await widget.focused()).toBe('Write a message');
    await widget.page.keyboard.type(QUESTION);
    await press('Enter');
    await widget.reads(widget.answers.last(), 'order --express');
    expect(await widget.focused()).toBe('Write a message');
    await tabTo('^Source 1', 'Shift+Tab');
    await press('Enter');
    await widget.reads(widget.log.locator('.passage'), 'Express delivery');
    await tabTo('^Helpful$');
    await press('Space');
    await widget.reads(widget.log, 'Thank you!');
    expect(await widget.focused()).toBe('Helpful');
    await press('Escape');
    await widget.panel.waitFor({ state: 'hidden' });
    expect(await widget.focused()).toBe('Open chat');
  });

  test('beside the page leaves the page usable; over it, on a phone, keeps the focus within', async () => {
    widget = await (await shop.visit()).open();
    await widget.page.locator('#buy').focus();
    expect(await widget.focused()).toBe('buy');
    await widget.page.setViewportSize({ width: 390, height: 700 });
    const onPage: string[] = [];
    for (let presses = 0; presses < 15; presses++) {
      await widget.page.keyboard.press('Tab');
      onPage.push(await widget.focused());
    }
    expect(onPage).not.toContain('buy');
    expect(await widget.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 700 });
  });

  test('reads an answer aloud once, when it is whole: the log has it in one piece', async () => {
    widget = await (await shop.visit()).open();
    await widget.log.evaluate((log) => {
      const added: string[] = [];
      Object.assign(window, { added });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) added.push(node.textContent ?? '');
      }).observe(log, { childList: true, subtree: true, characterData: true });
    });
    shop.answersOnce({ pieces: ['One ', 'two ', 'three [1].'], pieceDelayMs: 100 });
    await widget.ask(QUESTION);
    const added = await widget.page.evaluate(() => (window as unknown as { added: string[] }).added);
    expect(added.filter((text) => text.includes('One'))).toEqual(['Assistant: One two three 1.']);
    expect(await widget.log.getAttribute('aria-live')).toBe('polite');
  });

  test('has targets of 44 pixels, and none that moves for who wants no motion', async () => {
    await withAnAnswer({}, { reducedMotion: 'reduce' });
    const small = await widget.panel.locator('button:not(.citation), textarea').evaluateAll((targets) =>
      targets
        .filter((target) => target.checkVisibility())
        .map((target) => [target.ariaLabel ?? target.textContent, target.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width < 44 || height < 44)
        .map(([name]) => name),
    );
    expect(small).toEqual([]);
    const animations = await widget.panel.evaluate((panel) => panel.getAnimations({ subtree: true }).length);
    expect(animations).toBe(0);
  });
});
