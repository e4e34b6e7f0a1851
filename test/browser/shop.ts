/** A team with a bot that knows something, a model that says what a test wants, and a site that has the widget. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { OpenAiServer, type ScriptedReply } from '#testing/llm';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { launchChromium } from './chromium';
import { CustomerSite } from './customer-site';
import { WidgetPage } from './widget-page';

export const DELIVERY = {
  title: 'Delivery times and costs',
  content:
    'Standard delivery takes 2 to 3 working days and costs 3.90 euros. Express delivery arrives on the next working day and costs 8.50 euros.',
};
export const QUESTION = 'How long does delivery take and what does it cost?';

export class Shop {
  /** What the model says next, and otherwise. */
  private next: ScriptedReply[] = [];
  private otherwise: ScriptedReply = {};

  private constructor(
    readonly baseUrl: string,
    readonly browser: Browser,
    readonly site: CustomerSite,
    readonly llm: OpenAiServer,
    readonly team: RegisteredTeam,
    readonly botId: string,
    readonly apiKey: string,
  ) {
    // Only answers are streamed; the engine also asks the model what to make of a message.
    llm.replyWith((request) => (request.stream ? (this.next.shift() ?? this.otherwise) : { text: '{}' }));
  }

  /** How the model answers from now on, after what it is to say once. */
  answers(otherwise: ScriptedReply): void {
    this.next = [];
    this.otherwise = otherwise;
  }

  answersOnce(...next: ScriptedReply[]): void {
    this.next.push(...next);
  }

  /** How many answers the model was asked for. */
  get asked(): number {
    return this.llm.chats.filter(({ body }) => body.stream).length;
  }

  /** @param items of the bot's knowledge @param configuration of the bot, beside its model */
  static async open(items: ReadonlyArray<{ title: string; content: string }> = [DELIVERY], configuration: object = {}) {
    const { baseUrl } = await sharedInstallation();
    const [browser, site, llm] = await Promise.all([
      launchChromium(),
      CustomerSite.start(baseUrl),
      OpenAiServer.start({ models: ['test'] }),
    ]);
    const team = await registerTeam(new WireClient(baseUrl), 'shop');
    const { botId } = await createBotThatKnows(team.asKey, items);
    const model = { kind: 'llm', provider: 'openai-compatible', name: 'test', model: 'test', baseUrl: llm.baseUrl };
    const modelId = must(await team.asKey.post('/api/v1/models', model), 201).body.data.id;
    must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration: { modelId, ...configuration } }), 200);
    const apiKey = await publicKey(team, botId, [site.origin]);
    site.configure({ apiKey });
    return new Shop(baseUrl, browser, site, llm, team, botId, apiKey);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all([this.site.stop(), this.llm.stop()]);
  }

  /** Somebody who has not been there before. */
  async visit(path = '/', options: BrowserContextOptions = {}): Promise<WidgetPage> {
    const context = await this.browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    const widget = new WidgetPage(page);
    await page.goto(this.site.origin + path);
    return widget;
  }

  keyFor(origins: readonly string[]): Promise<string> {
    return publicKey(this.team, this.botId, origins);
  }

  /** The conversation that the page has, as the shop's people see it. */
  async conversationOf(widget: WidgetPage): Promise<WireAnswer['body']> {
    const { conversation } = await widget.remembered();
    return must(await this.team.asKey.get(`/api/v1/conversations/${conversation!.id}?include=system`), 200).body;
  }
}

async function publicKey(team: RegisteredTeam, chatbotId: string, allowedOrigins: readonly string[]): Promise<string> {
  const order = { type: 'public', chatbotId, allowedOrigins };
  return must(await team.asUser.post('/api/v1/auth/api-key', order), 201).body.data.apiKey;
}
