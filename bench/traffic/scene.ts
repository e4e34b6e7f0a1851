/** What all traffic goes on in: a team, its bots, and the servers of others that Parley calls. */
import { TelegramStub } from '../../libs/testing/channel-platforms';
import { OpenAiServer } from '../../libs/testing/llm';
import { createBotThatKnows, must, type RegisteredTeam, registerTeam, WireClient } from '../../libs/testing/parley';
import { TestMcpServer } from '../../libs/testing/plugins';
import { WebhookSink } from '../../libs/testing/webhooks';
import type { Journal } from './journal';

/** Settings without which the traffic would not get through. */
export interface SceneSettings {
  CHANNELS_LIVE: string;
  TELEGRAM_API_URL: string;
  ALLOW_PRIVATE_ADDRESSES: string;
  RATE_LIMIT_MULTIPLIER: string;
}

/** Servers on this machine that Parley calls. */
export class Outside {
  private constructor(
    /** Speaks for bots. */
    readonly writer: OpenAiServer,
    /** Works for agent loops. */
    readonly worker: OpenAiServer,
    readonly tools: TestMcpServer,
    readonly sink: WebhookSink,
    readonly telegram: TelegramStub,
  ) {}

  static async start(): Promise<Outside> {
    const models = { models: ['bench-model'] };
    return new Outside(
      await OpenAiServer.start(models),
      await OpenAiServer.start(models),
      await TestMcpServer.start(),
      await WebhookSink.start(),
      await TelegramStub.start(),
    );
  }

  get settings(): SceneSettings {
    return {
      CHANNELS_LIVE: 'true',
      TELEGRAM_API_URL: this.telegram.url,
      ALLOW_PRIVATE_ADDRESSES: 'true',
      RATE_LIMIT_MULTIPLIER: '1000000',
    };
  }

  async stop(): Promise<void> {
    const { writer, worker, tools, sink, telegram } = this;
    await Promise.all([writer.stop(), worker.stop(), tools.stop(), sink.stop(), telegram.close()]);
  }
}

export interface Scene {
  journal: Journal;
  outside: Outside;
  team: RegisteredTeam;
  /** With the key of the team. */
  wire: WireClient;
  /** A bot that knows the shop, and quotes. */
  botId: string;
  baseId: string;
}

export const SHOP = [
  { title: 'Opening hours', content: 'The shop opens at 9:00 from Monday to Friday, and at 10:00 on Saturdays.' },
  { title: 'Delivery', content: 'Standard delivery takes two to three working days and costs 3.90 euros.' },
  { title: 'Returns', content: 'Anything may be returned within 30 days; refunds take five working days.' },
  { title: 'Lamps', content: 'The reading lamp costs 39 euros. The desk lamp has a warranty of three years.' },
];

/** Numbered, because no two questions of one conversation may be alike. */
export function questionOf(number: number): string {
  const questions = [
    'when does the shop open on Monday?',
    'how long does standard delivery take?',
    'may I return a lamp that I do not like?',
    'how much is the reading lamp?',
  ];
  return `Question ${number}: ${questions[number % questions.length]}`;
}

/** Waits for an installation that has just been started. */
export async function openScene(baseUrl: string, outside: Outside, journal: Journal): Promise<Scene> {
  const team = await registerTeam(new WireClient(baseUrl));
  const { botId, baseId } = await createBotThatKnows(team.asKey, SHOP);
  return { journal, outside, team, wire: team.asKey, botId, baseId };
}

/** A bot for an activity alone. @param configuration beside what bots have by default */
export async function botOf(
  { wire }: Scene,
  configuration: object = {},
): Promise<{ botId: string; baseId: string; slug: string }> {
  const { botId, baseId } = await createBotThatKnows(wire, SHOP);
  const { slug } = must(await wire.put(`/api/v1/chatbots/${botId}`, { configuration }), 200).body.data;
  return { botId, baseId, slug };
}

/** The id of a model that the given server speaks. */
export async function modelOn({ wire }: Scene, server: OpenAiServer, more: object = {}): Promise<number> {
  const model = { kind: 'llm', provider: 'openai-compatible', name: 'Bench', model: 'bench-model', apiKey: 'sk-bench' };
  const answer = await wire.post('/api/v1/models', { ...model, baseUrl: server.baseUrl, ...more });
  return must(answer, 201).body.data.id;
}
