/** A team whose bot knows something, behind a network that can fail, and a model that says what a test wants. */
import { OpenAiServer, type ScriptedReply } from '#testing/llm';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { UnreliableNetwork } from './unreliable-network';

export const DELIVERY = {
  title: 'Delivery times and costs',
  content:
    'Standard delivery takes 2 to 3 working days and costs 3.90 euros. Express delivery arrives on the next working day and costs 8.50 euros.',
};
export const QUESTION = 'How long does delivery take and what does it cost?';

export class Shop {
  private reply: ScriptedReply = {};

  private constructor(
    readonly network: UnreliableNetwork,
    readonly team: RegisteredTeam,
    readonly botId: string,
    readonly llm: OpenAiServer,
  ) {
    // Only answers are streamed; the engine also asks the model what to make of a message.
    llm.replyWith((request) => (request.stream ? this.reply : { text: '{}' }));
  }

  static async open(): Promise<Shop> {
    const { baseUrl } = await sharedInstallation();
    const team = await registerTeam(new WireClient(baseUrl), 'client');
    const { botId } = await createBotThatKnows(team.asKey, [DELIVERY]);
    const llm = await OpenAiServer.start({ models: ['test'] });
    const model = { kind: 'llm', provider: 'openai-compatible', name: 'test', model: 'test', baseUrl: llm.baseUrl };
    const modelId = must(await team.asKey.post('/api/v1/models', model), 201).body.data.id;
    must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration: { modelId } }), 200);
    return new Shop(await UnreliableNetwork.to(baseUrl), team, botId, llm);
  }

  /** Options of clients that are to go through the network. */
  get options() {
    return { apiKey: this.team.apiKey, baseUrl: this.network.baseUrl };
  }

  /** How many answers the model was asked for. */
  get asked(): number {
    return this.llm.chats.filter(({ body }) => body.stream).length;
  }

  /** From now on the model says these pieces, one after the other. Gives what they are together. */
  says(pieces: readonly string[], pieceDelayMs = 0): string {
    this.reply = { pieces, pieceDelayMs };
    return pieces.join('');
  }

  async close(): Promise<void> {
    await Promise.all([this.network.stop(), this.llm.stop()]);
  }
}

/** Words that cannot be mistaken for each other. */
export function words(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${at === 0 ? '' : ' '}word${at}`);
}
