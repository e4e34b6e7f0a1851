/** Whoever writes articles, answers or messages can make a visitor read, and nothing else. */
import { must } from '#testing/parley';
import { Shop } from './shop';
import type { WidgetPage } from './widget-page';

const RUN = 'window.canary=1';
const EVIL = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload=${RUN}><animate onbegin=${RUN}></svg>`,
  `<a href="javascript:${RUN}">a</a>`,
  `[link](javascript:${RUN})`,
  `[data](data:text/html,<script>${RUN}</script>)`,
  `[break](https://x.example/"onmouseover="${RUN})`,
  `<https://x.example/'onclick='${RUN}>`,
  '`<img src=x onerror=window.canary=1>`',
  `<iframe srcdoc="<script>parent.canary=1</script>"></iframe>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<details open ontoggle=${RUN}>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<style>@import 'https://x.example'</style>`,
  `\uE0000\uE000\uE0001\uE000`,
];
const QUESTION = 'How long does the delivery of evil parcels take?';

describe('what somebody else has written', () => {
  let shop: Shop;
  let widget: WidgetPage;

  beforeAll(async () => {
    const content = `The delivery of evil parcels takes 3 days. ${EVIL.join(' ')}`;
    shop = await Shop.open([{ title: `Delivery of evil parcels <img src=x onerror=${RUN}>`, content }]);
  });
  afterAll(() => shop?.close());
  afterEach(() => widget?.close());

  async function expectInert(): Promise<void> {
    const parts = await widget.panel
      .locator('.log, [role=log], .scroll')
      .first()
      .evaluate((log) => {
        const elements = [...log.querySelectorAll('*')];
        return {
          canary: (window as unknown as { canary?: number }).canary,
          tags: elements.map(({ localName }) => localName),
          attributes: elements.flatMap(({ attributes }) => [...attributes].map(({ name }) => name)),
          links: [...log.querySelectorAll('a')].map(
            ({ href, rel, target }) => `${new URL(href).protocol} ${rel} ${target}`,
          ),
        };
      });
    expect(parts.canary).toBeUndefined();
    expect(
      parts.tags.filter(
        (tag) => !/^(div|span|p|br|strong|em|code|pre|ul|ol|li|a|button|svg|path|blockquote)$/.test(tag),
      ),
    ).toEqual([]);
    expect(parts.attributes.filter((name) => /^(on|style|src|srcdoc|action|formaction|xlink)/.test(name))).toEqual([]);
    expect(parts.links.filter((link) => !/^(https?|mailto): noopener noreferrer _blank$/.test(link))).toEqual([]);
    expect(await widget.violations()).toEqual([]);
  }

  test.each(EVIL.map((evil, at) => [at, evil] as const))('stays text in an answer: %i %s', async (_, evil) => {
    shop.answers({ text: `**Before** ${evil} *after*\n\n- ${evil}\n\n# ${evil}` });
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await widget.reads(widget.answers.last(), 'Before');
    await widget.reads(widget.answers.last(), 'after');
    await expectInert();
  });

  test('stays text in titles and passages of articles, and in answers that quote them', async () => {
    must(await shop.team.asKey.put(`/api/v1/chatbots/${shop.botId}`, { configuration: {} }), 200);
    widget = await (await shop.visit()).open();
    await widget.ask(QUESTION);
    await widget.panel
      .getByRole('button', { name: /Delivery of evil parcels/ })
      .first()
      .click();
    await widget.reads(widget.log.locator('.passage'), 'The delivery of evil parcels takes 3 days.');
    await widget.reads(widget.log.locator('.passage'), `<img src=x onerror=${RUN}>`);
    await expectInert();
  });

  test('stays text in what the visitor writes', async () => {
    shop.answers({ text: 'Yes.' });
    widget = await (await shop.visit()).open();
    await widget.ask(EVIL.join(' '));
    await widget.reads(widget.log.locator('.message.user'), `<script>${RUN}</script>`);
    await expectInert();
  });
});
