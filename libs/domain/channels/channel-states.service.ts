import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import type { BotIdentity } from '#providers/channel-transport';
import { channelConnected, channelDisconnected } from './channels.events';
import { channelChanged } from './channels.notices';
import { type ChannelRow, ChannelsQueries } from './channels.queries';
import { wakeChannel } from './jobs/wake-channel.job';

export interface Connection {
  /** As the platform has just said. */
  identity?: BotIdentity;
  /** When it is to be looked at next; as planned unless given. */
  nextProbeAt?: Date;
}

/** Who may change the status of a channel, and whom it is told. Each change is told once, whoever else sees the same. */
@Injectable()
export class ChannelStates {
  constructor(
    private readonly queries: ChannelsQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** The platform and the channel have found each other. What waits to be sent goes on. */
  connected(channelId: string, { identity, nextProbeAt }: Connection = {}): Promise<void> {
    return this.change(channelId, async (row) => {
      const isNew = row.status !== 'connected';
      if (!isNew && isSame(identity, row.identity) && row.lastError === null) return undefined;
      if (isNew) await this.tellConnected(row);
      return {
        ...row,
        status: 'connected',
        statusReason: null,
        lastError: null,
        identity: identity ?? row.identity,
        connectedAt: isNew ? this.clock.now() : row.connectedAt,
        heldUntil: isNew ? null : row.heldUntil,
        nextProbeAt: nextProbeAt ?? row.nextProbeAt,
      };
    });
  }

  /** As `connected`, by a call that has come in: a channel whose connection was lost or given up stays so. */
  async heardOf({ id, status }: Pick<ChannelRow, 'id' | 'status'>): Promise<void> {
    if (status !== 'pending') return;
    await this.change(id, async (row) => {
      if (row.status !== 'pending') return undefined;
      await this.tellConnected(row);
      return { ...row, status: 'connected', lastError: null, connectedAt: this.clock.now() };
    });
  }

  /** Nothing goes through it until it is connected again; looking at it in the meantime would change nothing. */
  disconnected(channelId: string, reason: string): Promise<void> {
    return this.change(channelId, async (row) => {
      if (row.status === 'disconnected') return undefined;
      const { id, teamId, botId, type } = row;
      await this.outbox.add(channelDisconnected, { teamId, data: { channelId: id, botId, type, reason } });
      return { ...row, status: 'disconnected', statusReason: reason, nextProbeAt: null };
    });
  }

  private async tellConnected({ id, teamId, botId, type }: ChannelRow): Promise<void> {
    await this.outbox.add(channelConnected, { teamId, data: { channelId: id, botId, type } });
    await this.jobs.enqueue(wakeChannel, { channelId: id });
  }

  private async change(channelId: string, next: (row: ChannelRow) => Promise<ChannelRow | undefined>): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.queries.lock(channelId);
      const changed = row && (await next(row));
      if (!changed) return;
      await this.queries.update({ ...changed, updatedAt: this.clock.now() });
      this.notices.publish(channelChanged, { channelId });
    });
  }
}

/** What was not asked for is not different. */
function isSame(identity: BotIdentity | undefined, known: BotIdentity | null): boolean {
  if (identity === undefined) return true;
  return (['id', 'username', 'name', 'teamName'] as const).every((key) => identity[key] === known?.[key]);
}
