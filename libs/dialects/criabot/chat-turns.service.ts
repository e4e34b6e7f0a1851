import { Injectable } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { chatErrors, OpenChats, Turns } from '#domain/chats';
import { ActiveBases, type MetadataFilter } from '#domain/knowledge';
import type { Reply } from '#domain/replies';
import { type Actor, AppError } from '#kernel';
import { BotNames } from './bot-names';
import { BOT_DEFAULTS } from './bots.dto';
import { configurationOf } from './bots.mapper';
import type { ChatReply, SendChat } from './chats.dto';
import { toChatReply } from './chats.mapper';

/** For bots that were made elsewhere and do not say. */
const DEFAULTS = configurationOf({ ...BOT_DEFAULTS, system_message: undefined });

/** One prompt of a chat and its reply, by the rules of this dialect. */
@Injectable()
export class ChatTurns {
  constructor(
    private readonly names: BotNames,
    private readonly chats: OpenChats,
    private readonly turns: Turns,
    private readonly bases: ActiveBases,
  ) {}

  /**
   * @param messageId of who may ask again, see `Turns.ask`
   * @throws `criabot.*`, `chats.chat_not_found`, `input.invalid`
   */
  async send(actor: Actor, chatId: string, input: SendChat, messageId: string | undefined): Promise<ChatReply> {
    const { prompt, bot_name: botName, extra_bots: extraNames = [], metadata_filter: filter } = input;
    const [bot, extraBots] = await this.botsOf(actor, chatId, botName, extraNames);
    const turn = await this.turns.ask(actor, bot.id, {
      message: prompt,
      isStreamed: false,
      chatId,
      ...(messageId === undefined ? {} : { userMessageId: messageId }),
      configurationDefaults: DEFAULTS,
      looking: {
        isStrict: true,
        ...(extraBots.length === 0 ? {} : { extraBotIds: extraBots.map(({ id }) => id) }),
        ...(filter ? { filter: filter as MetadataFilter } : {}),
      },
    });
    const { reply } = await turn.answered();
    return toChatReply(prompt, reply, await this.botNames(actor, bot, extraBots, reply));
  }

  /** That the chat is unknown is told before that a bot is. */
  private async botsOf(actor: Actor, chatId: string, botName: string, extraNames: readonly string[]) {
    try {
      const bot = await this.names.resolve(actor, botName);
      return [bot, await this.names.resolveExtra(actor, extraNames)] as const;
    } catch (error) {
      const isForbidden = error instanceof AppError && error.kind === 'forbidden';
      if (isForbidden || (await this.chats.exists(actor, chatId))) throw error;
      throw chatErrors.chat_not_found();
    }
  }

  private async botNames(
    { teamId }: Actor,
    bot: Readonly<Bot>,
    extraBots: ReadonlyArray<Readonly<Bot>>,
    { sources }: Reply,
  ): Promise<(baseId: string) => string> {
    if (sources.length === 0 || extraBots.length === 0) return () => bot.slug;
    const named = await Promise.all(
      extraBots.map(async ({ id, slug }) => (await this.bases.of(teamId, id)).map((base) => [base.id, slug] as const)),
    );
    const names = new Map(named.flat());
    return (baseId) => names.get(baseId) ?? bot.slug;
  }
}
