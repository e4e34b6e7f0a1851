import { Injectable } from '@nestjs/common';
import { type Bot, BotLookup, BotsService } from '#domain/bots';
import { type AskInput, attachmentOf, type LiveTurn, Turns } from '#domain/chats';
import { Files } from '#domain/documents';
import type { ReplyConfiguration } from '#domain/replies';
import type { Actor } from '#kernel';
import { assistantErrors } from './assistant.errors';
import type { AttachmentReference, SendMessage } from './chat.dto';
import { toFileKeys } from './chat.mapper';

/** An assistant helps with whatever it is asked, where the bot's configuration does not say otherwise. */
const ASSISTANT: ReplyConfiguration = { answersWithoutKnowledge: true };

/** One message of a chat and its answer, by the rules of this dialect. */
@Injectable()
export class ChatTurns {
  constructor(
    private readonly bots: BotsService,
    private readonly lookup: BotLookup,
    private readonly turns: Turns,
    private readonly files: Files,
  ) {}

  /**
   * @param messageId of who may ask again, see `Turns.ask`
   * @throws `assistant.file_not_found`, `documents.file_not_found`
   */
  async begin(actor: Actor, message: SendMessage, messageId: string | undefined): Promise<LiveTurn> {
    const bot = await this.botFor(actor, message.model);
    return this.turns.ask(actor, bot.id, await this.inputOf(actor, message, messageId));
  }

  /** With the bot that the chat was begun with. @throws `chats.conversation_not_found`, as `begin` */
  async goOn(
    actor: Actor,
    conversationId: string,
    message: SendMessage,
    messageId: string | undefined,
  ): Promise<LiveTurn> {
    return this.turns.askIn(actor, conversationId, await this.inputOf(actor, message, messageId));
  }

  private async botFor(actor: Actor, model: string | null | undefined): Promise<Readonly<Bot>> {
    const named = model == null ? undefined : await this.lookup.bySlug(actor.teamId, model);
    return named ?? this.bots.ensureDefault(actor);
  }

  private async inputOf(
    actor: Actor,
    { message, model, stream, attachments }: SendMessage,
    messageId: string | undefined,
  ): Promise<AskInput> {
    const files = await this.filesOf(actor, attachments);
    return {
      message,
      isStreamed: stream === true,
      ...(messageId === undefined ? {} : { userMessageId: messageId }),
      configurationDefaults: model == null ? ASSISTANT : { ...ASSISTANT, model },
      ...(model == null ? {} : { modelName: model }),
      ...(files.length === 0 ? {} : { attachments: files }),
    };
  }

  private async filesOf(actor: Actor, references: readonly AttachmentReference[] | null | undefined) {
    const keys = new Set(toFileKeys(references));
    if (keys.has(undefined)) throw assistantErrors.file_not_found();
    if (keys.size === 0) return [];
    return (await this.files.contentsOf(actor, [...keys] as string[])).map(attachmentOf);
  }
}
