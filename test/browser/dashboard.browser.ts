/** The dashboard of a team, on what has really happened with its chatbot. */
import type { Browser, Page } from 'playwright-core';
import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { axeFaults } from './axe';
import { launchChromium } from './chromium';
import { takePicture } from './pictures';

const ITEMS = [
  { title: 'Opening hours', content: 'Our shop is open Monday to Friday from 9:00 to 17:00.' },
  { title: 'Delivery', content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.' },
];
const UNKNOWN = ['Do you sell gift wrapping?', 'do you sell gift wraping', 'Hello, do you sell gift wrapping please?'];
const USER_MESSAGES = 2 + UNKNOWN.length;

describe('/dashboard', () => {
  let browser: Browser;
  let baseUrl: string;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    [browser, { baseUrl }] = await Promise.all([launchChromium(), sharedInstallation()]);
    const wire = new WireClient(baseUrl);
    team = await registerTeam(wire);
    ({ botId } = await createBotThatKnows(team.asKey, ITEMS));
    const ask = async (message: string, userId: string) =>
      must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message, userId }), 200).body.data;
    const answer = await ask('When is the shop open?', 'user_1');
    await ask('How long does delivery take?', 'user_2');
    for (const [index, question] of UNKNOWN.entries()) await ask(question, `user_${index}`);
    const rating = { conversationId: answer.conversationId, rating: 'positive', query: 'When?', response: 'Weekdays.' };
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/response-rating`, rating), 200);
    await eventually(async () => {
      const { data } = must(await team.asKey.get(`/api/v1/chatbots/${botId}/analytics/messages`), 200).body;
      return data.userMessages === USER_MESSAGES && data.botMessages === USER_MESSAGES;
    });
  });
  afterAll(() => browser?.close());

  const opened = async (said: string[] = []): Promise<Page> => {
    const page = await browser.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${baseUrl}/dashboard`);
    return page;
  };

  const signIn = async (page: Page, password = team.account.password) => {
    await page.getByLabel('User name or e-mail').fill(team.account.username);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
  const settled = (page: Page) => page.locator('.view:not([aria-busy])').waitFor();

  test('lets only people of the team in, and says what was wrong', async () => {
    const page = await opened();
    await signIn(page, 'a wrong password');
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('plots what happened, says the same in tables, and keeps within its policy', async () => {
    const said: string[] = [];
    const page = await opened(said);
    await signIn(page);
    await panel(page, 'Messages').waitFor();
    await settled(page);
    expect(await panel(page, 'Messages').locator('dl').innerText()).toMatch(
      new RegExp(`All\\s+${2 * USER_MESSAGES}\\s+Of users\\s+${USER_MESSAGES}\\s`),
    );
    expect(await panel(page, 'Users').locator('dl').innerText()).toMatch(/All\s+3\s+New\s+3\s/);
    for (const title of ['Messages', 'Users', 'Sessions', 'Answers', 'Time to answer']) {
      expect(await isDrawn(page, title)).toBe(true);
    }
    await panel(page, 'Messages').getByText('As a table').click();
    const today = panel(page, 'Messages').getByRole('row').last();
    expect(await today.innerText()).toMatch(
      new RegExp(`^\\d{4}-\\d\\d-\\d\\d\\s+${USER_MESSAGES}\\s+${USER_MESSAGES}\\s+0$`),
    );
    await takePicture(page, 'dashboard-overview');
    expect(await axeFaults(page)).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('keeps what is shown in the address, and the session in the tab', async () => {
    const page = await opened();
    await signIn(page);
    await panel(page, 'Messages').waitFor();
    await page.getByLabel('Time', { exact: true }).selectOption('7d');
    await panel(page, 'Messages').waitFor();
    expect(page.url()).toContain('range=7d');
    await page.reload();
    await panel(page, 'Messages').waitFor();
    expect(await page.getByLabel('Time', { exact: true }).inputValue()).toBe('7d');
    const downloading = page.waitForEvent('download');
    await panel(page, 'Messages').getByRole('button', { name: 'Download as CSV' }).click();
    expect((await downloading).suggestedFilename()).toBe('messages.csv');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.reload();
    await page.getByLabel('Password').waitFor();
    await page.context().close();
  });

  test('shows insights, and learning that is decided there', async () => {
    const said: string[] = [];
    const page = await opened(said);
    await signIn(page);
    await page.getByRole('button', { name: 'Insights', exact: true }).click();
    await page.getByText('gift wrapping', { exact: false }).first().waitFor();
    await settled(page);
    await takePicture(page, 'dashboard-insights');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Learning', exact: true }).click();
    await page.getByText('1 approved item is not applied yet.').waitFor();
    await page.getByRole('button', { name: 'Look for more' }).click();
    const card = page.locator('section[data-id]').first();
    await card.getByLabel('Answer').fill('Yes, gift wrapping costs 4 euros.');
    expect(await axeFaults(page)).toEqual([]);
    await takePicture(page, 'dashboard-learning');
    await card.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('2 approved items are not applied yet.').waitFor();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('0 approved items are not applied yet.').waitFor();
    const { text } = must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: UNKNOWN[0] }), 200)
      .body.data;
    expect(text).toContain('4 euros');
    expect(said).toEqual([]);
    await page.context().close();
  });

  test.each(['Intents', 'Cost'])('shows %s, also in the dark and on a small screen', async (name) => {
    const context = await browser.newContext({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${baseUrl}/dashboard`);
    await signIn(page);
    await panel(page, 'Messages').waitFor();
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    await settled(page);
    await takePicture(page, `dashboard-${name.toLowerCase()}`);
    expect(await axeFaults(page)).toEqual([]);
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isTooWide).toBe(false);
    await context.close();
  });

  test('its files are served as what they are, compressed, and once', async () => {
    const wire = new WireClient(baseUrl);
    const script = await wire.get('/dashboard/dashboard.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    const etag = script.headers.get('etag') ?? '';
    const again = await fetch(`${baseUrl}/dashboard/dashboard.js`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const page = await wire.get('/dashboard');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
  });

  /** Whether any pixel of the plot is no background. */
  async function isDrawn(page: Page, title: string): Promise<boolean> {
    return panel(page, title)
      .locator('canvas')
      .evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
        return pixels?.some((value) => value !== 0) ?? false;
      });
  }
});
