/** The page on which a team trains its chatbot: examples as files, trainings, versions and what was measured of them. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { axeFaults } from './axe';
import { launchChromium } from './chromium';
import { takePicture } from './pictures';

const MARKUP = '<img src=x onerror=alert(1)>';
const WORDS = ['please', 'now', 'today', 'again', 'for me', 'quickly', 'my friend', 'if you can'];

/** Two intents that are alike and two that are not, an intent out of scope, a duplicate, a contradiction and markup. */
function table(): string {
  const sayings: ReadonlyArray<readonly [string, string]> = [
    ['where is my parcel', 'order_status'],
    ['when does my order arrive', 'delivery_time'],
    ['i want my money back', 'refund'],
    ['good morning to you', 'greeting'],
    ['what is the weather like', '__oos__'],
  ];
  const rows = sayings.flatMap(([text, intent]) => WORDS.map((word) => [`${text} ${word}`, intent]));
  rows.push(['where is my order', 'order_status'], ['Where is my order?', 'delivery_time']);
  rows.push(['refund me', 'refund'], ['Refund me!', 'refund'], [`${MARKUP} money`, 'refund']);
  return `text,label\n${rows.map(([text, intent]) => `"${text}",${intent}`).join('\n')}\n`;
}

describe('training in /dashboard', () => {
  let browser: Browser;
  let baseUrl: string;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    [browser, { baseUrl }] = await Promise.all([launchChromium(), sharedInstallation()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    team = await registerTeam(new WireClient(baseUrl));
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Shop' }), 201).body.data.id;
  });

  const opened = async (said: string[] = [], page?: Page): Promise<Page> => {
    const made = page ?? (await browser.newPage());
    made.on('console', (message) => said.push(message.text()));
    made.on('pageerror', (error) => said.push(error.message));
    await made.goto(`${baseUrl}/dashboard#tab=training`);
    await made.getByLabel('User name or e-mail').fill(team.account.username);
    await made.getByLabel('Password').fill(team.account.password);
    await made.getByRole('button', { name: 'Sign in' }).click();
    await made.getByRole('heading', { level: 2, name: 'Training' }).waitFor();
    await made.locator('.view:not([aria-busy])').waitFor();
    return made;
  };
  const panel = (page: Page, title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  const newDataset = async (csv?: string) => {
    const made = await team.asKey.post(`/api/v1/chatbots/${botId}/training/datasets`, { name: 'Talk' });
    const { id } = must(made, 201).body.data;
    if (csv === undefined) return id;
    const wire = team.asKey.with({ 'content-type': 'text/csv' });
    must(await wire.send('POST', `/api/v1/training/datasets/${id}/import`, csv), 201);
    return id;
  };
  const trained = async (datasetId: string) => {
    const path = `/api/v1/chatbots/${botId}/training/sessions`;
    const { id } = must(await team.asKey.post(path, { datasetId, config: { activation: 'always' } }), 201).body.data;
    return eventually(async () => {
      const { data } = must(await team.asKey.get(`/api/v1/training/sessions/${id}`), 200).body;
      return data.status === 'completed' && data;
    }, 60_000);
  };
  const upload = (page: Page, name: string, content: string) =>
    page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  const textsOf = (page: Page, title: string) => panel(page, title).getByRole('rowheader').allInnerTexts();

  test('begins with nothing: a dataset is made, filled from a file and given back as one', async () => {
    const said: string[] = [];
    const page = await opened(said);
    await page.getByText('There is no dataset yet.').waitFor();
    await page.getByText('Nothing was trained yet.').waitFor();
    await page.getByText('There is no trained version yet.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Name of a new dataset').fill('Talk <b>');
    await page.getByRole('button', { name: 'Make a dataset' }).click();
    await page.getByRole('rowheader', { name: 'Talk <b>' }).waitFor();
    await upload(page, 'talk.csv', 'text,label\nhi,greeting\n,greeting\n');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Line 3: input is required').waitFor();
    await upload(page, 'talk.csv', 'text,label\nhi,greeting\nhello,greeting\nhi,greeting\n');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('3 examples were read, 2 are new. 1 were there already.').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export Talk <b> as Rasa' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/\.yml$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain('- intent: greeting\n  examples: |\n    - hi\n');
    expect(said.filter((text) => !text.includes('400'))).toEqual([]);
    await page.context().close();
  });

  test('is begun there, watched to its end, and shows what was measured', async () => {
    const said: string[] = [];
    await newDataset(table());
    const page = await opened(said);
    await page.getByLabel('The new version').selectOption('always');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('heading', { name: 'Report of version 1' }).waitFor({ timeout: 60_000 });
    await page.getByText('The chatbot reads by this version.').waitFor();
    for (const title of ['What to do', 'Taken for one another', 'Contradictions', 'Duplicates']) {
      await panel(page, title).waitFor();
    }
    expect(await textsOf(page, 'Contradictions')).toEqual([expect.stringMatching(/^where is my order/i)]);
    expect(await textsOf(page, 'Duplicates')).toEqual([expect.stringMatching(/^refund me/i)]);
    expect(await textsOf(page, 'Versions')).toEqual(['1']);
    await takePicture(page, 'dashboard-training');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.locator('img').count()).toBe(0);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('puts the worst intents first, and others by a press on a heading', async () => {
    await trained(await newDataset(table()));
    const page = await opened();
    const intents = panel(page, 'Intents');
    const figures = async () =>
      (await intents.locator('tbody tr td:last-child').allInnerTexts()).map((text) => Number.parseFloat(text));
    const worstFirst = await figures();
    expect(worstFirst).toEqual([...worstFirst].sort((one, other) => one - other));
    await intents.getByRole('button', { name: 'Intent', exact: true }).press('Enter');
    const names = await textsOf(page, 'Intents');
    expect(names).toEqual([...names].sort());
    expect(await intents.locator('th[aria-sort="ascending"]').innerText()).toContain('Intent');
    await intents.getByRole('button', { name: 'F1' }).press('Enter');
    await intents.getByRole('button', { name: 'F1' }).press('Enter');
    expect(await figures()).toEqual([...worstFirst].reverse());
    await page.context().close();
  });

  test('compares two versions, and goes back to an earlier one', async () => {
    const said: string[] = [];
    const datasetId = await newDataset(table());
    await trained(datasetId);
    const wire = team.asKey.with({ 'content-type': 'text/csv' });
    const more = WORDS.map((word) => `open the shop ${word},opening`).join('\n');
    must(await wire.send('POST', `/api/v1/training/datasets/${datasetId}/import`, `text,label\n${more}`), 201);
    await trained(datasetId);
    const page = await opened(said);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: 'Version 2 beside version 1' }).waitFor();
    await page.getByText('Only version 2 knows opening.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Activate version 1' }).click();
    await page.getByText('Version 1 is active.').waitFor();
    await page.getByRole('button', { name: 'Activate version 2' }).waitFor();
    await page.getByText('The chatbot does not read by this version.').waitFor();
    await page.getByRole('button', { name: 'Report of version 1' }).click();
    await page.getByRole('heading', { name: 'Report of version 1' }).waitFor();
    await page.getByText('The chatbot reads by this version.').waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('can be cancelled, and says why one has failed', async () => {
    const rows = Array.from(
      { length: 6_000 },
      (_, at) => `tell me of number ${at} of ${at % 97} lamps,intent ${at % 150}`,
    );
    await newDataset(`text,label\n${rows.join('\n')}\n`);
    const page = await opened();
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('progressbar', { name: 'Progress of the training' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('cell', { name: 'cancelled' }).waitFor();
    await answerWith(page, '**/training/sessions?*', (session) => ({
      ...session,
      status: 'failed',
      error: `Training takes too long. ${MARKUP}`,
    }));
    await page.reload();
    await page.getByRole('cell', { name: `failed: Training takes too long. ${MARKUP}` }).waitFor();
    await page.context().close();
  });

  test('shows reports of versions from before figures were kept, in the dark and on a small screen', async () => {
    await trained(await newDataset(table()));
    const context = await browser.newContext({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const kept = ['sessionId', 'modelVersion', 'isActive', 'examples', 'intents', 'outOfScopeExamples', 'threshold'];
    const figures = ['accuracy', 'macroF1', 'calibrationError', 'perIntent', 'confusions'];
    await answerWith(page, '**/report', (report) =>
      Object.fromEntries(Object.entries(report).filter(([name]) => [...kept, ...figures].includes(name))),
    );
    await opened([], page);
    await panel(page, 'How honest the confidence is').getByText('Nothing of this was kept').waitFor();
    await panel(page, 'Contradictions').getByText('Nothing of this was kept').waitFor();
    await takePicture(page, 'dashboard-training-small');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    await context.close();
  });

  type Data = Record<string, unknown>;

  /** As if the server had said otherwise. */
  async function answerWith(page: Page, url: string, change: (data: Data) => Data): Promise<void> {
    await page.route(url, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { data: Data | Data[] };
      const data = Array.isArray(body.data) ? body.data.map(change) : change(body.data);
      await route.fulfill({ response: answer, json: { ...body, data } });
    });
  }
});
