import { Injectable, Logger } from '@nestjs/common';
import { isForeignKeyViolation } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock, newId, SECOND_MS } from '#kernel';
import type { Inbound, InboundMessage, InboundRequest } from '#providers/channel-transport';
import { ChannelAccounts, type ReadyChannel } from '../channel-accounts';
import { missingCredentials } from '../channel-input';
import { countInbound } from '../channel-metrics';
import { ChannelStates } from '../channel-states.service';
import { channelErrors } from '../channels.errors';
import { ChannelsQueries } from '../channels.queries';
import { BY_HAND } from '../channels.types';
import { answerChat } from '../jobs/answer-chat.job';
import { storableMessage } from './storable-message';
import { UpdatesQueries } from './updates.queries';
import { userRefOf } from './user-ref';
import { WebhookAnswers } from './webhook-answers.service';

/** So exact is when something last came in. */
const TOUCH_EVERY_MS = 10 * SECOND_MS;
const TAKEN: InboundAnswer = { status: 200, body: { ok: true } };

/** What the platform is answered. */
export interface InboundAnswer {
  status: number;
  body: unknown;
  /** JSON unless given. */
  contentType?: string;
}

/**
 * What platforms tell us, at an address that anybody may call: proved by the platform's transport, stored once, acknowledged at
 * once and answered by a job. Only the callers of generic webhooks wait for the reply.
 */
@Injectable()
export class ChannelInbox {
  private readonly logger = new Logger(ChannelInbox.name);

  constructor(
    private readonly accounts: ChannelAccounts,
    private readonly states: ChannelStates,
    private readonly channels: ChannelsQueries,
    private readonly updates: UpdatesQueries,
    private readonly webhooks: WebhookAnswers,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError `channels.not_found`; `channels.not_configured`, `channel_transport.payload_invalid` (invalid_input);
   * `channel_transport.signature_invalid` (unauthenticated); `channels.reply_overdue` (unavailable, generic webhooks only)
   */
  async receive(channelId: string, request: InboundRequest): Promise<InboundAnswer> {
    const ready = await this.accounts.find(channelId);
    if (!ready) throw channelErrors.not_found();
    const inbound = await this.proved(ready, request);
    await this.noteCall(ready);
    switch (inbound.kind) {
      case 'handshake':
        countInbound(ready.row.type, 'handshake');
        return handshake(inbound);
      case 'disconnected':
        countInbound(ready.row.type, 'disconnected');
        await this.states.disconnected(ready.row.id, inbound.reason);
        return TAKEN;
      case 'ignored':
        countInbound(ready.row.type, 'ignored');
        return TAKEN;
      case 'message':
        return this.takeAll(ready, inbound);
    }
  }

  /** A call that fails half-way is made again by the platform, and what was stored of it is known then. */
  private async takeAll(
    ready: ReadyChannel,
    { message, further = [], answer }: Extract<Inbound, { kind: 'message' }>,
  ): Promise<InboundAnswer> {
    const told = await this.take(ready, storableMessage(message), answer);
    for (const another of further) await this.take(ready, storableMessage(another), undefined);
    return told;
  }

  private async proved({ row, account, transport }: ReadyChannel, request: InboundRequest): Promise<Inbound> {
    const missing = missingCredentials(transport, account.credentials);
    if (missing.length > 0) throw channelErrors.not_configured({ message: lacking(row.type, missing) });
    try {
      return await transport.receive(account, request);
    } catch (error) {
      if (error instanceof AppError) countInbound(row.type, 'refused');
      throw error;
    }
  }

  /** The first good call connects the channel. */
  private async noteCall({ row }: ReadyChannel): Promise<void> {
    await this.states.heardOf(row);
    const now = this.clock.now();
    const ifBefore = after(now, -TOUCH_EVERY_MS);
    if (row.lastInboundAt === null || row.lastInboundAt < ifBefore) await this.channels.touch(row.id, now, ifBefore);
  }

  private async take(ready: ReadyChannel, message: InboundMessage, answer: unknown): Promise<InboundAnswer> {
    const { id: channelId, type, statusReason } = ready.row;
    if (statusReason === BY_HAND) {
      countInbound(type, 'ignored');
      return TAKEN;
    }
    const isNew = await this.store(ready, message);
    countInbound(type, isNew ? 'message' : 'duplicate');
    if (type === 'webhook') return { status: 200, body: { data: await this.webhooks.answer(ready, message) } };
    // Put again for what was told twice: the job of the first time may be what was lost.
    this.wake(channelId, message.chatId);
    return answer === undefined ? TAKEN : { status: 200, body: answer };
  }

  /** The update is stored: nobody has to tell it again because the queue is away, and the sweep puts the job. */
  private wake(channelId: string, chatId: string): void {
    this.jobs.enqueue(answerChat, { channelId, chatId }).catch((error: unknown) => {
      this.logger.warn({ message: 'A chat could not be put in the queue; it will be later.', channelId, err: error });
    });
  }

  private async store({ row }: ReadyChannel, message: InboundMessage): Promise<boolean> {
    const { id: channelId, teamId, botId, type } = row;
    const userRef = userRefOf(type, message.user.id);
    const update = { id: newId(), teamId, botId, channelId, userRef, message, receivedAt: this.clock.now() };
    try {
      return await this.updates.insert(update);
    } catch (error) {
      // The channel was deleted, which is not known here yet.
      throw isForeignKeyViolation(error, 'channel_update_channel_id_fkey') ? channelErrors.not_found() : error;
    }
  }
}

function handshake({ status = 200, answer, contentType }: Extract<Inbound, { kind: 'handshake' }>): InboundAnswer {
  return { status, body: answer, ...(contentType === undefined ? {} : { contentType }) };
}

function lacking(type: string, missing: readonly string[]): string {
  return `The channel of type ${type} lacks ${missing.map((name) => `config.${name}`).join(', ')}.`;
}
