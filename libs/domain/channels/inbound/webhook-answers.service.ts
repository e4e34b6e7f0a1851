import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, MINUTE_MS, SECOND_MS } from '#kernel';
import type { InboundMessage } from '#providers/channel-transport';
import type { ReadyChannel } from '../channel-accounts';
import { outwardId } from '../channel-ids';
import { channelErrors } from '../channels.errors';
import { ChatAnswering } from './chat-answering.service';
import type { WebhookAnswer } from './inbound.types';
import { UpdatesQueries } from './updates.queries';

/** Callers with shorter patience send the same id again. */
const PATIENCE_MS = 2 * MINUTE_MS;
/** Between looks at what another process is answering, or at what is to wait: it doubles. */
const FIRST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 2 * SECOND_MS;
const NEVER = new AbortController().signal;

/** What the caller of a generic webhook is told; `reply` is null when nobody answers, or a person will. */
export interface WebhookReply {
  conversation_id: string | null;
  message_id: string | null;
  reply: string | null;
}

/** Answers those who wait for it, here and now. What is sent again is answered as before, or waits with the first. */
@Injectable()
export class WebhookAnswers {
  constructor(
    private readonly updates: UpdatesQueries,
    private readonly answering: ChatAnswering,
    private readonly clock: Clock,
  ) {}

  /** @throws `channels.reply_overdue`, `channels.reply_failed`, `channels.not_found` when the channel is deleted meanwhile */
  async answer({ row }: ReadyChannel, { chatId, key }: InboundMessage): Promise<WebhookReply> {
    const { id: channelId } = row;
    await this.updates.reopen(channelId, key, this.clock.now());
    const deadlineMs = this.clock.monotonicMs() + PATIENCE_MS;
    for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(2 * lookMs, LONGEST_LOOK_MS)) {
      await this.answering.answer(channelId, chatId, NEVER);
      const standing = await this.updates.standing(channelId, key);
      if (!standing) throw channelErrors.not_found();
      if (standing.state === 'failed') throw channelErrors.reply_failed();
      if (standing.state !== 'waiting') return toReply(standing.answer);
      if (this.clock.monotonicMs() >= deadlineMs) throw channelErrors.reply_overdue();
      await sleep(lookMs);
    }
  }
}

function toReply(answer: WebhookAnswer | null): WebhookReply {
  const { conversationId = null, messageId = null, reply = null } = answer ?? {};
  return {
    conversation_id: conversationId === null ? null : outwardId('conversation', conversationId),
    message_id: messageId === null ? null : outwardId('message', messageId),
    reply,
  };
}
