import { Injectable } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { ReadyModels } from '#domain/models';
import { type CallerTerms, insistsOnTool } from '#domain/replies';
import { unsupportedValue } from '../openai.errors';

/** Whether the models of a bot can do what a request insists on. What it merely offers, others ignore. */
@Injectable()
export class Capabilities {
  constructor(private readonly models: ReadyModels) {}

  /** @throws `openai.unsupported_value` */
  async require(
    { teamId, configuration, slug }: Readonly<Bot>,
    caller: CallerTerms,
    formatParam: string,
  ): Promise<void> {
    const { responseFormat, toolChoice } = caller;
    const needsTools = insistsOnTool(toolChoice);
    if (responseFormat === undefined && !needsTools) return;
    const speakers = await this.models.speakers(teamId, configuration);
    const able = speakers.filter(({ model }) => !model.capabilities.groundedOnly);
    if (responseFormat && able.length === 0) throw unsupported(formatParam, responseFormat.type, slug);
    if (needsTools && !able.some(({ model }) => model.capabilities.tools))
      throw unsupported('tool_choice', typeof toolChoice === 'string' ? toolChoice : 'function', slug);
  }
}

function unsupported(param: string, value: string | undefined, model: string) {
  const message = `Unsupported value: '${param}' does not support '${value}' with '${model}', whose model cannot do that.`;
  return unsupportedValue(param, message);
}
