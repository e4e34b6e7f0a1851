/** For database specs: channels, as several processes would have them, over chats that echo and platforms that are scripted. */
import type { BotLookup, BotsService } from '#domain/bots';
import type { Config } from '#infra/config';
import type { Database } from '#infra/database';
import type { DomainEvent } from '#infra/events';
import { AddressGuard } from '#infra/http-client';
import { Sealer } from '#infra/secrets';
import { type Actor, newId } from '#kernel';
import type { ChannelType } from '#providers/channel-transport';
import { BudgetNotices } from '../../domain/budgets/budget-notices.service';
import { BudgetsQueries } from '../../domain/budgets/budgets.queries';
import { ChannelAccounts } from '../../domain/channels/channel-accounts';
import { ChannelAddresses } from '../../domain/channels/channel-addresses';
import { ChannelSecrets } from '../../domain/channels/channel-secrets';
import { ChannelSetups } from '../../domain/channels/channel-setups';
import { ChannelStates } from '../../domain/channels/channel-states.service';
import { ChannelUpkeep } from '../../domain/channels/channel-upkeep.service';
import { ChannelsQueries } from '../../domain/channels/channels.queries';
import { Channels } from '../../domain/channels/channels.service';
import { ChannelConnecting } from '../../domain/channels/connecting/channel-connecting.service';
import { BudgetApologies } from '../../domain/channels/inbound/budget-apologies';
import { ChannelInbox } from '../../domain/channels/inbound/channel-inbox.service';
import { ChannelTurns } from '../../domain/channels/inbound/channel-turns.service';
import { ChatAnswering } from '../../domain/channels/inbound/chat-answering.service';
import { SessionChoice } from '../../domain/channels/inbound/session-choice.service';
import { SessionsOfChannelsQueries } from '../../domain/channels/inbound/sessions.queries';
import { UpdatesQueries } from '../../domain/channels/inbound/updates.queries';
import { WebhookAnswers } from '../../domain/channels/inbound/webhook-answers.service';
import { LaneRuns } from '../../domain/channels/lanes/lane-runs';
import { LanesQueries } from '../../domain/channels/lanes/lanes.queries';
import { ChannelDeliveries } from '../../domain/channels/outbound/channel-deliveries.service';
import { DeliveriesQueries } from '../../domain/channels/outbound/deliveries.queries';
import { MessageSending } from '../../domain/channels/outbound/message-sending.service';
import { MessagesQueries } from '../../domain/channels/outbound/messages.queries';
import { OutboundIntake } from '../../domain/channels/outbound/outbound-intake';
import { SendFailures } from '../../domain/channels/outbound/send-failures.service';
import { auditLogOn } from '../audit';
import { type ChatProcess, type EchoingChats, openEchoingChats } from '../chats';
import { linkedNotices } from '../linked-notices';
import { RecordingOutbox } from '../recording-outbox';
import { DueJobs } from './due-jobs';
import { ScriptedTransports, type Written } from './scripted-transport';

const NEVER = new AbortController().signal;
const CREDENTIALS = { bot_token: '1:token', signing_secret: 'sesame', public_key: 'ab', access_token: 'x' };

export interface OpenedChannel {
  id: string;
  secret: string;
  type: ChannelType;
}

interface ProcessOptions {
  isLive?: boolean;
  chats?: Pick<ChatProcess, 'turns'>;
  /** Of the process; that of all others unless given. */
  database?: Database;
}

export type ChannelProcess = ReturnType<ChannelsUnderTest['process']>;

export class ChannelsUnderTest {
  readonly transports = new ScriptedTransports();
  readonly outbox = new RecordingOutbox();
  readonly jobs: DueJobs;
  /** What most tests need. */
  readonly first: ChannelProcess;
  private readonly guard = new AddressGuard({ allowsPrivateAddresses: true });
  private readonly nextNotices: ReturnType<typeof linkedNotices>;
  private heard = new Set<string>();

  private constructor(readonly chats: EchoingChats) {
    this.jobs = new DueJobs(chats.clock);
    this.nextNotices = linkedNotices(chats.db.database);
    this.first = this.process();
  }

  static async open(): Promise<ChannelsUnderTest> {
    return new ChannelsUnderTest(await openEchoingChats());
  }

  get actor(): Actor {
    return this.chats.actor;
  }

  async close(): Promise<void> {
    await this.guard.onApplicationShutdown();
    await this.chats.db.close();
  }

  async forgetAll(): Promise<void> {
    await this.chats.forgetAll();
    this.transports.forget();
    this.outbox.events.length = 0;
    this.jobs.lose();
    this.heard = new Set();
  }

