/** The tools and resources of the MCP endpoint, which no OpenAPI document lists: they are read from the endpoint itself. */
import type { Caller } from '#testing/documented-calls';
import type { FurnishedTeam } from '#testing/furnished-team';

interface Tool {
  name: string;
  inputSchema: { properties?: Record<string, { type?: string; examples?: unknown[]; enum?: unknown[] }> };
}

interface Message {
  result?: { isError?: boolean; [field: string]: unknown };
  error?: { code: number; message: string };
}

export interface McpAnswer {
  status: number;
  text: string;
  message: Message;
}

/** What arguments and addresses name, by the thing of a furnished team. */
const NAMED: Readonly<Record<string, string>> = {
  bot: 'botName',
  conversation_id: 'conversation',
  message_id: 'message',
  document_id: 'document',
  knowledge_base_id: 'base',
};

export class McpCaller {
  constructor(
    private readonly wire: Caller,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  async send(method: string, params: object = {}): Promise<McpAnswer> {
    const accept = 'application/json, text/event-stream';
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const headers = { accept, 'content-type': 'application/json', ...this.headers };
    const order = { method: 'POST', path: '/mcp', headers, body, isHeardOut: true };
    const { status, text } = await this.wire.call(order);
    return { status, text, message: messageIn(text) };
  }

  async tools(): Promise<Tool[]> {
    return (await this.send('tools/list')).message.result!.tools as Tool[];
  }

  /** The addresses of everything that a team has. */
  async addresses(team: FurnishedTeam): Promise<string[]> {
    const { result } = (await this.send('resources/templates/list')).message;
    const templates = result!.resourceTemplates as Array<{ uriTemplate: string }>;
    return templates.map(({ uriTemplate }) =>
      uriTemplate.replace(/\{\w+\}/, team.things[/\/\/(\w+?)s\//.exec(uriTemplate)?.[1] ?? ''] ?? ''),
    );
  }
}

/**
 * A call of the tool for each thing of the team that it can name.
 *
 * @throws Error for an argument that names something which nobody furnishes
 */
export function argumentsNaming(tool: Tool, team: FurnishedTeam): Array<Record<string, unknown>> {
  const properties = Object.entries(tool.inputSchema.properties ?? {});
  const unknown = properties.filter(([name]) => /_id$/.test(name) && !(name in NAMED));
  if (unknown.length > 0) throw new Error(`No one furnishes ${unknown[0]![0]} of the tool ${tool.name}.`);
  const plain = properties.flatMap(([name, { enum: values, examples }]) => {
    const sample = values?.[0] ?? examples?.[0];
    return name in NAMED || sample === undefined ? [] : [[name, sample]];
  });
  const naming = properties.filter(([name]) => name in NAMED);
  return naming.map(([name]) => ({ ...Object.fromEntries(plain), [name]: team.things[NAMED[name]!] }));
}

/** Of an answer, or of the last frame of a stream. */
function messageIn(text: string): Message {
  const data = text.split('\n').filter((line) => line.startsWith('data: {'));
  return JSON.parse(data.at(-1)?.slice('data: '.length) ?? text) as Message;
}
