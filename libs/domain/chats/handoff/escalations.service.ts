import { Injectable } from '@nestjs/common';
import { type Actor, isUuid, offsetOf, opensBot, type Page, type PageRequest, requireScope } from '#kernel';
import { chatErrors } from '../chats.errors';
import type { RepliesWithdrawn } from '../chats.notices';
import type { ConversationMessage } from '../chats.types';
import { botOf, requireConversationId, requireTeamMember } from '../conversation-access';
import type { ConversationRow } from '../conversations.queries';
import { SaidMasking } from '../said-masking.service';
import { SupportAgents, userIdOf } from './agents.service';
import { Assignment } from './assignment.service';
import { ConversationLock, type LockedEscalation } from './conversation-lock.service';
import { type EscalationAction, requireAllowed, wrongState } from './escalation-state';
import { EscalationQueries } from './escalations.queries';
import { HandOff } from './hand-off.service';
import type { Escalation, EscalationFilter, Person } from './hand-off.types';
import { LastWordsReader } from './last-words.service';

export interface EscalateInput {
  /** Why; there is no other reason that a caller may give. */
  reason?: 'requested';
}

/** What people do with conversations. */
@Injectable()
export class Escalations {
  constructor(
    private readonly queries: EscalationQueries,
    private readonly lock: ConversationLock,
    private readonly handOff: HandOff,
    private readonly assignment: Assignment,
    private readonly agents: SupportAgents,
    private readonly lastWords: LastWordsReader,
    private readonly masking: SaidMasking,
  ) {}

  /**
   * A person is wanted in the conversation; one that is on its way to a person already stays as it is. The end user's own
   * keys may ask for this too.
   *
   * @throws `chats.conversation_not_found`
   */
  async escalate(
    actor: Actor,
    conversationId: string,
    { reason = 'requested' }: EscalateInput = {},
  ): Promise<Escalation> {
    requireScope(actor, botOf(actor) === undefined ? 'conversations:write' : 'chat:write');
    requireConversationId(actor, conversationId);
    const words = await this.lastWords.of(conversationId);
    const id = await this.lock.holding(actor.teamId, conversationId, async (conversation) => {
      requireOwnBot(actor, conversation);
      const open = await this.queries.findOpen(conversationId);
      return open?.id ?? this.handOff.escalate(conversation, { ...words, reason });
    });
    return this.found(actor, id);
  }

  /** Whoever acts answers the conversation from now on, asked for or not. @throws as `accept`, `chats.conversation_not_found` */
  async takeOver(actor: Actor, conversationId: string): Promise<Escalation> {
    requireTeamMember(actor, 'conversations:write');
    requireConversationId(actor, conversationId);
    const by = await this.agents.acting(actor);
    const words = await this.lastWords.of(conversationId);
    const { id, withdrawn } = await this.lock.holding(actor.teamId, conversationId, async (conversation) => {
      await this.agents.enlist(actor.teamId, by);
      const open = await this.queries.findOpen(conversationId);
      const id = open?.id ?? (await this.handOff.escalate(conversation, { ...words, reason: 'taken_over', by }));
      const escalation = (await this.queries.lock(actor.teamId, id))!;
      return { id, withdrawn: await this.acceptAs(by, { conversation, escalation }, 'accepted') };
    });
    return this.toldAbout(actor, id, withdrawn);
  }

  async list(actor: Actor, { isMine, ...filter }: EscalationFilter, page: PageRequest): Promise<Page<Escalation>> {
    requireTeamMember(actor, 'conversations:read');
    const agentId = isMine ? { agentId: userIdOf(actor) } : {};
    const { items, total } = await this.queries.list(
      actor.teamId,
      { ...filter, ...agentId },
      page.limit,
      offsetOf(page),
    );
    return { ...page, items, total };
  }

  /** @throws `chats.escalation_not_found` */
  async get(actor: Actor, id: string): Promise<Escalation> {
    requireTeamMember(actor, 'conversations:read');
    return this.found(actor, id);
  }

  /**
   * Whoever acts answers from now on. Again changes nothing.
   *
   * @throws `chats.escalation_not_found`, `chats.escalation_state`, `chats.agent_full`, `chats.person_needed`
   */
  async accept(actor: Actor, id: string): Promise<Escalation> {
    const agent = await this.begin(actor, id);
    const withdrawn = await this.lock.holdingEscalation(actor.teamId, id, (locked) =>
      this.acceptAs(agent, locked, 'accepted'),
    );
    return this.toldAbout(actor, id, withdrawn);
  }

  /** Says something as a person; one that waits is accepted by it. @throws as `accept`, also when somebody else answers */
  async reply(actor: Actor, id: string, content: string): Promise<ConversationMessage> {
    const agent = await this.begin(actor, id);
    const said = await this.masked(actor, id, content);
    const { withdrawn, message } = await this.lock.holdingEscalation(actor.teamId, id, async (locked) => ({
      withdrawn: await this.acceptAs(agent, locked, 'answered'),
      message: await this.handOff.reply(locked.conversation, locked.escalation, agent, said),
    }));
    await this.tell(withdrawn);
    return message;
  }

