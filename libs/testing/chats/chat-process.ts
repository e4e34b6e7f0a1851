import type { Bot, BotLookup, BotsService } from '#domain/bots';
import { ContextHolder, type TurnContexts } from '#domain/context';
import { TeamPeople } from '#domain/identity';
import type { ReadyModels } from '#domain/models';
import type { BotPlugins, InstalledPlugins } from '#domain/plugins';
import { MessageSignals, type ReplyEngine, type ReplyEvent, type ReplyRequest } from '#domain/replies';
import { type Config, ShutdownGrace } from '#infra/config';
import type { Database } from '#infra/database';
import type { Outbox } from '#infra/events';
import type { Notices } from '#infra/notices';
import { type Actor, AppError, type Clock } from '#kernel';
import type { LlmModel } from '#providers/llm';
import { BudgetsQueries } from '../../domain/budgets/budgets.queries';
import { BudgetMeter } from '../../domain/budgets/metering/budget-meter.service';
import { CountersQueries } from '../../domain/budgets/metering/counters.queries';
import { TeamBudgets } from '../../domain/budgets/metering/team-budgets';
import { CompletionRecording } from '../../domain/chats/completions/completion-recording.service';
import { CompletionQueries } from '../../domain/chats/completions/completions.queries';
import { Completions } from '../../domain/chats/completions/completions.service';
import { ConversationBots } from '../../domain/chats/conversation-bots.service';
import { ConversationChanges } from '../../domain/chats/conversation-changes';
import { ConversationDeletion } from '../../domain/chats/conversation-deletion.service';
import { ConversationEndings } from '../../domain/chats/conversation-endings.service';
import { ConversationFeed } from '../../domain/chats/conversation-feed.service';
import { ConversationListQueries } from '../../domain/chats/conversation-list.queries';
import { ConversationQueries } from '../../domain/chats/conversations.queries';
import { Conversations } from '../../domain/chats/conversations.service';
import { EndingQueries } from '../../domain/chats/ending.queries';
import { Ending } from '../../domain/chats/ending.service';
import { FeedQueries } from '../../domain/chats/feed.queries';
import { FeedFollowers } from '../../domain/chats/feed-followers.service';
import { AgentQueries } from '../../domain/chats/handoff/agents.queries';
import { SupportAgents } from '../../domain/chats/handoff/agents.service';
import { Assignment } from '../../domain/chats/handoff/assignment.service';
import { ConversationLock } from '../../domain/chats/handoff/conversation-lock.service';
import { EscalationQueries } from '../../domain/chats/handoff/escalations.queries';
import { Escalations } from '../../domain/chats/handoff/escalations.service';
import { HandOffQueries } from '../../domain/chats/handoff/hand-off.queries';
import { HandOff } from '../../domain/chats/handoff/hand-off.service';
import { LastWordsReader } from '../../domain/chats/handoff/last-words.service';
import { Orphans } from '../../domain/chats/handoff/orphans.service';
import { EscalationStatisticsReader } from '../../domain/chats/handoff/statistics.service';
import { TeamFeed } from '../../domain/chats/handoff/team-feed.service';
import { EscalationUpkeep } from '../../domain/chats/handoff/upkeep.service';
import { HeldReplies } from '../../domain/chats/held-replies.service';
import { LiveTurns } from '../../domain/chats/live-turns';
import { OpenChatsQueries } from '../../domain/chats/open-chats.queries';
import { OpenChats } from '../../domain/chats/open-chats.service';
import { OpenTurnQueries } from '../../domain/chats/open-turn.queries';
import { RepeatQueries } from '../../domain/chats/repeat.queries';
import { ReplyMaking } from '../../domain/chats/reply-making.service';
import { ReplyStoring } from '../../domain/chats/reply-storing.service';
import { SaidMasking } from '../../domain/chats/said-masking.service';
import { TurnAnswering } from '../../domain/chats/turn-answering.service';
import { TurnOpening } from '../../domain/chats/turn-opening.service';
import { TurnRemembering } from '../../domain/chats/turn-remembering.service';
import { TurnRepeating } from '../../domain/chats/turn-repeating.service';
import { TurnResuming } from '../../domain/chats/turn-resuming.service';
import { TurnQueries } from '../../domain/chats/turns.queries';
import { Turns } from '../../domain/chats/turns.service';

export interface ChatSurroundings {
  database: Database;
  clock: Clock;
  config: Config;
  outbox: Outbox;
  notices: Notices;
  engine: { reply(request: ReplyRequest): AsyncIterable<ReplyEvent> };
  bots: readonly Bot[];
  /** Models of the bots that may judge messages. */
  judges: readonly LlmModel[];
  /** Of all bots. */
  plugins: InstalledPlugins;
  contexts: Pick<TurnContexts, 'remember'>;
}

