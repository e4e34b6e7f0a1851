import OpenAI from 'openai';
import { OpenAiServer } from '#testing/llm';
import {
  CheckedFetch,
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

export const LAMPS = {
  title: 'Lamps',
  content: 'The reading lamp costs 39 euros. The desk lamp has a warranty of three years.',
};

/** A team with a bot that quotes and one whose model is the test's own server, both of which know the lamps. */
export class OpenAiBots {
  /** Holds what the SDKs and the server say against the documents. */
  readonly checked = new CheckedFetch();

  private constructor(
    readonly provider: OpenAiServer,
    readonly wire: WireClient,
    readonly team: RegisteredTeam,
    readonly baseUrl: string,
    readonly quoting: { id: string; slug: string },
    readonly speaking: { id: string; slug: string },
  ) {}

  static async start(): Promise<OpenAiBots> {
    const provider = await OpenAiServer.start({ models: ['gpt-test'], concepts: {} });
    const { baseUrl } = await sharedInstallation();
    const wire = new WireClient(baseUrl);
    const team = await registerTeam(wire);
    const model = {
      ...{ kind: 'llm', provider: 'openai-compatible', name: 'Writer', model: 'gpt-test', baseUrl: provider.baseUrl },
      capabilities: { json: true, images: true },
    };
    const modelId = must(await team.asKey.post('/api/v1/models', model), 201).body.data.id;
    const quoting = await botThatKnows(team.asKey, {});
    const speaking = await botThatKnows(team.asKey, { modelId, systemPrompt: 'You sell lamps.' });
    return new OpenAiBots(provider, wire, team, baseUrl, quoting, speaking);
  }

  /** The unmodified SDK. Nothing is tried twice unless a test wants it. */
  client(options: ConstructorParameters<typeof OpenAI>[0] = {}): OpenAI {
    const { fetch } = this.checked;
    const own = { apiKey: this.team.apiKey, baseURL: `${this.baseUrl}/openai/v1`, maxRetries: 0, fetch };
    return new OpenAI({ ...own, ...options });
  }
}

async function botThatKnows(key: WireClient, configuration: object): Promise<{ id: string; slug: string }> {
  const { botId } = await createBotThatKnows(key, [LAMPS]);
  must(await key.put(`/api/v1/chatbots/${botId}`, { configuration }), 200);
  const { data } = must(await key.get('/openai/v1/models'), 200).body;
  return { id: botId, slug: data.at(-1).id };
}
