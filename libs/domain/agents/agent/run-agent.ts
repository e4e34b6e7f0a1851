/**
 * One conversation of a model with its tools, driven by LangChain's agent: it asks the model, has the tools called that the
 * model wants, at the same time where it wants several, tells it their answers, and ends when the model wants none. Limits,
 * records and failures are ours: they stand in `ModelCaller` and `ToolCaller`.
 */
import type { BaseMessage } from '@langchain/core/messages';
import type { PluginTool } from '#domain/plugins';
import type { LlmMessage } from '#providers/llm';
import { LOOP_LIMITS } from '../loops/loops.types';
import { type AgentLibrary, loadAgentLibrary } from './agent-library';
import { fromGraphMessages, saidMessage, toGraphMessages, toolAnswer, type WrittenCalls } from './agent-messages';
import type { ModelCaller } from './model-caller';
import type { ToolCaller } from './tool-caller';

/** Two steps of the graph an iteration, and some at both ends; our own limit ends it before. */
const GRAPH_STEPS = 2 * LOOP_LIMITS.iterations.max + 10;
/** What tools take is checked by themselves, within limits that LangChain's own check of JSON Schemas does not have. */
const ANY_ARGUMENTS = { type: 'object', properties: {}, additionalProperties: true } as const;

export interface AgentTalk {
  system: string;
  /** Whole: no call without its answer. */
  messages: readonly LlmMessage[];
  tools: readonly PluginTool[];
  modelCaller: ModelCaller;
  toolCaller: ToolCaller;
  signal: AbortSignal;
}

/** What the model says in the end. @throws what the callers throw */
export async function runAgent(talk: AgentTalk): Promise<string> {
  const library = await loadAgentLibrary();
  const written: WrittenCalls = new Map();
  // The graph wraps what is thrown within it, each part in its own way.
  const failures: unknown[] = [];
  const noting = async <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  const answer = (id: string, name: string) =>
    noting(talk.toolCaller.answer(written.get(id) ?? { id, name, arguments: '{}' }));
  const agent = library.createAgent({
    model: chatModel(library, async (given) => {
      const { system, messages } = fromGraphMessages(library, given, written);
      return saidMessage(library, await noting(talk.modelCaller.say(system, messages)), written);
    }),
    tools: talk.tools.map(({ name, description }) =>
      library.tool((_args, config: { toolCall?: { id?: string } }) => answer(config.toolCall?.id ?? '', name), {
        name,
        description,
        schema: ANY_ARGUMENTS,
      }),
    ),
    systemPrompt: talk.system,
    middleware: [unknownTools(library, answer)],
  });
  try {
    const messages = toGraphMessages(library, talk.messages, written);
    const config = { recursionLimit: GRAPH_STEPS, signal: talk.signal, callbacks: [noTraces(library)] };
    const { messages: all } = await agent.invoke({ messages }, config);
    return all.at(-1)?.text ?? '';
  } catch (error) {
    talk.signal.throwIfAborted();
    throw failures[0] ?? error;
  }
}

/** A model of ours, as the graph calls it. Its tools are told it by whoever speaks. */
function chatModel({ BaseChatModel }: AgentLibrary, speak: (messages: BaseMessage[]) => Promise<BaseMessage>) {
  class SpokenModel extends BaseChatModel {
    _llmType(): string {
      return 'parley';
    }

    override bindTools() {
      return this;
    }

    async _generate(messages: BaseMessage[]) {
      const message = await speak(messages);
      return { generations: [{ text: message.text, message: message as never }] };
    }
  }
  return new SpokenModel({});
}

/** Models call tools that are not there; that is told to them, and written down, like any other fault. */
function unknownTools(library: AgentLibrary, answer: (id: string, name: string) => Promise<string>) {
  return library.createMiddleware({
    name: 'UnknownTools',
    wrapToolCall: async (request, handler) => {
      if (request.tool !== undefined) return handler(request);
      const { id = '', name } = request.toolCall;
      return toolAnswer(library, { id, name }, await answer(id, name));
    },
  });
}

/** The library sends traces away when variables of the environment say so, unless there is a handler of this name. */
function noTraces({ BaseCallbackHandler }: AgentLibrary) {
  return new (class extends BaseCallbackHandler {
    override name = 'langchain_tracer';

    /** What the library's own handler of this name is asked for; none: nothing is traced below. */
    getRunTreeWithTracingConfig(): undefined {
      return undefined;
    }
  })();
}
