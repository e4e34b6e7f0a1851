/**
 * Discord, by interactions over HTTP and the REST API, version 10 (docs.discord.com/developers, November 2026), through
 * @discordjs/rest. Interactions are signed with a key whose public half the application shows. An interaction is answered at
 * once by "deferred" (type 5) and then through its own webhook, which needs no token and lives for 15 minutes; whatever else
 * is said goes to the channel by the bot's token.
 */
import { createHash } from 'node:crypto';
import type { AddressGuard } from '#infra/http-client';
import { AppError, type Clock } from '#kernel';
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
import { credentialOf, isEd25519, isFresh } from '../../inbound-proof';
import { idAt, present, textAt } from '../../payload';
import { discordMarkdown } from '../../rich-text/flavours';
import { prepareParts } from '../../rich-text/prepare-parts';
import { callPlatform, refusalError } from '../platform-call';
import { INTERACTION_LIFETIME_MS, inboundOf } from './discord-interactions';
import { discordRefusalOf, isInteractionOver, isInteractionUnknown } from './discord-refusals';

/** Of `content` ("Create Message"). */
const MAX_CONTENT_CHARS = 2_000;
/** Of `nonce`; with `enforce_nonce` a message that was sent with it in the last minutes is not sent again. */
const MAX_NONCE_CHARS = 25;
/** SUPPRESS_EMBEDS: citations would each unfold into a picture. */
const NO_EMBEDS = 4;
const SNOWFLAKE = /^\d{1,20}$/;
const INTERACTION_TOKEN = /^[\w.=-]+$/;
/** Discord waits 3 s for a deferred answer; its webhook is there by then or never. */
const OPENING_MS = 5_000;
const OPENING_PAUSE_MS = 500;

type Route = `/${string}`;

const loadLibrary = () => import('@discordjs/rest');
type REST = InstanceType<Awaited<ReturnType<typeof loadLibrary>>['REST']>;

export class DiscordTransport implements ChannelTransport {
  readonly type = 'discord';
  readonly requiredCredentials = ['bot_token', 'public_key'] as const;
  readonly optionalCredentials = ['application_id'] as const;

  constructor(
    private readonly guard: AddressGuard,
    private readonly apiUrl: string,
    private readonly clock: Clock,
  ) {}

  async receive(account: ChannelAccount, { headers, rawBody, body, receivedAt }: InboundRequest): Promise<Inbound> {
    const timestamp = headers['x-signature-timestamp'];
    const signature = headers['x-signature-ed25519'];
    const signed = Buffer.concat([Buffer.from(timestamp ?? ''), rawBody]);
    const isOurs = isEd25519(signature, credentialOf(account.credentials, 'public_key'), signed);
    if (!isOurs || !isFresh(timestamp, receivedAt)) throw channelTransportErrors.signature_invalid();
    return inboundOf(body, receivedAt);
  }

  prepare(message: OutboundMessage): PreparedPart[] {
    return prepareParts(message, { flavour: discordMarkdown, maxChars: MAX_CONTENT_CHARS });
  }

  /** To the channel when the interaction has ended meanwhile. */
  async send(account: ChannelAccount, part: PreparedPart, limits?: CallLimits): Promise<{ platformMessageId: string }> {
    const message = await this.call(account, limits, async (rest) => {
      const answer = this.interactionOf(part);
      if (answer === undefined) return this.sendToChannel(rest, part);
      try {
        return await this.answerInteraction(rest, answer, part);
      } catch (error) {
        if (!isInteractionOver(error)) throw error;
        if (answer.isYoung && isInteractionUnknown(error)) throw notOpenYet();
        return this.sendToChannel(rest, part);
      }
    });
    return { platformMessageId: idAt(message, 'id') ?? '' };
  }

  /** A deferred answer shows by itself that it is being written. */
  async typing(account: ChannelAccount, to: Destination, limits?: CallLimits): Promise<void> {
    if (this.interactionOf(to) !== undefined) return;
    const asked = this.call(account, limits, (rest) => rest.post(`${channelRoute(to)}/typing`));
    await asked.catch(() => limits?.signal?.throwIfAborted());
  }

