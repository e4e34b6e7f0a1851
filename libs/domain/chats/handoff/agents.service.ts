import { Injectable } from '@nestjs/common';
import { TeamPeople } from '#domain/identity';
import { type Actor, Clock, isUuid } from '#kernel';
import { chatErrors } from '../chats.errors';
import { requireTeamMember } from '../conversation-access';
import { AgentQueries } from './agents.queries';
import { Assignment } from './assignment.service';
import type { Person, SupportAgent, SupportAgentInput } from './hand-off.types';
import { Orphans } from './orphans.service';

/** Of somebody who accepts a conversation before anybody has made them an agent: they get none that they do not take. */
const UNASKED = { capacity: 10, isAvailable: false };
const ASKED = { capacity: 5, isAvailable: true };

/** The people of a team who answer in place of bots. */
@Injectable()
export class SupportAgents {
  constructor(
    private readonly queries: AgentQueries,
    private readonly people: TeamPeople,
    private readonly assignment: Assignment,
    private readonly orphans: Orphans,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<SupportAgent[]> {
    requireTeamMember(actor, 'conversations:read');
    return this.queries.list(actor.teamId);
  }

  /** Makes a member of the team an agent, or changes one; what is not given stays. @throws `chats.member_not_found` */
  async put(actor: Actor, userId: string, input: SupportAgentInput): Promise<SupportAgent> {
    requireTeamMember(actor, 'conversations:write');
    const member = isUuid(userId) ? await this.people.member(actor.teamId, userId) : undefined;
    if (!member) throw chatErrors.member_not_found();
    const known = await this.queries.find(actor.teamId, userId);
    const { capacity, isAvailable, displayName } = { displayName: member.username, ...ASKED, ...known, ...input };
    await this.queries.put({ teamId: actor.teamId, userId, capacity, isAvailable, displayName }, this.clock.now());
    await this.assignment.giveWaiting(actor.teamId);
    return (await this.queries.find(actor.teamId, userId))!;
  }

  /** What they have goes to others, or waits again. @throws `chats.agent_not_found` */
  async remove(actor: Actor, userId: string): Promise<void> {
    requireTeamMember(actor, 'conversations:write');
    const isRemoved = isUuid(userId) && (await this.queries.delete(actor.teamId, userId));
    if (!isRemoved) throw chatErrors.agent_not_found();
    await this.orphans.release(actor.teamId);
  }

  /** Whoever acts, who may be no agent yet. @throws `chats.person_needed` */
  async acting(actor: Actor): Promise<Person> {
    const userId = userIdOf(actor);
    const known = await this.queries.find(actor.teamId, userId);
    if (known) return { id: userId, name: known.displayName };
    const member = await this.people.member(actor.teamId, userId);
    if (!member) throw chatErrors.person_needed();
    return { id: userId, name: member.username };
  }

  /** Makes whoever acts an agent when they are none yet: in the transaction of what they do, so that a refusal leaves none. */
  async enlist(teamId: string, { id: userId, name: displayName }: Person): Promise<void> {
    await this.queries.insertMissing({ teamId, userId, displayName, ...UNASKED }, this.clock.now());
  }
}

/** A key acts as the person who made it. @throws `chats.person_needed` */
export function userIdOf(actor: Actor): string {
  if (actor.kind !== 'user' && actor.kind !== 'key') throw chatErrors.person_needed();
  return actor.userId;
}