  /**
   * Another agent answers: the given one, or whoever has most room.
   *
   * @throws `chats.escalation_not_found`, `chats.escalation_state`, `chats.agent_not_found`, `chats.agent_full`, `chats.nobody_free`
   */
  async transfer(actor: Actor, id: string, agentId?: string): Promise<Escalation> {
    await this.begin(actor, id);
    await this.lock.holdingEscalation(actor.teamId, id, async ({ conversation, escalation }) => {
      requireAllowed(escalation, 'transferred');
      if (agentId !== undefined && escalation.agent?.id === agentId) return;
      const agent = await this.successor(escalation, agentId);
      await this.handOff.passOn(conversation, escalation, agent);
    });
    await this.assignment.giveWaiting(actor.teamId);
    return this.found(actor, id);
  }

  /** Gives one that waits to an agent. @throws as `transfer` */
  async assign(actor: Actor, id: string, agentId: string): Promise<Escalation> {
    await this.begin(actor, id);
    await this.lock.holdingEscalation(actor.teamId, id, async ({ escalation }) => {
      requireAllowed(escalation, 'assigned');
      if (escalation.agent?.id === agentId) return;
      await this.assignment.requireRoom(actor.teamId, agentId);
      await this.assignment.giveTo(id, agentId);
      await this.assignment.tell(actor.teamId, [id]);
    });
    await this.assignment.giveWaiting(actor.teamId);
    return this.found(actor, id);
  }

  /** The bot answers again, after `message` of whoever acts. @throws `chats.escalation_not_found`, `chats.escalation_state` */
  async return(actor: Actor, id: string, message?: string): Promise<Escalation> {
    const agent = await this.begin(actor, id);
    const said = message === undefined ? undefined : await this.masked(actor, id, message);
    await this.lock.holdingEscalation(actor.teamId, id, async ({ conversation, escalation }) => {
      requireAllowed(escalation, 'returned');
      if (said !== undefined) await this.handOff.reply(conversation, escalation, agent, said);
      await this.handOff.giveBack(conversation, escalation);
    });
    await this.assignment.giveWaiting(actor.teamId);
    return this.found(actor, id);
  }

  /** It is over, and the conversation resolved. @throws `chats.escalation_not_found`, `chats.escalation_state` */
  async resolve(actor: Actor, id: string): Promise<Escalation> {
    await this.begin(actor, id);
    await this.lock.holdingEscalation(actor.teamId, id, async ({ conversation, escalation }) => {
      requireAllowed(escalation, 'resolved');
      await this.handOff.resolve(conversation, escalation, escalation.language);
    });
    await this.assignment.giveWaiting(actor.teamId);
    return this.found(actor, id);
  }

  private async begin(actor: Actor, id: string): Promise<Person> {
    requireTeamMember(actor, 'conversations:write');
    if (!isUuid(id)) throw chatErrors.escalation_not_found();
    return this.agents.acting(actor);
  }

  /** Before the transaction, which the look-up of the bot's plugins must not wait in. */
  private async masked(actor: Actor, id: string, text: string): Promise<string> {
    const { botId } = await this.found(actor, id);
    return this.masking.text(actor.teamId, botId, text);
  }

  /** Nothing to do for an agent who has accepted before. */
  private async acceptAs(
    agent: Person,
    { conversation, escalation }: LockedEscalation,
    action: EscalationAction,
  ): Promise<RepliesWithdrawn | undefined> {
    const isMine = escalation.agent?.id === agent.id;
    if (escalation.state === 'active' && isMine) return undefined;
    if (escalation.state !== 'waiting') throw wrongState(escalation, action);
    await this.agents.enlist(conversation.teamId, agent);
    if (!isMine) await this.assignment.requireRoom(conversation.teamId, agent.id);
    return this.handOff.takeOver(conversation, escalation, agent);
  }

  private async successor({ id, teamId, agent }: Escalation, agentId: string | undefined): Promise<Person> {
    if (agentId !== undefined) return this.assignment.requireRoom(teamId, agentId);
    const successor = (await this.assignment.give(teamId, [id], agent?.id)).get(id);
    if (!successor) throw chatErrors.nobody_free();
    return successor;
  }

  private async toldAbout(actor: Actor, id: string, withdrawn: RepliesWithdrawn | undefined): Promise<Escalation> {
    await this.tell(withdrawn);
    return this.found(actor, id);
  }

  private async tell(withdrawn: RepliesWithdrawn | undefined): Promise<void> {
    if (withdrawn) await this.lock.tellWithdrawn(withdrawn);
  }

  private async found({ teamId }: Actor, id: string): Promise<Escalation> {
    const escalation = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!escalation) throw chatErrors.escalation_not_found();
    return escalation;
  }
}

function requireOwnBot(actor: Actor, { botId }: ConversationRow): void {
  if (!opensBot(actor, botId)) throw chatErrors.conversation_not_found();
}