  /** The services of one process. */
  process({ isLive = true, chats = this.chats, database = this.chats.db.database }: ProcessOptions = {}) {
    const { jobs, outbox, transports, guard } = this;
    const { clock, bot } = this.chats;
    const http = { publicUrl: 'https://bots.example', port: 3000 };
    const config = { channels: { isLive }, http } as Config;
    const bots = { get: async () => bot } as unknown as BotsService & BotLookup;
    const [notices, secrets] = [this.nextNotices(), new ChannelSecrets(new Sealer(Buffer.alloc(32, 'key')))];
    const queries = new ChannelsQueries(database);
    const [updates, messages] = [new UpdatesQueries(database), new MessagesQueries(database)];
    const [lanesQueries, sessions] = [new LanesQueries(database), new SessionsOfChannelsQueries(database)];
    const lanes = new LaneRuns(lanesQueries, clock);
    const accounts = new ChannelAccounts(queries, secrets, transports, notices, clock);
    const states = new ChannelStates(queries, database, outbox, notices, jobs, clock);
    const addresses = new ChannelAddresses(config);
    const connecting = new ChannelConnecting(queries, accounts, states, addresses, jobs, clock, config);
    const setups = new ChannelSetups(transports, secrets, guard);
    const channels = new Channels(
      queries,
      bots,
      setups,
      states,
      connecting,
      addresses,
      database,
      notices,
      clock,
      auditLogOn(database, clock),
    );
    const apologies = new BudgetApologies(new BudgetNotices(new BudgetsQueries(database), clock), config);
    const turns = new ChannelTurns(bots, chats.turns, apologies, config);
    const choice = new SessionChoice(sessions);
    const answering = new ChatAnswering(updates, accounts, turns, choice, lanes, jobs, clock);
    const webhooks = new WebhookAnswers(updates, answering, clock);
    const failures = new SendFailures(messages, queries, states, clock);
    return {
      channels,
      connecting,
      answering,
      inbox: new ChannelInbox(accounts, states, queries, updates, webhooks, jobs, clock),
      intake: new OutboundIntake(messages, jobs, clock, config),
      sending: new MessageSending(messages, accounts, failures, lanes, jobs, clock, config),
      deliveries: new ChannelDeliveries(channels, new DeliveriesQueries(database), jobs, clock, config),
      upkeep: new ChannelUpkeep(updates, messages, lanesQueries, sessions, jobs, clock),
    };
  }

  /** A channel of the bot, not yet connected. */
  async channel(type: ChannelType = 'telegram', config: object = {}, process = this.first): Promise<OpenedChannel> {
    const input = { type, config: { ...CREDENTIALS, ...config } };
    const { channel, webhookSecret } = await process.channels.create(this.actor, this.chats.bot.id, input);
    return { id: channel.id, secret: webhookSecret, type };
  }

  /** What the platform calls with. */
  call({ id, secret }: OpenedChannel, body: unknown, process = this.first) {
    const headers = { 'x-secret': secret };
    const receivedAt = this.chats.clock.now();
    return process.inbox.receive(id, { headers, body, rawBody: Buffer.from(''), query: {}, receivedAt });
  }

  write(channel: OpenedChannel, written: Written, process = this.first) {
    return this.call(channel, { kind: 'written', written }, process);
  }

  /** Tells a process what chats have told of, as the fan-out does. */
  async fanOut(process = this.first): Promise<void> {
    const events = await this.chats.db.database.query<DomainEvent>(
      `select id, name, team_id as "teamId", data, occurred_at as "occurredAt" from outbox
       where name in ('message.sent', 'message.agent-replied') order by id`,
    );
    const news = events.filter(({ id }) => !this.heard.has(id));
    await process.intake.consumeAll(news);
    for (const { id } of news) this.heard.add(id);
  }

  /** Does what is due and what comes of that. */
  async work(process = this.first): Promise<void> {
    for (;;) {
      await this.fanOut(process);
      const due = this.jobs.take();
      if (due.length === 0) return;
      for (const { name, payload } of due) await runJob(process, name, payload);
    }
  }

  /** What the bot and the user have said, in the order of time, conversation by conversation. */
  async said(): Promise<string[]> {
    const rows = await this.chats.db.database.query<{ content: string }>(
      `select m.content from message m join conversation c on c.id = m.conversation_id
       where m.state = 'complete' order by c.id, m.position`,
    );
    return rows.map(({ content }) => content);
  }

  updates() {
    return this.chats.db.database.query<{ key: string; state: string; reason: string | null; attempts: number }>(
      'select key, state, reason, attempts from channel_update order by id',
    );
  }

  async log(channel: OpenedChannel) {
    const { items } = await this.first.deliveries.list(this.actor, channel.id, { page: 1, limit: 100 });
    return items.reverse();
  }

  /** What was said in a conversation by a person of the team. */
  async agentSays(channel: OpenedChannel, text: string): Promise<void> {
    const { database } = this.chats.db;
    const [conversation] = await database.query<{ id: string }>('select id from conversation where channel_id = $1', [
      channel.id,
    ]);
    const id = newId();
    await database.query(
      `insert into message (id, conversation_id, position, role, state, content, principal, created_at)
       select $1, $2, max(position) + 1, 'agent', 'complete', $3, 'user:1', $4 from message where conversation_id = $2`,
      [id, conversation?.id, text, this.chats.clock.now()],
    );
    const data = { channelId: channel.id, conversationId: conversation?.id, messageId: id };
    await this.first.intake.consumeAll([
      { id: newId(), name: 'message.agent-replied', teamId: this.actor.teamId, occurredAt: new Date(), data },
    ]);
  }
}

async function runJob(process: ChannelProcess, name: string, payload: Record<string, string>): Promise<void> {
  const { channelId = '', chatId = '', conversationId = '' } = payload;
  switch (name) {
    case 'channels.answer-chat':
      return process.answering.answer(channelId, chatId, NEVER);
    case 'channels.send-messages':
      return process.sending.send(channelId, conversationId, NEVER);
    case 'channels.connect-channel':
      return process.connecting.probe(channelId, NEVER);
    case 'channels.wake-channel':
      return process.upkeep.wake(channelId);
    default:
      throw new Error(`No test knows the job ${name}.`);
  }
}