  /** Where interactions go is set by people, in the application's own settings. */
  async connect(
    account: ChannelAccount,
    { timeoutMs, signal }: { webhookUrl: string } & CallLimits,
  ): Promise<BotIdentity> {
    credentialOf(account.credentials, 'public_key');
    const me = await this.call(account, present({ timeoutMs, signal }), (rest) => rest.get('/users/@me'));
    return {
      id: idAt(me, 'id') ?? '',
      ...present({ username: textAt(me, 'username'), name: textAt(me, 'global_name') }),
    };
  }

  async disconnect(): Promise<void> {}

  private answerInteraction(rest: REST, { applicationId, token }: Interaction, part: PreparedPart): Promise<unknown> {
    const route: Route = `/webhooks/${applicationId}/${token}`;
    const options = { auth: false, body: bodyOf(part) };
    return part.position === 0
      ? rest.patch(`${route}/messages/@original`, options)
      : rest.post(route, { ...options, query: new URLSearchParams({ wait: 'true' }) });
  }

  private sendToChannel(rest: REST, part: PreparedPart): Promise<unknown> {
    const nonce = part.id === undefined ? {} : { nonce: nonceOf(part.id, part.position), enforce_nonce: true };
    return rest.post(`${channelRoute(part)}/messages`, { body: { ...bodyOf(part), ...nonce } });
  }

  private interactionOf({ replyTo }: Destination): Interaction | undefined {
    const leftMs = Number(replyTo?.expiresAtMs) - this.clock.nowMs();
    if (replyTo === undefined || !(leftMs > 0)) return undefined;
    const { applicationId = '', token = '' } = replyTo;
    if (!SNOWFLAKE.test(applicationId) || !INTERACTION_TOKEN.test(token)) return undefined;
    return { applicationId, token, isYoung: leftMs > INTERACTION_LIFETIME_MS - OPENING_MS };
  }

  private async call<T>(
    account: ChannelAccount,
    limits: CallLimits | undefined,
    work: (rest: REST) => Promise<T>,
  ): Promise<T> {
    const token = credentialOf(account.credentials, 'bot_token');
    if (!/^[\x21-\x7e]+$/.test(token))
      throw refusalError({ reason: 'revoked', words: 'The token is not in the form of one.' }, []);
    const { REST } = await loadLibrary();
    return callPlatform(this.guard, {
      account,
      limits,
      // Every call has a client of its own, with its own way out; it remembers no limits, and repeats and waits for nothing.
      call: (fetch) =>
        work(
          new REST({
            api: (account.baseUrl ?? this.apiUrl).replace(/\/+$/, ''),
            makeRequest: (url, init) => fetch(url, init) as never,
            retries: 0,
            hashSweepInterval: 0,
            handlerSweepInterval: 0,
          }).setToken(token),
        ),
      meaningOf: discordRefusalOf,
    });
  }
}

interface Interaction {
  applicationId: string;
  token: string;
  /** Its webhook may not be open yet. */
  isYoung: boolean;
}

function notOpenYet(): AppError {
  return channelTransportErrors.unavailable({
    message: 'Discord has not opened the interaction yet.',
    retryAfterMs: OPENING_PAUSE_MS,
  });
}

/** A thread is a channel of its own. */
function channelRoute({ chatId, threadId }: Destination): Route {
  const id = threadId ?? chatId;
  if (!SNOWFLAKE.test(id)) throw noSuchChannel();
  return `/channels/${id}`;
}

function noSuchChannel(): AppError {
  return channelTransportErrors.chat_gone({ message: 'The channel has no id of Discord.' });
}

/** Nobody is called by what a bot says. */
function bodyOf({ text }: PreparedPart): object {
  return { content: text, allowed_mentions: { parse: [] }, flags: NO_EMBEDS };
}

function nonceOf(id: string, position: number): string {
  return createHash('sha256').update(`${id}:${position}`).digest('base64url').slice(0, MAX_NONCE_CHARS);
}
