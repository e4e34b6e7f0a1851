import { Injectable } from '@nestjs/common';
import { type AuditAct, type AuditDetails, AuditLog } from '#domain/audit';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { ChannelAddresses } from './channel-addresses';
import { cleanName } from './channel-input';
import { ChannelSetups } from './channel-setups';
import { ChannelStates } from './channel-states.service';
import { channelErrors } from './channels.errors';
import { channelChanged } from './channels.notices';
import { type ChannelRow, ChannelsQueries } from './channels.queries';
import {
  BY_HAND,
  CHANNEL_LIMITS,
  type Channel,
  type ChannelPatch,
  type ChannelWithSecret,
  type CreateChannel,
} from './channels.types';
import { ChannelConnecting } from './connecting/channel-connecting.service';

@Injectable()
export class Channels {
  constructor(
    private readonly queries: ChannelsQueries,
    private readonly bots: BotsService,
    private readonly setups: ChannelSetups,
    private readonly states: ChannelStates,
    private readonly connecting: ChannelConnecting,
    private readonly addresses: ChannelAddresses,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** Oldest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, page: PageRequest): Promise<Page<Channel>> {
    await this.bots.get(actor, botId);
    const [rows, total] = [await this.queries.list(botId, page), await this.queries.count(botId)];
    return { ...page, items: rows.map((row) => this.shown(row)), total };
  }

  /**
   * The platform is told in a job, so that a slow one delays nobody.
   *
   * @throws AppError `bots.not_found`, `input.invalid`, `channels.too_many`
   */
  async create(actor: Actor, botId: string, input: CreateChannel): Promise<ChannelWithSecret> {
    const { teamId } = await this.bots.get(actor, botId);
    const { row, secret } = await this.newRow({ teamId, botId }, input);
    await this.database.transaction(async () => {
      await this.queries.lockBot(botId);
      if ((await this.queries.count(botId)) >= CHANNEL_LIMITS.ofBot) throw channelErrors.too_many();
      await this.queries.insert(row);
      await this.connecting.plan(row.id);
      this.notices.publish(channelChanged, { channelId: row.id });
      await this.note(actor, 'channel.created', row);
    });
    return { channel: this.shown(row), webhookSecret: secret };
  }

  /** @throws `channels.not_found` */
  async get(actor: Actor, id: string): Promise<Channel> {
    return this.shown(await this.find(actor, id));
  }

  /** New credentials are tried at once. @throws AppError `channels.not_found`, `input.invalid` */
  async update(actor: Actor, id: string, patch: ChannelPatch): Promise<Channel> {
    const present = await this.find(actor, id);
    const { config, status } = patch;
    if (config) await this.setups.checkChange(present, config);
    await this.database.transaction(async () => {
      const row = await this.queries.lock(id);
      if (!row) throw channelErrors.not_found();
      await this.queries.update(this.changed(row, patch));
      await this.note(actor, 'channel.changed', row, {
        ...(config ? { hasNewCredentials: true } : {}),
        ...(status ? { status } : {}),
      });
      if (config) await this.connecting.plan(id);
      this.notices.publish(channelChanged, { channelId: id });
    });
    if (status === 'disconnected') await this.states.disconnected(id, BY_HAND);
    if (status === 'connected') await this.connecting.reconnect(id);
    return this.get(actor, id);
  }

  /** Asks the platform at once, when channels are live; what it says stands in the channel. @throws `channels.not_found` */
  reconnect(actor: Actor, id: string, { origin }: { origin?: string } = {}): Promise<Channel> {
    return this.update(actor, id, { status: 'connected', ...(origin === undefined ? {} : { origin }) });
  }

  /** With its log and what waits; conversations stay. @throws `channels.not_found` */
  async delete(actor: Actor, id: string): Promise<void> {
    const row = await this.find(actor, id);
    await this.database.transaction(async () => {
      await this.queries.delete(id);
      await this.note(actor, 'channel.deleted', row);
      this.notices.publish(channelChanged, { channelId: id });
    });
    await this.connecting.takeLeave(row);
  }

  /** @throws `channels.not_found` */
  async find({ teamId }: Actor, id: string): Promise<ChannelRow> {
    const row = isUuid(id) ? await this.queries.find(id) : undefined;
    if (row?.teamId !== teamId) throw channelErrors.not_found();
    return row;
  }

  private async note(actor: Actor, act: AuditAct, row: ChannelRow, more: AuditDetails = {}): Promise<void> {
    const { id, name, type, botId } = row;
    const details = { type, chatbotId: botId, ...more };
    await this.auditLog.record(actor, { act, subject: { kind: 'channel', id, name }, details });
  }

  private shown(row: ChannelRow): Channel {
    const { credentials: _, webhookSecret: __, heldUntil: ___, nextProbeAt: ____, origin: _____, ...channel } = row;
    return { ...channel, webhookUrl: this.addresses.inboundUrl(row) };
  }

  private async newRow(of: { teamId: string; botId: string }, { type, name, config, origin }: CreateChannel) {
    const [id, now] = [newId(), this.clock.now()];
    const { secret, sealed: webhookSecret } = this.setups.newWebhookSecret(id);
    const setup = this.setups.sealed(id, await this.setups.check(type, config ?? {}));
    const unknown = { identity: null, connectedAt: null, lastInboundAt: null, heldUntil: null };
    const given = { ...of, id, type, name: cleanName(name), origin: origin ?? this.addresses.usualOrigin };
    const row = { ...given, ...unknown, ...setup, ...this.untried(now), webhookSecret, createdAt: now, updatedAt: now };
    return { row, secret };
  }

  private changed(row: ChannelRow, { name, config, origin }: ChannelPatch): ChannelRow {
    const now = this.clock.now();
    return {
      ...row,
      ...(name === undefined ? {} : { name: cleanName(name) }),
      ...(origin === undefined ? {} : { origin }),
      ...(config ? this.setups.changed(row, config) : {}),
      ...(config && row.statusReason !== BY_HAND ? this.untried(now) : {}),
      updatedAt: now,
    };
  }

  /** What was wrong with credentials before says nothing of those that were given now. */
  private untried(now: Date) {
    const nextProbeAt = this.connecting.fallbackProbeAt(now);
    return { status: 'pending' as const, statusReason: null, lastError: null, nextProbeAt };
  }
}
