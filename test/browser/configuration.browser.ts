/** What the owner of a site sets, and what the page hears about it. */
import { Shop } from './shop';
import type { WidgetPage } from './widget-page';

describe('the configuration of a site', () => {
  let shop: Shop;
  let widget: WidgetPage;

  beforeAll(async () => {
    shop = await Shop.open();
  });
  afterAll(() => shop?.close());
  afterEach(() => widget?.close());

  const complaints = async (configuration: object, path = '/') => {
    shop.site.configure(configuration);
    const said: string[] = [];
    widget = await shop.visit('/empty-of-it');
    widget.page.on('console', (message) => said.push(message.text()));
    widget.page.on('pageerror', (error) => said.push(`thrown: ${error.message}`));
    await widget.page.goto(shop.site.origin + path);
    await widget.page.waitForLoadState();
    return said;
  };

  test('may come after the script', async () => {
    shop.site.configure({ apiKey: shop.apiKey });
    widget = await (await shop.visit('/late')).open();
    expect((await widget.heard()).map(([name]) => name)).toEqual(['open']);
  });

  test('that is wrong is told in the console, and the widget runs without what is wrong', async () => {
    const said = await complaints({ apiKey: shop.apiKey, position: 'top', theme: { primaryColor: 'blue' } });
    expect(said).toEqual([
      expect.stringContaining('position has to be something like "bottom-left"'),
      expect.stringContaining('theme.primaryColor has to be something like "#007bff"'),
    ]);
    await widget.open();
  });

  test.each([
    [{}, 'apiKey has to be something like "pk_live_..."'],
    [{ apiKey: 'sk_live_secret' }, 'apiKey is a secret that this page gives away'],
  ])('without a public key leaves the page as it is: %j', async (configuration, words) => {
    expect((await complaints(configuration)).join('\n')).toContain(words);
    expect(await widget.launcher.count()).toBe(0);
  });

  test('says on which pages the widget is, and that it opens by itself', async () => {
    shop.site.configure({ apiKey: shop.apiKey, behavior: { showOnPages: ['/other'], autoOpen: true } });
    widget = await shop.visit('/');
    expect(await widget.launcher.isVisible()).toBe(false);
    await widget.page.getByRole('link', { name: 'Another page' }).click();
    await widget.panel.waitFor();
    await widget.page.evaluate(() => history.pushState({}, '', '/'));
    await widget.panel.waitFor({ state: 'hidden' });
  });

  test('hides it on small screens, where that is wanted', async () => {
    shop.site.configure({ apiKey: shop.apiKey, behavior: { hideOnMobile: true } });
    widget = await shop.visit('/', { viewport: { width: 390, height: 844 } });
    expect(await widget.launcher.isVisible()).toBe(false);
    await widget.page.setViewportSize({ width: 1000, height: 800 });
    await widget.launcher.waitFor();
  });

  test('names the user, whose conversation is not that of the next user of the browser', async () => {
    shop.answers({ text: 'Yes [1].' });
    shop.site.configure({ apiKey: shop.apiKey, user: { id: 'jane', name: 'Jane', email: 'jane@example.com' } });
    widget = await (await shop.visit()).open();
    await widget.ask('Is there express delivery?');
    const { user_id, metadata } = await shop.conversationOf(widget);
    expect([user_id, metadata]).toEqual([
      'jane',
      { user_name: 'Jane', user_email: 'jane@example.com', page: `${shop.site.origin}/` },
    ]);
    shop.site.configure({ apiKey: shop.apiKey, user: { id: 'john' } });
    await widget.page.reload();
    await widget.panel.waitFor();
    await widget.reads(widget.log, /^(?!.*express).*Hello!/s);
  });

  test('is obeyed by the page too: open, close, toggle, destroy', async () => {
    shop.site.configure({ apiKey: shop.apiKey });
    widget = await shop.visit();
    type Page = { OurPlatform: Record<'open' | 'close' | 'toggle' | 'destroy', (draft?: string) => void> };
    const call = (name: keyof Page['OurPlatform'], draft?: string) =>
      widget.page.evaluate(([method, text]) => (window as unknown as Page).OurPlatform[method](text), [
        name,
        draft,
      ] as const);
    await call('open', 'Where is my order?');
    expect(await widget.input.inputValue()).toBe('Where is my order?');
    await call('toggle');
    await widget.panel.waitFor({ state: 'hidden' });
    await call('destroy');
    expect(await widget.launcher.count()).toBe(0);
  });
});
