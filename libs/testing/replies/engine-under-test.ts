import type { Personalities } from '#domain/bots';
import type { TurnContext, TurnContexts, TurnToRead } from '#domain/context';
import type { BackEnd, BackEnds, TurnToAnswer } from '#domain/integrations';
import type { ActiveBases, FoundPassage, KnowledgeBase, PassageSearch, SearchShortfall } from '#domain/knowledge';
import type { LlmChoice, ReadyModels, ReadyReranker, SpeakingModel } from '#domain/models';
import { type BotPlugins, type InstalledPlugins, NO_PLUGINS } from '#domain/plugins';
import type { Question, Questions } from '#domain/questions';
import { collectReply, ReplyEngine, type ReplyEvent, type ReplyRequest } from '#domain/replies';
import type { IntentReading, Intents } from '#domain/training';
import { type LlmModel, LlmRegistry } from '#providers/llm';
import { ExtractiveModel } from '../../domain/replies/extractive/extractive-model';
import { FreeSpeech } from '../../domain/replies/pipeline/free-speech.service';
import { GroundedAnswers } from '../../domain/replies/pipeline/grounded-answers.service';
import { IntegratedAnswers } from '../../domain/replies/pipeline/integrated-answers.service';
import { Retrieval } from '../../domain/replies/pipeline/retrieval.service';
import { Speakers } from '../../domain/replies/pipeline/speakers.service';
import { SurroundingsReader } from '../../domain/replies/pipeline/surroundings.service';
import { ManualClock } from '../manual-clock';

const BASE = { id: 'base', name: 'Help', settings: { relevanceThreshold: 0.5, maxResults: 5 } } as KnowledgeBase;

export function passageOf(id: string, title: string, body: string, changes: Partial<FoundPassage> = {}): FoundPassage {
  const place = { documentId: id, baseId: BASE.id, position: 0, section: null, tags: [], sourceType: 'item' };
  return { id, title, body, ...place, language: 'en', score: 0.97, ...changes };
}

export function questionOf(id: string, phrasing: string, changes: Partial<Question> = {}): Question {
  const rest = { name: id, tags: [], metadata: {}, createdAt: new Date(0), updatedAt: new Date(0) };
  const answered = { phrasings: [phrasing], answer: 'Paris', llmReply: true, relatedPrompts: [] };
  return { id, teamId: 'team', baseId: BASE.id, ...rest, ...answered, ...changes };
}

/** Of an answer, in the index. */
const INDEXED_CHARS = 20;

/** As the search finds a question: one passage for each phrasing, with the beginning of the answer. */
export function passagesOf({ id, phrasings, answer }: Question): FoundPassage[] {
  return phrasings.map((phrasing, position) =>
    passageOf(`${id}:${position}`, phrasing, answer.slice(0, INDEXED_CHARS), {
      documentId: id,
      position,
      sourceType: 'question',
    }),
  );
}

/** The reply engine over what a test says is found, and over models that it registers; the first one is the default. */
export class EngineUnderTest {
  found: FoundPassage[] = [];
  questions: Question[] = [];
  shortfalls: SearchShortfall[] = [];
  bases: KnowledgeBase[] = [BASE];
  reranker: ReadyReranker | undefined;
  plugins: InstalledPlugins = NO_PLUGINS;
  /** What the bot's trained model makes of every message. */
  intent: IntentReading | undefined;
  /** What is known of the end user, or what reading it throws. */
  context: Partial<TurnContext> | Error = {};
  /** The modifier of the default personality. */
  manner: string | undefined;
  /** Who answers instead of the engine, in the order in which they are asked. */
  backEnds: readonly BackEnd[] | undefined;
  /** Turns for which that was asked. */
  readonly backEndTurns: TurnToAnswer[] = [];
  /** What was asked of the context. */
  readonly contextsRead: TurnToRead[] = [];
  /** The words that were searched for. */
  readonly searched: string[] = [];
  prices: Pick<SpeakingModel, 'inputPrice' | 'outputPrice'> = { inputPrice: null, outputPrice: null };
  readonly engine: ReplyEngine;
  private readonly registry = new LlmRegistry();

