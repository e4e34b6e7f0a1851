import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { Clock, isUuid, SECOND_MS } from '#kernel';
import { type ChannelAccount, type ChannelTransport, ChannelTransports } from '#providers/channel-transport';
import { BASE_URL } from './channel-input';
import { ChannelSecrets } from './channel-secrets';
import { channelChanged } from './channels.notices';
import { type ChannelRow, ChannelsQueries } from './channels.queries';

/** A channel, ready to be spoken through. */
export interface ReadyChannel {
  row: Readonly<ChannelRow>;
  account: ChannelAccount;
  transport: ChannelTransport;
}

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 5_000, maxMissing: 1_000 };

/** Channels for whoever speaks through them. Anybody may call the address of a channel: guesses cost no database. */
@Injectable()
export class ChannelAccounts {
  private readonly cache: LookupCache<ReadyChannel>;

  constructor(
    private readonly queries: ChannelsQueries,
    private readonly secrets: ChannelSecrets,
    private readonly transports: ChannelTransports,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(channelChanged, ({ channelId }) => this.cache.forgetKey(channelId));
    notices.onGap(() => this.cache.clear());
  }

  /** As it was some seconds ago at most. */
  async find(channelId: string): Promise<ReadyChannel | undefined> {
    return isUuid(channelId) ? this.cache.get(channelId, () => this.read(channelId)) : undefined;
  }

  /** As it is now. */
  async read(channelId: string): Promise<ReadyChannel | undefined> {
    const row = await this.queries.find(channelId);
    return row && this.readyOf(row);
  }

  readyOf(row: ChannelRow): ReadyChannel {
    const { [BASE_URL]: baseUrl, ...config } = row.config;
    const account: ChannelAccount = {
      credentials: { ...config, ...this.secrets.openCredentials(row.id, row.credentials) },
      webhookSecret: this.secrets.openWebhookSecret(row.id, row.webhookSecret),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(row.identity === null ? {} : { identity: row.identity }),
    };
    return { row, account, transport: this.transports.of(row.type) };
  }
}
