import { Injectable } from '@nestjs/common';
import { type Behaviors, BotLookup } from '#domain/bots';
import { type Answer, chatErrors, Turns } from '#domain/chats';
import { Config } from '#infra/config';
import { type Actor, AppError } from '#kernel';
import type { ReadyChannel } from '../channel-accounts';
import { BY_HAND } from '../channels.types';
import { BudgetApologies } from './budget-apologies';
import type { UpdateOutcome, WaitingUpdate } from './inbound.types';
import { reasonForSilence, wordsOf } from './response-rule';
import { whileTyping } from './typing-indicator';
import { userRefOf } from './user-ref';

const BOT_DISABLED = chatErrors.bot_disabled().code;
const IS_OFF = 'The bot is disabled.';

export interface AskedUpdate {
  update: WaitingUpdate;
  sessionKey: string;
  behaviors: Behaviors;
  signal: AbortSignal;
}

/** A message of a platform as a turn of the bot. */
@Injectable()
export class ChannelTurns {
  constructor(
    private readonly bots: BotLookup,
    private readonly turns: Turns,
    private readonly apologies: BudgetApologies,
    private readonly config: Config,
  ) {}

  /** Undefined when nothing is to be said, with the reason; else how the bot behaves. @throws `bots.not_found` */
  async decide(
    { row }: ReadyChannel,
    { message }: WaitingUpdate,
  ): Promise<{ behaviors: Behaviors } | { reason: string }> {
    if (row.statusReason === BY_HAND) return { reason: 'The channel is disconnected.' };
    const { status, configuration } = await this.bots.get(actorOf(row.teamId), row.botId);
    if (status === 'disabled') return { reason: IS_OFF };
    const { behaviors = {} } = configuration;
    const reason = reasonForSilence(message, behaviors);
    return reason === undefined ? { behaviors } : { reason };
  }

  /**
   * Until the reply is stored. The message has the id of its update, so that it is asked once however often it is tried. Of one
   * for which there is no budget nothing is stored.
   *
   * @throws what may pass, or will not
   */
  async ask(ready: ReadyChannel, asked: AskedUpdate): Promise<UpdateOutcome> {
    const isShown = this.config.channels.isLive && asked.behaviors.typingIndicator !== false;
    const asking = () => this.answered(ready, asked);
    try {
      return outcomeOf(await (isShown ? whileTyping(ready, asked.update.message, asking) : asking()));
    } catch (error) {
      if (error instanceof AppError && error.code === BOT_DISABLED) return { state: 'ignored', reason: IS_OFF };
      return this.apologies.outcomeOf(ready, asked.update, error);
    }
  }

  private async answered({ row }: ReadyChannel, { update, sessionKey, signal }: AskedUpdate): Promise<Answer> {
    const { message, id } = update;
    const { chatId, threadId, platformMessageId, user, attachments } = message;
    const place = { channelId: row.id, platform: row.type, chatId, user };
    const turn = await this.turns.askOnce(actorOf(row.teamId), row.botId, {
      isStreamed: false,
      message: wordsOf(message),
      userMessageId: id,
      sessionKey,
      userRef: userRefOf(row.type, user.id),
      arrival: {
        ...place,
        ...(threadId === undefined ? {} : { threadId }),
        ...(platformMessageId === undefined ? {} : { platformMessageId }),
      },
      ...(attachments.length === 0 ? {} : { metadata: { channelAttachments: attachments } }),
    });
    return untilAborted(turn.answered(), signal);
  }
}

/** The reply is made on; whoever asks again finds it. */
async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** The plan counts for limits of callers alone; messengers have none. */
function actorOf(teamId: string): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}

function outcomeOf({ conversationId, messageId, reply, isNotice }: Answer): UpdateOutcome {
  // While a person answers, the bot says nothing.
  const said = isNotice ? { messageId: null, reply: null } : { messageId, reply: reply.text };
  return { state: 'answered', conversationId, answer: { conversationId, ...said } };
}
