/** The official clients of the protocol, unmodified, of both generations, behind one face. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as FormerClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as FormerTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CheckedFetch } from '#testing/parley';

// biome-ignore lint/suspicious/noExplicitAny: what a tool gives is whatever the server sent; tests assert its shape.
type Json = any;

const NAME = { name: 'test', version: '1.0.0' };

export interface ToolOutcome {
  isError: boolean;
  /** Of the first part. */
  text: string;
  output: Json;
}

export interface ToldProgress {
  progress: number;
  message?: string | undefined;
}

/** What tests do with a client of either generation. Failures of the protocol are thrown, with their `code`. */
export interface AnyClient {
  /** Negotiated. */
  revision: string | undefined;
  instructions: string | undefined;
  listTools(): Promise<Json[]>;
  call(name: string, args?: Record<string, unknown>, onprogress?: (told: ToldProgress) => void): Promise<ToolOutcome>;
  /** One page; the first one without a cursor. */
  listResources(cursor?: string): Promise<{ resources: Json[]; nextCursor?: string | undefined }>;
  listTemplates(): Promise<Json[]>;
  /** The only part. */
  read(uri: string): Promise<Json>;
  listPrompts(): Promise<Json[]>;
  getPrompt(name: string, args?: Record<string, string>): Promise<Json>;
  close(): Promise<void>;
}

export type Connect = (baseUrl: string, key: string) => Promise<AnyClient>;

const addressOf = (baseUrl: string) => new URL('/mcp', baseUrl);
const initOf = (key: string, { fetch }: CheckedFetch) => ({
  requestInit: { headers: { authorization: `Bearer ${key}` } },
  fetch,
});

async function connectCurrent(client: Client, baseUrl: string, key: string): Promise<AnyClient> {
  const checked = new CheckedFetch();
  await client.connect(new StreamableHTTPClientTransport(addressOf(baseUrl), initOf(key, checked)));
  return {
    revision: client.getNegotiatedProtocolVersion(),
    instructions: client.getInstructions(),
    listTools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, onprogress) =>
      outcomeOf(await client.callTool({ name, arguments: args }, onprogress ? { onprogress } : {})),
    listResources: (cursor) => client.request({ method: 'resources/list', params: cursor ? { cursor } : {} }),
    listTemplates: async () => (await client.listResourceTemplates()).resourceTemplates,
    read: async (uri) => (await client.readResource({ uri })).contents[0],
    listPrompts: async () => (await client.listPrompts()).prompts,
    getPrompt: (name, args = {}) => client.getPrompt({ name, arguments: args }),
    close: () => client.close().then(() => checked.settle()),
  };
}

const of2026: Connect = (baseUrl, key) =>
  connectCurrent(new Client(NAME, { versionNegotiation: { mode: { pin: '2026-07-28' } } }), baseUrl, key);

const of2025: Connect = (baseUrl, key) => connectCurrent(new Client(NAME), baseUrl, key);

const former: Connect = async (baseUrl, key) => {
  const client = new FormerClient(NAME);
  const checked = new CheckedFetch();
  const transport = new FormerTransport(addressOf(baseUrl), initOf(key, checked));
  await client.connect(transport);
  return {
    revision: transport.protocolVersion,
    instructions: client.getInstructions(),
    listTools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, onprogress) =>
      outcomeOf(await client.callTool({ name, arguments: args }, undefined, onprogress ? { onprogress } : {})),
    listResources: (cursor) => client.listResources(cursor ? { cursor } : {}),
    listTemplates: async () => (await client.listResourceTemplates()).resourceTemplates,
    read: async (uri) => (await client.readResource({ uri })).contents[0],
    listPrompts: async () => (await client.listPrompts()).prompts,
    getPrompt: (name, args = {}) => client.getPrompt({ name, arguments: args }),
    close: () => client.close().then(() => checked.settle()),
  };
};

/** Named by package and revision. */
export const GENERATIONS: ReadonlyArray<readonly [name: string, revision: string, connect: Connect]> = [
  ['client 2.x, stateless', '2026-07-28', of2026],
  ['client 2.x, with a handshake', '2025-11-25', of2025],
  ['sdk 1.x', '2025-11-25', former],
];

export const connect = of2026;

function outcomeOf(result: Json): ToolOutcome {
  return { isError: result.isError === true, text: result.content[0].text, output: result.structuredContent };
}
