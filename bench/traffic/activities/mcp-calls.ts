/** Tools of the MCP server: a bot is asked, its knowledge is searched. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Activity } from '../activity';
import { botOf, questionOf, type Scene } from '../scene';

const REVISION = '2026-07-28';

export class McpCalls implements Activity {
  readonly name = 'MCP';
  readonly everyMs = 1_000;
  private client: Promise<Client> | undefined;
  private count = 0;
  private answered = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly bot: string,
  ) {}

  static async open(scene: Scene): Promise<McpCalls> {
    return new McpCalls(scene, (await botOf(scene)).slug);
  }

  async act(): Promise<void> {
    const number = this.count++;
    const { bot } = this;
    const call =
      number % 2 === 0
        ? { name: 'ask_bot', arguments: { bot, message: questionOf(number) } }
        : { name: 'search_knowledge', arguments: { bot, query: questionOf(number) } };
    const isAnswered = await this.scene.journal.attempt(`MCP, ${call.name}`, async () => {
      const { isError, content } = await (await this.connected()).callTool(call);
      if (isError) throw new Error(JSON.stringify(content));
      return true;
    });
    if (isAnswered) this.answered += 1;
  }

  /** Nothing that is told here is promised to be stored. */
  faults(): Promise<string[]> {
    return Promise.resolve([]);
  }

  told(): string {
    return `${this.answered} of ${this.count} calls answered`;
  }

  private connected(): Promise<Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = undefined;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ name: 'bench', version: '1.0.0' }, { versionNegotiation: { mode: { pin: REVISION } } });
    const requestInit = { headers: { authorization: `Bearer ${this.scene.team.apiKey}` } };
    const address = new URL('/mcp', this.scene.wire.baseUrl);
    await client.connect(new StreamableHTTPClientTransport(address, { requestInit }));
    return client;
  }
}
