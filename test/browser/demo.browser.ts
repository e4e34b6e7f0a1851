/** The page that comes with every installation. */
import type { Browser } from 'playwright-core';
import { sharedInstallation, WireClient } from '#testing/parley';
import { axeFaults } from './axe';
import { launchChromium } from './chromium';
import { takePicture } from './pictures';
import { WidgetPage } from './widget-page';

describe('/demo', () => {
  let browser: Browser;
  let baseUrl: string;

  beforeAll(async () => {
    [browser, { baseUrl }] = await Promise.all([launchChromium(), sharedInstallation()]);
  });
  afterAll(() => browser?.close());

  test('has a chat that answers from the help centre, under a policy that allows nothing else', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${baseUrl}/demo`);
    const widget = new WidgetPage(page);
    await widget.launcher.waitFor();
    await page.getByRole('button', { name: 'How long does delivery take' }).click();
    await widget.panel.waitFor();
    expect(await widget.input.inputValue()).toContain('How long does delivery take');
    await widget.input.press('Enter');
    await widget.reads(widget.answers.last(), '2 to 3 working days');
    await widget.panel
      .getByRole('button', { name: /^Source 1|^1 / })
      .first()
      .click();
    await widget.reads(widget.log.locator('.passage'), /\S/);
    await takePicture(page, 'demo');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Purple' }).click();
    await widget.reads(widget.log, '2 to 3 working days');
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('is no part of any limit, and its files are served as what they are', async () => {
    const wire = new WireClient(baseUrl);
    const types = await Promise.all(
      ['/demo', '/demo/demo.js', '/demo/demo.css'].map(async (path) => {
        const { status, headers } = await wire.get(path);
        return [status, headers.get('content-type')?.split(';')[0], headers.get('x-ratelimit-limit')];
      }),
    );
    expect(types).toEqual([
      [200, 'text/html', null],
      [200, 'text/javascript', null],
      [200, 'text/css', null],
    ]);
  });
});
