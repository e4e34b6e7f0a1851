import { Injectable } from '@nestjs/common';
import { BotPlugins, type InstalledPlugins } from '#domain/plugins';
import type { AskInput, RateInput } from './chats.types';

/**
 * Has redactors of the bot mask what people say, before it is stored, sent or told by an event. The caller's own data beside
 * it (metadata, names of users) is the caller's. Asks nothing of the database for what it has seen lately; do not wait for it
 * within a transaction, whose connection it may need.
 */
@Injectable()
export class SaidMasking {
  constructor(private readonly plugins: BotPlugins) {}

  async message(teamId: string, botId: string, input: AskInput): Promise<AskInput> {
    const plugins = await this.plugins.of(teamId, botId);
    return plugins.isEmpty ? input : maskedInput(input, plugins);
  }

  async text(teamId: string, botId: string, text: string): Promise<string> {
    return (await this.plugins.of(teamId, botId)).mask(text);
  }

  async judgement(teamId: string, botId: string, input: RateInput): Promise<RateInput> {
    const plugins = await this.plugins.of(teamId, botId);
    return plugins.isEmpty ? input : maskedJudgement(input, plugins);
  }
}

/** What is in the files is masked when it is read. */
function maskedInput(input: AskInput, plugins: InstalledPlugins): AskInput {
  const { message, attachments } = input;
  return {
    ...input,
    message: plugins.mask(message),
    ...(attachments ? { attachments: attachments.map((one) => ({ ...one, name: plugins.mask(one.name) })) } : {}),
  };
}

function maskedJudgement(input: RateInput, plugins: InstalledPlugins): RateInput {
  const { query, response, comment } = input;
  return {
    ...input,
    ...(query === undefined ? {} : { query: plugins.mask(query) }),
    ...(response === undefined ? {} : { response: plugins.mask(response) }),
    ...(comment === undefined ? {} : { comment: plugins.mask(comment) }),
  };
}
