/** What the suites of providers stand on: a server that speaks the provider's wire, and models that ask it. */
import type { OpenAiServer, VendorServer } from '../../testing/llm';
import type { LlmEvent, LlmRequest, LlmTool } from './llm.contract';
import { eventsOf, openingHoursRequest } from './llm.contract-suite';
import type { ClosableLlm, LlmSettings } from './llm.settings';
import { providerWordsOf } from './provider-failures';

export interface ProviderUnderTest {
  name: string;
  /** With the key, and the one model `m`. */
  start(options: { apiKey: string; models: readonly string[] }): Promise<OpenAiServer | VendorServer>;
  make(settings: Omit<LlmSettings, 'provider'>): ClosableLlm;
  /** False for providers without a reason of their own for refused content. */
  refuses?: boolean;
  /** False for providers that cannot be made to call a tool. */
  insists?: boolean;
}

export const KEY = 'abcdef-verysecret-0123456789';
/** Held by a `HeldTime`, and of this length nowhere else. */
export const HELD_TIMEOUT_MS = 61_000;

const ORDER_TOOL: LlmTool = {
  name: 'find_order',
  description: 'Finds an order.',
  parameters: {
    type: 'object',
    properties: { number: { type: 'string' }, notes: { type: 'string' } },
    required: ['number'],
    additionalProperties: false,
  },
};
const CLOCK_TOOL: LlmTool = {
  name: 'clock',
  description: 'Says what time it is.',
  parameters: { type: 'object', properties: {} },
};
export const TOOLS = [ORDER_TOOL, CLOCK_TOOL];
export const ORDER_CALL = { name: 'find_order', arguments: '{"number":"A-17","notes":"Grüße \\"quoted\\""}' };
export const CLOCK_CALL = { name: 'clock', arguments: '{}' };

export interface Failing {
  told: string;
  code: string | undefined;
  message: string;
  retryAfterMs: number | undefined;
  words: string | undefined;
  /** All that anybody could log of it. */
  everything: string;
}

export const HOWS: [string, boolean][] = [
  ['as a stream', true],
  ['in one piece', false],
];

export interface ProviderBench {
  provider: ProviderUnderTest;
  /** Started before the first test, and forgetful before each. */
  readonly server: OpenAiServer | VendorServer;
  modelOf(settings?: Partial<LlmSettings>): ClosableLlm;
  ask(changes?: Partial<LlmRequest>, settings?: Partial<LlmSettings>): Promise<LlmEvent[]>;
  failing(changes?: Partial<LlmRequest>, settings?: Partial<LlmSettings>): Promise<Failing>;
}

export function providerBench(provider: ProviderUnderTest): ProviderBench {
  let server: OpenAiServer | VendorServer;
  const models: ClosableLlm[] = [];

  function modelOf(settings: Partial<LlmSettings> = {}): ClosableLlm {
    const { baseUrl } = server;
    const model = provider.make({ name: 'test', model: 'm', baseUrl, apiKey: KEY, timeoutMs: 60_000, ...settings });
    models.push(model);
    return model;
  }

  function ask(changes: Partial<LlmRequest> = {}, settings?: Partial<LlmSettings>): Promise<LlmEvent[]> {
    const model = modelOf(settings);
    return eventsOf(model, openingHoursRequest(model, changes));
  }

  async function failing(changes: Partial<LlmRequest> = {}, settings?: Partial<LlmSettings>): Promise<Failing> {
    const model = modelOf(settings);
    let told = '';
    try {
      for await (const event of model.generate(openingHoursRequest(model, changes)))
        if (event.type === 'delta') told += event.text;
    } catch (error) {
      return { told, ...describedFailure(error) };
    }
    throw new Error(`It did not fail and said: ${told}`);
  }

  beforeAll(async () => {
    server = await provider.start({ apiKey: KEY, models: ['m'] });
  });
  beforeEach(() => server.reset());
  afterEach(() => jest.restoreAllMocks());
  afterEach(() => Promise.all(models.splice(0).map((model) => model.close())));
  afterAll(() => server.stop());

  return {
    provider,
    get server() {
      return server;
    },
    modelOf,
    ask,
    failing,
  };
}

export function callsIn(events: readonly LlmEvent[]): { name: string; arguments: string }[] {
  return events.flatMap((event) =>
    event.type === 'tool_call' ? [{ name: event.call.name, arguments: event.call.arguments }] : [],
  );
}

function describedFailure(error: unknown): Omit<Failing, 'told'> {
  const { code, message, retryAfterMs } = error as Error & { code?: string; retryAfterMs?: number };
  let everything = '';
  for (let one = error; one instanceof Error; one = one.cause)
    everything += `${one.message} ${one.stack} ${JSON.stringify(one)}`;
  return { code, message, retryAfterMs, words: providerWordsOf(error), everything };
}
