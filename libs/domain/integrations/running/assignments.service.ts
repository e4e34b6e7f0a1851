import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { isForeignKeyViolation } from '#infra/database';
import { Clock, MINUTE_MS } from '#kernel';
import { AssignmentQueries } from './assignment.queries';
import { chosenAt, Points } from './shares';

/** What is remembered is checked against who may answer; so the time is only for conversations that are deleted. */
const LIMITS = { ttlMs: 30 * MINUTE_MS, maxFound: 20_000, maxMissing: 1 };
/** Bots with conversations that began lately; another one begins its sequence anew. */
const MAX_BOTS = 10_000;

export interface Candidate {
  id: string;
  /** More than 0. */
  weight: number;
}

export interface ConversationToAssign {
  teamId: string;
  botId: string;
  /** Absent: nothing is kept. */
  conversationId?: string | undefined;
}

/** Who answers which conversation: chosen once, by weight. */
@Injectable()
export class Assignments {
  private readonly cache: LookupCache<{ integrationId: string }>;
  private readonly points = new Map<string, Points>();

  constructor(
    private readonly queries: AssignmentQueries,
    private readonly clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
  }

  /** @param candidates at least one */
  async of<One extends Candidate>(conversation: ConversationToAssign, candidates: readonly One[]): Promise<One> {
    const { botId, conversationId } = conversation;
    const points = this.pointsOf(botId);
    if (conversationId === undefined) return chosenAmong(candidates, points.next());
    const key = `${conversationId} ${botId}`;
    const kept = await this.cache.get(key, () => this.assign(conversation, conversationId, candidates));
    const known = candidates.find(({ id }) => id === kept?.integrationId);
    if (known) return known;
    this.cache.forgetKey(key);
    const anew = await this.cache.get(key, () => this.assign(conversation, conversationId, candidates));
    return candidates.find(({ id }) => id === anew?.integrationId) ?? chosenAmong(candidates, points.next());
  }

  /** Undefined when there is nothing to keep it with. */
  private async assign(
    { teamId, botId }: ConversationToAssign,
    conversationId: string,
    candidates: readonly Candidate[],
  ): Promise<{ integrationId: string } | undefined> {
    const points = this.pointsOf(botId);
    const point = points.next();
    const chosenId = chosenAmong(candidates, point).id;
    const eligibleIds = candidates.map(({ id }) => id);
    const assigning = { conversationId, botId, teamId, eligibleIds, chosenId, at: this.clock.now() };
    const integrationId = await this.queries.assign(assigning).catch(undefinedIfGone);
    if (integrationId !== chosenId) points.giveBack(point);
    return integrationId === undefined ? undefined : { integrationId };
  }

  private pointsOf(botId: string): Points {
    const points = this.points.get(botId) ?? new Points(Math.random());
    this.points.delete(botId);
    this.points.set(botId, points);
    const [oldest] = this.points.keys();
    if (this.points.size > MAX_BOTS && oldest !== undefined) this.points.delete(oldest);
    return points;
  }
}

function chosenAmong<One extends Candidate>(candidates: readonly One[], point: number): One {
  return chosenAt(point, candidates) as One;
}

/** The integration or the conversation was deleted meanwhile. */
function undefinedIfGone(error: unknown): undefined {
  if (isForeignKeyViolation(error, 'integration_assignment_integration_id_fkey')) return undefined;
  if (isForeignKeyViolation(error, 'integration_assignment_conversation_id_fkey')) return undefined;
  throw error;
}
