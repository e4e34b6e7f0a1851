import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#infra/config';
import { defineDeadline } from '#infra/deadlines';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock, MINUTE_MS, SECOND_MS } from '#kernel';
import { channelTransportErrors } from '#providers/channel-transport';
import { ChannelAccounts, type ReadyChannel } from '../channel-accounts';
import { ChannelAddresses } from '../channel-addresses';
import { missingCredentials } from '../channel-input';
import { countProbe } from '../channel-metrics';
import { ChannelStates } from '../channel-states.service';
import { type ChannelRow, ChannelsQueries } from '../channels.queries';
import { connectChannel } from '../jobs/connect-channel.job';
import { REVOKED, reasonOf } from '../transport-failures';

/** So often it is looked whether a channel still stands. */
export const PROBE_EVERY_MS = 5 * MINUTE_MS;
/** And so often it is tried to connect one that never was. */
const PENDING_PROBE_EVERY_MS = MINUTE_MS;
/** So that channels that were once looked at together are not for ever. */
const PROBE_SPREAD_MS = 30 * SECOND_MS;
/** A person waits for it, or a place among the jobs. */
const PROBE_TIMEOUT_MS = 10 * SECOND_MS;
/** A platform that does not answer must not keep anybody from deleting a channel. */
const FAREWELL_MS = 5 * SECOND_MS;
const PROBED_AT_ONCE = 200;

defineDeadline({
  table: 'channel',
  column: 'next_probe_at',
  where: 'next_probe_at is not null',
  longestMs: PROBE_EVERY_MS + PROBE_SPREAD_MS,
});

/**
 * Tells platforms where to call us, and finds out who we are there; the same again and again is how it is seen that a channel
 * still stands. Does nothing unless channels are live.
 */
@Injectable()
export class ChannelConnecting {
  private readonly logger = new Logger(ChannelConnecting.name);

  constructor(
    private readonly queries: ChannelsQueries,
    private readonly accounts: ChannelAccounts,
    private readonly states: ChannelStates,
    private readonly addresses: ChannelAddresses,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Has a channel connected that is new, or has new credentials. */
  async plan(channelId: string): Promise<void> {
    if (this.config.channels.isLive) await this.jobs.enqueue(connectChannel, { channelId });
  }

  /** For a plan that gets lost, and for channels of before they were live. */
  fallbackProbeAt(now: Date): Date {
    return after(now, PENDING_PROBE_EVERY_MS);
  }

  /** Has those looked at whose turn it is. One whose probe is lost gets its turn again as if it had been made. */
  async planProbes(): Promise<void> {
    if (!this.config.channels.isLive) return;
    for (;;) {
      const now = this.clock.now();
      const [pendingAt, connectedAt] = [after(now, PENDING_PROBE_EVERY_MS), after(now, PROBE_EVERY_MS)];
      const limits = { spreadMs: PROBE_SPREAD_MS, limit: PROBED_AT_ONCE };
      const ids = await this.queries.claimProbes({ now, pendingAt, connectedAt, ...limits });
      await this.jobs.enqueueAll(
        connectChannel,
        ids.map((channelId) => ({ channelId })),
      );
      if (ids.length < PROBED_AT_ONCE) return;
    }
  }

  /** One that is disconnected is left alone: its owner wished so, or has to mend it. */
  async probe(channelId: string, signal?: AbortSignal): Promise<void> {
    const ready = await this.accounts.read(channelId);
    if (ready && ready.row.status !== 'disconnected') await this.connect(ready, signal);
  }

  /** Whatever it is by now: its owner wishes it. Where platforms are not called, that is all there is to it. */
  async reconnect(channelId: string): Promise<void> {
    const nextProbeAt = after(this.clock.now(), PROBE_EVERY_MS);
    if (!this.config.channels.isLive) return this.states.connected(channelId, { nextProbeAt });
    const ready = await this.accounts.read(channelId);
    if (ready) await this.connect(ready);
  }

  /** What a platform makes of it is not told; it would call an address that answers 404. */
  async takeLeave(row: ChannelRow): Promise<void> {
    if (!this.config.channels.isLive) return;
    const { transport, account } = this.accounts.readyOf(row);
    await transport.disconnect(account, { timeoutMs: FAREWELL_MS });
  }

  private async connect(ready: ReadyChannel, signal?: AbortSignal): Promise<void> {
    const { row, account, transport } = ready;
    try {
      if (missingCredentials(transport, account.credentials).length > 0) throw channelTransportErrors.not_configured();
      const webhookUrl = this.addresses.inboundUrl(row);
      const limits = { timeoutMs: PROBE_TIMEOUT_MS, ...(signal ? { signal } : {}) };
      const identity = await transport.connect(account, { webhookUrl, ...limits });
      const nextProbeAt = after(this.clock.now(), PROBE_EVERY_MS);
      await this.states.connected(row.id, { identity, nextProbeAt });
      countProbe(row.type, 'connected');
    } catch (error) {
      signal?.throwIfAborted();
      await this.failed(ready, error);
    }
  }

  /** What may pass changes nothing but what is shown; it is looked again. */
  private async failed({ row: { id, type } }: ReadyChannel, error: unknown): Promise<void> {
    if (!(error instanceof AppError)) throw error;
    countProbe(type, reasonOf(error));
    this.logger.warn({ message: 'A channel could not be connected.', channelId: id, type, code: error.code });
    await this.queries.noteError(id, error.message);
    if (error.code === REVOKED) await this.states.disconnected(id, error.message);
  }
}
