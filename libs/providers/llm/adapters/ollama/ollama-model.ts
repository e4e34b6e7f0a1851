/**
 * Ollama's own API, which unlike its OpenAI-compatible one takes the size of the context: without it Ollama reads a few
 * thousand tokens and silently drops what came before. It is the same for every call, because Ollama loads the model again when it
 * changes. It cannot be made to call a tool; a choice narrows what is offered.
 */
import type { LlmRequest, LlmResponseFormat, LlmTool } from '../../llm.contract';
import { LangChainModel, type Speaker } from '../langchain/langchain-model';
import type { ProviderCall } from '../langchain/provider-call';
import { functionTool } from '../openai-compatible/chat-request';
import { OllamaClient } from './ollama-client';

export const OLLAMA_BASE_URL = 'http://127.0.0.1:11434';

export class OllamaModel extends LangChainModel {
  readonly provider = 'ollama';
  protected override readonly alwaysStreams = true;

  protected async open(request: LlmRequest, call: ProviderCall): Promise<Speaker> {
    const { ChatOllama } = await import('@langchain/ollama');
    const { model, baseUrl, apiKey, maxInputTokens } = this.settings;
    const { temperature, topP, maxTokens, stop = [], responseFormat } = request;
    const isHeld = responseFormat !== undefined && this.capabilities.jsonOutput;
    const chat = new ChatOllama({
      model,
      baseUrl,
      maxRetries: 0,
      ...(maxInputTokens === undefined ? {} : { numCtx: maxInputTokens }),
      ...(temperature === undefined ? {} : { temperature }),
      ...(topP ? { topP } : {}),
      ...(maxTokens === undefined ? {} : { numPredict: maxTokens }),
      ...(stop.length === 0 ? {} : { stop: [...stop] }),
      ...(isHeld ? { format: formatOf(responseFormat) } : {}),
    });
    Reflect.set(
      chat,
      'client',
      new OllamaClient({ fetch: call.fetch, baseUrl: baseUrl.replace(/\/api$/, ''), apiKey }),
    );
    const tools = offered(request);
    return tools.length === 0 ? { chat } : { chat, options: { tools: tools.map(functionTool) } };
  }
}

function formatOf(format: LlmResponseFormat): string | Record<string, unknown> {
  return format.type === 'json_object' ? 'json' : format.schema;
}

function offered({ tools = [], toolChoice }: LlmRequest): readonly LlmTool[] {
  if (toolChoice === 'none') return [];
  return typeof toolChoice === 'object' ? tools.filter(({ name }) => name === toolChoice.name) : tools;
}
