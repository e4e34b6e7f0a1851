/** Google's Gemini API. The system text stands apart, the assistant is called `model`, turns alternate, and no turn is empty. */
import { groundedMessages, type PromptMessage } from '../../grounded-messages';
import type { LlmRequest, LlmTool, LlmToolChoice } from '../../llm.contract';
import { alternatingMessages } from '../langchain/alternating-messages';
import { LangChainModel, NO_KEY, type Speaker } from '../langchain/langchain-model';
import type { ProviderCall } from '../langchain/provider-call';
import { GoogleClient } from './google-client';

export const GOOGLE_BASE_URL = 'https://generativelanguage.googleapis.com';

export class GoogleModel extends LangChainModel {
  readonly provider = 'gcp.gemini';

  protected override promptOf(request: LlmRequest): PromptMessage[] {
    return alternatingMessages(groundedMessages(request));
  }

  protected async open(request: LlmRequest, call: ProviderCall): Promise<Speaker> {
    const { ChatGoogleGenerativeAI } = await import('@langchain/google-genai');
    const { apiKey } = this.settings;
    const model = this.settings.model.replace(/^models\//, '');
    const baseUrl = this.settings.baseUrl.replace(/\/v1(beta)?$/, '');
    const { temperature, topP, maxTokens, tools = [], toolChoice } = request;
    const chat = new ChatGoogleGenerativeAI({
      model,
      apiKey: apiKey ?? NO_KEY,
      baseUrl,
      maxRetries: 0,
      ...(temperature === undefined ? {} : { temperature }),
      ...(topP ? { topP } : {}),
      ...(maxTokens === undefined ? {} : { maxOutputTokens: maxTokens }),
    });
    // The library has no option for its client; the field is private only to TypeScript.
    Reflect.set(chat, 'client', new GoogleClient({ fetch: call.fetch, baseUrl, apiKey, model }));
    // It knows by name which models see images, and only older names; we believe what people say of theirs.
    Object.defineProperty(chat, '_isMultimodalModel', { value: true });
    if (tools.length === 0) return { chat };
    const declared = { functionDeclarations: tools.map(declaration) };
    return { chat, options: { tools: [declared], ...googleToolChoice(toolChoice) } };
  }
}

/** `parametersJsonSchema` takes any schema; Google refuses an object without properties, and a function may have no parameters. */
function declaration({ name, description, parameters }: LlmTool): object {
  const { properties } = parameters as { properties?: object };
  const hasParameters = properties !== undefined && Object.keys(properties).length > 0;
  return { name, description, ...(hasParameters ? { parametersJsonSchema: parameters } : {}) };
}

function googleToolChoice(choice: LlmToolChoice | undefined) {
  if (choice === undefined) return {};
  if (typeof choice === 'object') return { tool_choice: choice.name };
  return { tool_choice: choice === 'required' ? 'any' : choice };
}
