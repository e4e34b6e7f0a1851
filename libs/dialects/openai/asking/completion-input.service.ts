import { Injectable } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import type { CompletionInput } from '#domain/chats';
import type { CallerTerms } from '#domain/replies';
import type { LlmResponseFormat, LlmTool, LlmToolChoice } from '#providers/llm';
import { Capabilities } from './capabilities.service';
import { Images } from './images.service';
import { historyOf, type Said } from './said';

/** What both endpoints let callers ask for, whatever they call it. */
export interface AskedTerms {
  said: Said;
  tools: readonly LlmTool[];
  toolChoice: LlmToolChoice | undefined;
  responseFormat: LlmResponseFormat | undefined;
  /** Path of the format in the request. */
  formatParam: string;
  stop: readonly string[];
  temperature: number | null | undefined;
  topP: number | null | undefined;
  maxTokens: number | null | undefined;
  user: string | null | undefined;
  isStreamed: boolean;
  isStored: boolean;
}

/** Requests of this API as what `Completions` takes. */
@Injectable()
export class CompletionInputs {
  constructor(
    private readonly capabilities: Capabilities,
    private readonly images: Images,
  ) {}

  /** @throws `openai.unsupported_value`, `openai.invalid_image_url` */
  async of(bot: Readonly<Bot>, asked: AskedTerms): Promise<CompletionInput> {
    const { said, temperature, topP, maxTokens, user, isStreamed, isStored } = asked;
    const caller = termsOf(asked);
    await this.capabilities.require(bot, caller, asked.formatParam);
    const attachments = await this.images.load(said.images);
    return {
      message: said.message,
      history: historyOf(said.earlier),
      caller,
      configuration: {
        ...(temperature == null ? {} : { temperature }),
        ...(topP == null ? {} : { topP }),
        ...(maxTokens == null ? {} : { maxReplyTokens: maxTokens }),
      },
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(user ? { userRef: user } : {}),
      isStreamed,
      isStored,
    };
  }
}

function termsOf({ said, tools, toolChoice, responseFormat, stop }: AskedTerms): CallerTerms {
  const { instructions, earlier, rounds } = said;
  return {
    earlier,
    rounds,
    ...(instructions.length === 0 ? {} : { instructions: instructions.join('\n\n') }),
    ...(tools.length === 0 ? {} : { tools }),
    ...(toolChoice === undefined ? {} : { toolChoice }),
    ...(responseFormat === undefined ? {} : { responseFormat }),
    ...(stop.length === 0 ? {} : { stop }),
  };
}
