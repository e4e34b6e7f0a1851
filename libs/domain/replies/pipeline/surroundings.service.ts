/**
 * What a message stands in: the plugins of its bot, what is known of the end user, what the bot's trained model reads in it, and
 * how the bot speaks. All of it is remembered or read beside the search, and none of it can make a turn fail: what cannot be
 * read is missing.
 */
import { Injectable, Logger } from '@nestjs/common';
import { Personalities } from '#domain/bots';
import { type TurnContext, TurnContexts } from '#domain/context';
import { BotPlugins, type InstalledPlugins, NO_PLUGINS, type PluginRun, type PluginTurn } from '#domain/plugins';
import { type IntentReading, Intents } from '#domain/training';
import { Clock } from '#kernel';
import type { Reply, ReplyContext, ReplyRequest } from '../replies.types';
import { replyIntent } from './intended-answer';
import { maskedRequest } from './masking';
import { ReplyLog } from './reply-log';
import { Toolbox } from './toolbox';

export interface Surroundings {
  /** As redactors and pre-processing plugins have left it. */
  request: ReplyRequest;
  plugins: InstalledPlugins;
  /** As plugins are told it. */
  pluginTurn: PluginTurn;
  /** What plugins have done so far. */
  runs: PluginRun[];
  /** None of these rejects. */
  context: Promise<TurnContext | undefined>;
  intent: Promise<IntentReading | undefined>;
  manner: Promise<string | undefined>;
  /** When somebody wants to know how the reply came about. */
  log?: ReplyLog;
  /** What models may call; one for the whole turn, made when the first model asks for it. Undefined when there is nothing. */
  toolbox(): Promise<Toolbox | undefined>;
}

type PluginWork = Pick<Surroundings, 'plugins' | 'pluginTurn' | 'runs'>;

@Injectable()
export class SurroundingsReader {
  private readonly logger = new Logger(SurroundingsReader.name);

  constructor(
    private readonly botPlugins: BotPlugins,
    private readonly contexts: TurnContexts,
    private readonly intents: Intents,
    private readonly personalities: Personalities,
    private readonly clock: Clock,
  ) {}

  async of(given: ReplyRequest): Promise<Surroundings> {
    const { teamId, botId, isTrial } = given;
    const plugins = isTrial ? NO_PLUGINS : await this.botPlugins.of(teamId, botId);
    const pluginTurn = pluginTurnOf(given);
    const work: PluginWork = { plugins, pluginTurn, runs: [] };
    const request = plugins.isEmpty ? given : await preProcessed(given, work);
    let toolbox: Promise<Toolbox | undefined> | undefined;
    return {
      ...work,
      request,
      ...(given.explain ? { log: new ReplyLog() } : {}),
      toolbox: () => {
        toolbox ??= this.toolboxOf(work, request.signal);
        return toolbox;
      },
      context: this.orNothing('context', this.contextOf(request)),
      intent: this.orNothing('intent', this.intents.read(teamId, botId, request.message)),
      manner: this.orNothing('personality', this.personalities.defaultModifierOf(teamId, botId)),
    };
  }

  private async contextOf(request: ReplyRequest): Promise<TurnContext | undefined> {
    const { teamId, botId, endUser, configuration, message: text, history, at, signal } = request;
    if (endUser === undefined || configuration.userContext?.isUsed === false) return undefined;
    const turn = { teamId, botId, userRef: endUser.userRef, text, history, at: at ?? this.clock.now() };
    return this.contexts.read(signal ? { ...turn, signal } : turn);
  }

  private async toolboxOf(
    { plugins, pluginTurn, runs }: PluginWork,
    signal?: AbortSignal,
  ): Promise<Toolbox | undefined> {
    if (plugins.isEmpty) return undefined;
    const tools = await this.orNothing(
      'tools',
      plugins.tools(pluginTurn, signal, (run) => runs.push(run)),
    );
    return tools && tools.length > 0 ? new Toolbox(tools, (run) => runs.push(run)) : undefined;
  }

  private orNothing<T>(what: string, reading: Promise<T | undefined>): Promise<T | undefined> {
    return reading.catch((error: unknown) => {
      this.logger.warn({ message: `A turn goes on without its ${what}.`, err: error });
      return undefined;
    });
  }
}

/** What of it a reply says. */
export async function saidAbout({ intent, context, request, runs }: Surroundings): Promise<About> {
  const [reading, known] = [await intent, await context];
  const said = known && replyContext(known, request.message);
  return {
    ...(reading ? { intent: replyIntent(reading) } : {}),
    ...(said ? { context: said } : {}),
    ...(runs.length > 0 ? { trace: { plugins: [...runs] } } : {}),
  };
}

type About = Pick<Reply, 'intent' | 'context' | 'trace'>;

/** Undefined when it is nothing. */
function replyContext(context: TurnContext, message: string): ReplyContext | undefined {
  const { resolvedText, references, entities, topics } = context;
  const said = {
    ...(resolvedText === message ? {} : { resolvedText }),
    ...(references.length === 0 ? {} : { references }),
    ...(entities.length === 0 ? {} : { entities }),
    ...(topics.length === 0 ? {} : { topics }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

/** What is empty asks nothing, and changes nothing; a redactor has the last word. Replies that plugins change are not streamed. */
async function preProcessed(given: ReplyRequest, { plugins, pluginTurn, runs }: PluginWork): Promise<ReplyRequest> {
  const masked = maskedRequest(given, plugins);
  const request = plugins.postProcesses ? { ...masked, stream: false } : masked;
  const processed = await plugins.preProcess(pluginTurn, request.message, request.signal);
  request.signal?.throwIfAborted();
  runs.push(...processed.runs);
  return processed.text.trim() === '' ? request : { ...request, message: plugins.mask(processed.text) };
}

function pluginTurnOf({ teamId, botId, botName, endUser }: ReplyRequest): PluginTurn {
  return { teamId, botId, ...(botName === undefined ? {} : { botName }), ...endUser };
}
