import { setImmediate as otherEvents } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { clusterQuestionsInSteps, MessageSignals, smallTalkOf } from '#domain/replies';
import { Database } from '#infra/database';
import { type Actor, Clock } from '#kernel';
import { LearningQueries } from '../learning.queries';
import type { Generation } from '../learning.types';
import { agentAnswers } from './agent-answers';
import type { Finding, PastTurn } from './finding.types';
import { FindingsQueries, type Place } from './findings.queries';
import { isFailure, repeatedFailures } from './repeated-failures';
import { seenEntities } from './seen-entities';
import { seenIntents } from './seen-intents';

/** The latest ones. */
export const MAX_TURNS = 5_000;
/** The latest ones, which are compared with each other: up to two milliseconds of work each, when they are much alike. */
const MAX_FAILURES = 2_000;
const MAX_KNOWN_ITEMS = 1_000;
const MAX_AGENT_CONVERSATIONS = 500;
const MAX_AGENT_MESSAGES = 10_000;

/** A few milliseconds. */
const TEXTS_AT_A_TIME = 50;

const WISH_ONLY = { wish: true, frustration: false };

/** Looks through what was said for what a bot could learn. */
@Injectable()
export class LearningGeneration {
  constructor(
    private readonly bots: BotsService,
    private readonly findings: FindingsQueries,
    private readonly items: LearningQueries,
    private readonly signals: MessageSignals,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Again it finds the same: items are brought along, never doubled, and a rejected one stays rejected. Agents' answers come
   * first, so that a question which a person has answered is no open failure.
   *
   * @throws `bots.not_found`
   */
  async generate(actor: Actor, botId: string): Promise<Generation> {
    await this.bots.get(actor, botId);
    const place = { teamId: actor.teamId, botId };
    const turns = await this.findings.pastTurns(place, MAX_TURNS + 1);
    const seen = turns.slice(0, MAX_TURNS);
    const ofAgents = await this.ofAgents(place);
    const newOfAgents = await this.store(place, ofAgents);
    const failed = seen.filter(isFailure);
    const askNothing = await this.thatAskNothing(failed.map(({ text }) => text));
    const failures = failed.filter(({ text }) => !askNothing.has(text));
    const others = [...(await this.ofFailures(place, failures)), ...seenIntents(seen), ...seenEntities(seen)];
    const newOthers = await this.store(place, others);
    const keys = [...ofAgents, ...others].map(({ key }) => key);
    return {
      items: await this.items.foundByKeys(botId, keys),
      newItems: newOfAgents.length + newOthers.length,
      turns: seen.length,
      isBounded: turns.length > seen.length || failures.length > MAX_FAILURES,
    };
  }

  private async ofAgents(place: Place): Promise<Finding[]> {
    const said = await this.findings.spokenWithAgents(place, MAX_AGENT_CONVERSATIONS, MAX_AGENT_MESSAGES);
    const askNothing = await this.thatAskNothing(said.filter(({ role }) => role !== 'bot').map(({ text }) => text));
    return agentAnswers(said, (text) => askNothing.has(text));
  }

  private async ofFailures(place: Place, failures: readonly PastTurn[]): Promise<Finding[]> {
    if (failures.length === 0) return [];
    const known = await this.findings.knownItems(place, MAX_KNOWN_ITEMS);
    return repeatedFailures(failures.slice(0, MAX_FAILURES), known, clusterQuestionsInSteps);
  }

  /** Courtesies, and wishes for a person. Gives way to other work in between, because many texts take a while to read. */
  private async thatAskNothing(texts: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const [at, text] of [...new Set(texts)].entries()) {
      if (at % TEXTS_AT_A_TIME === 0) await otherEvents();
      if (smallTalkOf(text) !== undefined || this.wantsPerson(text)) found.add(text);
    }
    return found;
  }

  private wantsPerson(message: string): boolean {
    return this.signals.inWords({ message, history: [], wants: WISH_ONLY }).wantsPerson;
  }

  /** Without those whose words an end user has had erased since they were read: erasing waits for the same lock. */
  private async store(place: Place, findings: readonly Finding[]): Promise<string[]> {
    if (findings.length === 0) return [];
    return this.database.transaction(async () => {
      await this.items.lockBot(place.botId);
      const originIds = findings.flatMap(({ examples }) => examples.map(({ originId }) => originId));
      const there = await this.findings.stillThere(originIds);
      const whole = findings.filter(({ examples }) => examples.every(({ originId }) => there.has(originId)));
      return this.findings.store(place, whole, this.clock.now());
    });
  }
}
