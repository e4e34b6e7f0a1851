/**
 * Azure OpenAI: a deployment at an endpoint of one's own, with an API version and a key in the header `api-key`. (Azure's
 * newer `/openai/v1` surface is OpenAI-compatible and needs no adapter of its own.) Chat completions, whatever the model.
 */
import type { LlmRequest } from '../../llm.contract';
import { knownHeadersOnly } from '../langchain/known-headers';
import { LangChainModel, NO_KEY, type Speaker } from '../langchain/langchain-model';
import type { ProviderCall } from '../langchain/provider-call';
import { functionTool, wireFormat, wireToolChoice } from '../openai-compatible/chat-request';

/** The newest stable one (Azure OpenAI REST API reference, November 2026). */
const DEFAULT_API_VERSION = '2024-10-21';

export class AzureOpenAiModel extends LangChainModel {
  readonly provider = 'azure.ai.openai';

  protected async open(request: LlmRequest, call: ProviderCall): Promise<Speaker> {
    const { AzureChatOpenAICompletions } = await import('@langchain/openai');
    const { model, apiKey = NO_KEY, apiVersion = DEFAULT_API_VERSION } = this.settings;
    const { temperature, topP, maxTokens, stop = [], tools = [], toolChoice, responseFormat } = request;
    const chat = new AzureChatOpenAICompletions({
      model,
      azureOpenAIApiKey: apiKey,
      azureOpenAIApiVersion: apiVersion,
      azureOpenAIApiDeploymentName: encodeURIComponent(model),
      azureOpenAIBasePath: `${this.endpoint()}/openai/deployments`,
      temperature,
      ...(topP ? { topP } : {}),
      maxTokens,
      ...(stop.length === 0 ? {} : { stop: [...stop] }),
      maxRetries: 0,
      // Null keeps the client from taking them from the environment.
      configuration: { fetch: knownHeadersOnly(call.fetch), organization: null, project: null, logLevel: 'off' },
    });
    const isHeld = responseFormat !== undefined && this.capabilities.jsonOutput;
    const format = isHeld ? { response_format: wireFormat(responseFormat) } : {};
    if (tools.length === 0) return { chat, options: format };
    const choice = toolChoice === undefined ? {} : { tool_choice: wireToolChoice(toolChoice) };
    return { chat, options: { ...format, tools: tools.map(functionTool), ...choice } };
  }

  /** People copy it with and without the path. */
  private endpoint(): string {
    return this.settings.baseUrl.replace(/\/openai(\/deployments)?$/, '');
  }
}
