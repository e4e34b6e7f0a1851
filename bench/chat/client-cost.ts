/** What the LLM client costs by itself, in a process that does nothing else: forked by the bench, run by itself. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { OpenAiCompatibleModel } from '../../libs/providers/llm/adapters/openai-compatible/openai-compatible-model';
import type { LlmRequest } from '../../libs/providers/llm/llm.contract';
import type { Mode } from './targets';

const CALLERS = 16;
const WARM_UP_CALLS = 2_000;
const MEASURED_CALLS = 4_000;
const HISTORY_MESSAGES = 10;
const TEXT = 'When does the parcel that I ordered last week arrive?';

/** CPU milliseconds of one call, with a conversation as long as the floor's. */
export async function clientCosts(llmUrl: string, mode: Mode): Promise<number> {
  const measuring = fork(__filename, [llmUrl, mode]);
  const [cost] = await once(measuring, 'message');
  return cost as number;
}

async function measure(llmUrl: string, mode: Mode): Promise<number> {
  const model = new OpenAiCompatibleModel({ baseUrl: llmUrl, apiKey: 'bench', model: 'm', timeoutMs: 60_000 });
  const request: LlmRequest = {
    model: 'm',
    system: '',
    messages: Array.from({ length: HISTORY_MESSAGES + 1 }, (_, at) => ({
      role: at % 2 === 0 ? ('user' as const) : ('assistant' as const),
      text: TEXT,
    })),
    passages: [],
    questions: [],
    hasKnowledge: false,
    stream: mode === 'sse',
  };
  await calls(model, request, WARM_UP_CALLS);
  const before = process.cpuUsage();
  await calls(model, request, MEASURED_CALLS);
  const { user, system } = process.cpuUsage(before);
  await model.close();
  return (user + system) / 1_000 / MEASURED_CALLS;
}

async function calls(model: OpenAiCompatibleModel, request: LlmRequest, count: number): Promise<void> {
  let begun = 0;
  const caller = async () => {
    while (begun++ < count) for await (const _ of model.generate(request));
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

if (require.main === module) {
  const [llmUrl = '', mode] = process.argv.slice(2);
  void measure(llmUrl, mode as Mode).then((cost) => {
    process.send?.(cost);
    process.disconnect();
  });
}
