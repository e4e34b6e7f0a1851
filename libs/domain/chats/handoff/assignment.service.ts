import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Clock } from '#kernel';
import { chatErrors } from '../chats.errors';
import { conversationAssigned } from '../chats.events';
import { ConversationChanges } from '../conversation-changes';
import { type AgentLoad, chooseAgent, hasRoom } from './agent-choice';
import { AgentQueries, type ChosenAgent } from './agents.queries';
import { EscalationQueries, type EscalationRow } from './escalations.queries';
import { escalationData, requirePerson } from './hand-off.events';
import type { Person } from './hand-off.types';

/** Given out in one transaction. */
const BATCH = 100;

/**
 * Gives escalations to agents. Locks are taken in the order conversation, escalation, agents (by id), and an agent's load is
 * counted under the lock of their row, so that nobody ever has more than their capacity.
 */
@Injectable()
export class Assignment {
  constructor(
    private readonly agents: AgentQueries,
    private readonly escalations: EscalationQueries,
    private readonly changes: ConversationChanges,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Within the open transaction, which holds the escalations: gives each to somebody who has room, if there is one. */
  async give(teamId: string, escalationIds: readonly string[], exceptAgentId?: string): Promise<Map<string, Person>> {
    const agents = (await this.agents.lockAll(teamId)).filter(({ userId }) => userId !== exceptAgentId);
    const at = this.clock.now();
    const chosen: ChosenAgent[] = [];
    const given = new Map<string, Person>();
    for (const escalationId of escalationIds) {
      const agent = chooseAgent(agents);
      if (!agent) break;
      agent.openCount += 1;
      agent.lastAssignedAt = at;
      chosen.push({ escalationId, agentId: agent.userId });
      given.set(escalationId, personOf(agent));
    }
    if (chosen.length > 0) await this.agents.noteAssignments(chosen, at);
    return given;
  }

  /**
   * Within the open transaction: makes sure that one more does not exceed what the agent takes.
   *
   * @throws `chats.agent_not_found`, `chats.agent_full`
   */
  async requireRoom(teamId: string, agentId: string): Promise<Person> {
    const agent = (await this.agents.lockAll(teamId)).find(({ userId }) => userId === agentId);
    if (!agent) throw chatErrors.agent_not_found();
    if (!hasRoom(agent)) throw agentFull(agent);
    return personOf(agent);
  }

  /** Within the open transaction, which holds the escalation and has made sure of the room. */
  async giveTo(escalationId: string, agentId: string): Promise<void> {
    await this.agents.noteAssignments([{ escalationId, agentId }], this.clock.now());
  }

  /** Gives out what waits in the team, oldest first, as far as there is room. */
  async giveWaiting(teamId: string): Promise<void> {
    let given: number;
    do {
      given = await this.database.transaction(async () => {
        const waiting = await this.escalations.lockUnassigned(teamId, BATCH);
        if (waiting.length === 0) return 0;
        const chosen = await this.give(
          teamId,
          waiting.map(({ id }) => id),
        );
        await this.tell(teamId, [...chosen.keys()]);
        return chosen.size;
      });
    } while (given === BATCH);
  }

  /** Gives one that its agent leaves waiting to somebody else; it stays where it is when nobody else has room. */
  async giveOn({ id, teamId, agentId }: { id: string; teamId: string; agentId: string }): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.escalations.lockAssigned(id, agentId))) return;
      const chosen = await this.give(teamId, [id], agentId);
      await this.tell(teamId, [...chosen.keys()]);
    });
  }

  /** Within the open transaction. */
  async tell(teamId: string, escalationIds: readonly string[]): Promise<void> {
    if (escalationIds.length === 0) return;
    const escalations = await this.escalations.byIds(teamId, escalationIds);
    await this.outbox.addAll(conversationAssigned, escalations.map(assignedEvent));
    for (const { conversationId } of escalations) this.changes.tellAll(conversationId, teamId);
  }
}

function assignedEvent(escalation: EscalationRow) {
  return { teamId: escalation.teamId, data: { ...escalationData(escalation), ...requirePerson(escalation.agent) } };
}

function personOf({ userId, displayName }: AgentLoad): Person {
  return { id: userId, name: displayName };
}

function agentFull({ displayName, openCount, capacity }: AgentLoad) {
  return chatErrors.agent_full({
    message: `${displayName} has ${openCount} of at most ${capacity} conversations. End or transfer one, or raise the capacity.`,
  });
}