/** The services of chats as one process has them. */
export function chatProcess(surroundings: ChatSurroundings) {
  const { database, clock, config, outbox, notices, engine, bots, judges, plugins, contexts } = surroundings;
  const lookup = botsWith(bots);
  const botLookup = lookup as unknown as BotLookup;
  const botsService = lookup as unknown as BotsService;
  const speakers = async () =>
    judges.map((model) => ({ id: 1, model, contextTokens: null, inputPrice: null, outputPrice: null }));
  const signals = new MessageSignals({ speakers } as unknown as ReadyModels);
  const [turnQueries, conversationQueries] = [new TurnQueries(database), new ConversationQueries(database)];
  const [escalationQueries, agentQueries] = [new EscalationQueries(database), new AgentQueries(database)];
  const handOffQueries = new HandOffQueries(database);
  const changes = new ConversationChanges(notices);
  const conversationBots = new ConversationBots(conversationQueries, clock);
  const masking = new SaidMasking({ of: async () => plugins } as unknown as BotPlugins);
  const lastWords = new LastWordsReader(conversationQueries, signals);
  const assignment = new Assignment(agentQueries, escalationQueries, changes, outbox, database, clock);
  const handOff = new HandOff(handOffQueries, escalationQueries, assignment, changes, outbox, database, clock);
  const lock = new ConversationLock(handOffQueries, escalationQueries, notices, database);
  const orphans = new Orphans(escalationQueries, lock, handOff);
  const agents = new SupportAgents(agentQueries, new TeamPeople(database), assignment, orphans, clock);
  const live = new LiveTurns(notices, turnQueries, clock);
  const teamBudgets = new TeamBudgets(new BudgetsQueries(database), notices, clock);
  const budgets = new BudgetMeter(teamBudgets, new CountersQueries(database), database, notices, clock);
  const opening = new TurnOpening(
    new OpenTurnQueries(database),
    botLookup,
    live,
    conversationBots,
    changes,
    outbox,
    budgets,
    config,
    clock,
  );
  const making = new ReplyMaking(engine as unknown as ReplyEngine, signals, lastWords, turnQueries, config, clock);
  const storing = new ReplyStoring(
    turnQueries,
    handOffQueries,
    escalationQueries,
    handOff,
    changes,
    database,
    outbox,
    budgets,
    clock,
  );
  const remembering = new TurnRemembering(contexts as unknown as TurnContexts, clock);
  const answering = new TurnAnswering(making, storing, live, turnQueries, lastWords, remembering, clock);
  const repeatQueries = new RepeatQueries(database);
  const held = new HeldReplies(repeatQueries, clock);
  const completionQueries = new CompletionQueries(database);
  const recording = new CompletionRecording(completionQueries, opening, storing, remembering, live, clock);
  const repeating = new TurnRepeating(repeatQueries, turnQueries, escalationQueries, lastWords, lock, live, clock);
  const resuming = new TurnResuming(live, turnQueries, clock);
  const grace = new ShutdownGrace({ shutdown: { graceMs: 10_000 } } as Config);
  const endings = new ConversationEndings(escalationQueries, lock, handOff, assignment, lastWords);
  const lists = new ConversationListQueries(database);
  const deletion = new ConversationDeletion(
    lists,
    lock,
    new ContextHolder(database),
    assignment,
    changes,
    notices,
    outbox,
  );
  const conversations = new Conversations(
    botsService,
    conversationQueries,
    lists,
    endings,
    deletion,
    masking,
    database,
    outbox,
    clock,
  );
  const followers = new FeedFollowers(new FeedQueries(database), changes);
  return {
    completions: new Completions(
      engine as unknown as ReplyEngine,
      masking,
      recording,
      completionQueries,
      budgets,
      clock,
    ),
    turns: new Turns(botLookup, masking, opening, answering, repeating, resuming, conversationBots, held, live, grace),
    held,
    conversations,
    feed: new ConversationFeed(conversations, conversationQueries, followers),
    ending: new Ending(new EndingQueries(database), turnQueries, database, outbox, config, clock),
    chats: new OpenChats(new OpenChatsQueries(database), botLookup, database, outbox, config, clock),
    agents,
    escalations: new Escalations(escalationQueries, lock, handOff, assignment, agents, lastWords, masking),
    statistics: new EscalationStatisticsReader(database),
    teamFeed: new TeamFeed(escalationQueries, conversationQueries, changes),
    upkeep: new EscalationUpkeep(escalationQueries, assignment, orphans, clock),
  };
}

export type ChatProcess = ReturnType<typeof chatProcess>;

function botsWith(bots: readonly Bot[]) {
  const gone = () => new AppError('bots.not_found', 'not_found', 'Gone.');
  return {
    gone,
    get: async (_actor: Actor, botId: string) => {
      const bot = bots.find(({ id }) => id === botId);
      if (!bot) throw gone();
      return bot;
    },
  };
}