  constructor(private readonly models: readonly LlmModel[] = []) {
    this.registry.register(new ExtractiveModel());
    for (const model of models) this.registry.register(model);
    const ready = {
      speakers: async (_teamId: string, choice: LlmChoice) => this.speakersOf(choice),
      reranker: async () => this.reranker,
    } as unknown as ReadyModels;
    const search = {
      find: async ({ query }: { query: string }) => {
        this.searched.push(query);
        return { passages: this.foundBy(query), shortfalls: this.shortfalls, embeddingTokens: 0 };
      },
    } as unknown as PassageSearch;
    const questions = {
      find: async (_teamId: string, ids: readonly string[]) =>
        new Map(this.questions.filter(({ id }) => ids.includes(id)).map((question) => [question.id, question])),
    } as unknown as Questions;
    const clock = new ManualClock();
    const retrieval = new Retrieval({ of: async () => this.bases } as unknown as ActiveBases, search);
    const speakers = new Speakers(ready, this.registry);
    const freeSpeech = new FreeSpeech(speakers);
    const answers = new GroundedAnswers(questions, speakers, freeSpeech);
    const surroundings = this.surroundings(clock);
    const backEnds = { of: async (turn: TurnToAnswer) => this.backEndsOf(turn) } as unknown as BackEnds;
    const integrated = new IntegratedAnswers(clock);
    this.engine = new ReplyEngine(
      ...([surroundings, backEnds, integrated, retrieval, ready, speakers, answers, freeSpeech, clock] as const),
    );
  }

  /** What a search finds; tests may make it depend on the words. */
  foundBy: (query: string) => FoundPassage[] = () => this.found;

  /** Finds it, and knows its answer. */
  knows(question: Question): void {
    this.questions.push(question);
    this.found.push(...passagesOf(question));
  }

  events(message: string, changes: Partial<ReplyRequest> = {}): Promise<ReplyEvent[]> {
    return Array.fromAsync(this.engine.reply(requestOf(message, changes)));
  }

  reply(message: string, changes: Partial<ReplyRequest> = {}) {
    return collectReply(this.engine.reply(requestOf(message, changes)));
  }

  private backEndsOf(turn: TurnToAnswer): readonly BackEnd[] | undefined {
    this.backEndTurns.push(turn);
    return this.backEnds;
  }

  private surroundings(clock: ManualClock): SurroundingsReader {
    const plugins = { of: async () => this.plugins } as unknown as BotPlugins;
    const contexts = {
      read: async (turn: TurnToRead) => {
        this.contextsRead.push(turn);
        if (this.context instanceof Error) throw this.context;
        return { ...nothingKnown(turn.text), ...this.context };
      },
    } as unknown as TurnContexts;
    const intents = { read: async () => this.intent } as unknown as Intents;
    const personalities = { defaultModifierOf: async () => this.manner } as unknown as Personalities;
    return new SurroundingsReader(plugins, contexts, intents, personalities, clock);
  }

  /** Ids are places in the list of models, from 1. */
  private speakersOf({ modelId = 1, model, fallbackModelIds = [] }: LlmChoice): SpeakingModel[] {
    const named = model === undefined ? undefined : this.registry.find(model);
    const chain = [modelId, ...fallbackModelIds].flatMap((id) => (this.models[id - 1] ? [this.speaking(id)] : []));
    if (named) return [{ ...SILENT_LIMITS, id: null, model: named }];
    return chain.length > 0 ? chain : [{ ...SILENT_LIMITS, id: null, model: this.registry.resolve() }];
  }

  private speaking(id: number): SpeakingModel {
    return { ...SILENT_LIMITS, ...this.prices, id, model: this.models[id - 1] as LlmModel };
  }
}

function nothingKnown(resolvedText: string): TurnContext {
  return { resolvedText, references: [], entities: [], topics: [], known: {}, prompt: undefined };
}

const SILENT_LIMITS = { contextTokens: null, inputPrice: null, outputPrice: null };

function requestOf(message: string, changes: Partial<ReplyRequest>): ReplyRequest {
  return { teamId: 'team', botId: 'bot', configuration: {}, message, history: [], ...changes };
}
