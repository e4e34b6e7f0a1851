/**
 * Anthropic's Messages API. The system text stands apart, turns alternate, and `max_tokens` is required: without one of ours
 * LangChain gives what it knows of the model.
 */
import { groundedMessages, type PromptMessage } from '../../grounded-messages';
import type { LlmRequest, LlmToolChoice } from '../../llm.contract';
import { MAX_ANSWER_MS } from '../call-limits';
import { alternatingMessages } from '../langchain/alternating-messages';
import { knownHeadersOnly } from '../langchain/known-headers';
import { LangChainModel, NO_KEY, type Speaker } from '../langchain/langchain-model';
import type { ProviderCall } from '../langchain/provider-call';
import { functionTool } from '../openai-compatible/chat-request';

export const ANTHROPIC_BASE_URL = 'https://api.anthropic.com';
const MAX_TEMPERATURE = 1;

export class AnthropicModel extends LangChainModel {
  readonly provider = 'anthropic';

  protected override promptOf(request: LlmRequest): PromptMessage[] {
    return alternatingMessages(groundedMessages(request));
  }

  protected async open(request: LlmRequest, call: ProviderCall): Promise<Speaker> {
    const { ChatAnthropic } = await import('@langchain/anthropic');
    const fields = this.fieldsOf(request, call);
    const sampling = new ChatAnthropic({ ...fields, ...samplingOf(request) });
    const chat = takesSampling(sampling) ? sampling : new ChatAnthropic(fields);
    const { tools = [], toolChoice } = request;
    if (tools.length === 0) return { chat };
    const choice = toolChoice === undefined ? {} : { tool_choice: anthropicToolChoice(toolChoice) };
    return { chat, options: { tools: tools.map(functionTool), ...choice } };
  }

  private fieldsOf({ maxTokens }: LlmRequest, call: ProviderCall) {
    const { model, baseUrl, apiKey = NO_KEY } = this.settings;
    return {
      model,
      apiKey,
      anthropicApiUrl: baseUrl.replace(/\/v1$/, ''),
      ...(maxTokens === undefined ? {} : { maxTokens }),
      maxRetries: 0,
      clientOptions: {
        fetch: knownHeadersOnly(call.fetch),
        // With a limit of its own the client does not refuse long answers in one piece; ours end sooner.
        timeout: MAX_ANSWER_MS,
        // Null keeps it from taking one from the environment.
        authToken: null,
        logLevel: 'off' as const,
      },
    };
  }
}

/** Newer models refuse both at once. */
function samplingOf({ temperature, topP }: LlmRequest) {
  if (temperature !== undefined) return { temperature: Math.min(temperature, MAX_TEMPERATURE) };
  return topP ? { topP } : {};
}

/** Some models choose for themselves; LangChain knows which and throws. */
function takesSampling(chat: { invocationParams(options: object): unknown }): boolean {
  try {
    chat.invocationParams({});
    return true;
  } catch {
    return false;
  }
}

function anthropicToolChoice(choice: LlmToolChoice) {
  if (typeof choice === 'object') return { type: 'tool' as const, name: choice.name };
  return choice === 'required' ? 'any' : choice;
}
