/**
 * Slack, by its Web API through Slack's own client and by the Events API (docs.slack.dev, November 2026). Calls are signed
 * with the app's signing secret.
 */
import type { WebClient } from '@slack/web-api';
import type { AddressGuard } from '#infra/http-client';
import type {
  BotIdentity,
  CallLimits,
  ChannelAccount,
  ChannelTransport,
  Destination,
  Inbound,
  InboundRequest,
  OutboundMessage,
  PreparedPart,
} from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { credentialOf, isFresh, isHmac } from '../../inbound-proof';
import { present } from '../../payload';
import { slackMrkdwn } from '../../rich-text/flavours';
import { prepareParts } from '../../rich-text/prepare-parts';
import { callPlatform } from '../platform-call';
import { inboundOf } from './slack-events';
import { slackRefusalOf } from './slack-refusals';

/**
 * Of `text` in chat.postMessage: Slack takes 40,000 and then cuts, but asks for 4,000 and shows longer ones folded. Blocks are
 * not used: a section takes 3,000 and notifications and search read `text` alone.
 */
const MAX_TEXT_CHARS = 4_000;

const noLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => 'error' as never,
  setName: () => {},
};

export class SlackTransport implements ChannelTransport {
  readonly type = 'slack';
  readonly requiredCredentials = ['bot_token', 'signing_secret'] as const;
  readonly optionalCredentials = [] as const;

  constructor(
    private readonly guard: AddressGuard,
    private readonly apiUrl: string,
  ) {}

  async receive(account: ChannelAccount, { headers, rawBody, body, receivedAt }: InboundRequest): Promise<Inbound> {
    const secret = credentialOf(account.credentials, 'signing_secret');
    const timestamp = headers['x-slack-request-timestamp'];
    const signature = /^v0=(.+)$/.exec(headers['x-slack-signature'] ?? '')?.[1];
    if (!isFresh(timestamp, receivedAt) || !isHmac(signature, secret, `v0:${timestamp}:`, rawBody)) {
      throw channelTransportErrors.signature_invalid();
    }
    return inboundOf(body, account);
  }

  prepare(message: OutboundMessage): PreparedPart[] {
    return prepareParts(message, { flavour: slackMrkdwn, maxChars: MAX_TEXT_CHARS });
  }

  async send(account: ChannelAccount, part: PreparedPart, limits?: CallLimits): Promise<{ platformMessageId: string }> {
    const { ts } = await this.call(account, limits, (client) =>
      client.chat.postMessage({
        channel: part.chatId,
        text: part.text,
        mrkdwn: true,
        unfurl_links: false,
        unfurl_media: false,
        ...present({ thread_ts: part.threadId }),
      }),
    );
    return { platformMessageId: ts ?? '' };
  }

  /** Bots of the Events API have no sign for it: `assistant.threads.setStatus` is for assistants alone. */
  async typing(_account: ChannelAccount, _to: Destination, limits?: CallLimits): Promise<void> {
    limits?.signal?.throwIfAborted();
  }

  /** Where events go is set by people, in the app's own settings. */
  async connect(
    account: ChannelAccount,
    { timeoutMs, signal }: { webhookUrl: string } & CallLimits,
  ): Promise<BotIdentity> {
    credentialOf(account.credentials, 'signing_secret');
    const limits = present({ timeoutMs, signal });
    const { user_id, user, team } = await this.call(account, limits, (client) => client.auth.test());
    return { id: user_id ?? '', ...present({ username: user, name: user, teamName: team }) };
  }

  async disconnect(): Promise<void> {}

  private async call<T>(
    account: ChannelAccount,
    limits: CallLimits | undefined,
    work: (client: WebClient) => Promise<T>,
  ): Promise<T> {
    const token = credentialOf(account.credentials, 'bot_token');
    const { WebClient } = await import('@slack/web-api');
    return callPlatform(this.guard, {
      account,
      limits,
      // Every call has a client of its own, with its own way out; it keeps nothing, and repeats and waits for nothing.
      call: (fetch) =>
        work(
          new WebClient(token, {
            slackApiUrl: account.baseUrl ?? this.apiUrl,
            allowAbsoluteUrls: false,
            fetch,
            logger: noLogger,
            rejectRateLimitedCalls: true,
            retryConfig: { retries: 0 },
          }),
        ),
      meaningOf: slackRefusalOf,
    });
  }
}
