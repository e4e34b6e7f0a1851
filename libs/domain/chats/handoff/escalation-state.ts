import type { AppError } from '#kernel';
import { chatErrors } from '../chats.errors';
import type { Escalation, EscalationState } from './hand-off.types';

/** What may be done with an escalation, and in which states. */
const ALLOWED = {
  accepted: ['waiting'],
  assigned: ['waiting'],
  transferred: ['active'],
  answered: ['waiting', 'active'],
  returned: ['waiting', 'active'],
  resolved: ['waiting', 'active'],
} as const satisfies Record<string, readonly EscalationState[]>;

export type EscalationAction = keyof typeof ALLOWED;

/** @throws `chats.escalation_state` with a message that says what it is now */
export function requireAllowed(escalation: Pick<Escalation, 'state' | 'agent'>, action: EscalationAction): void {
  const allowed: readonly EscalationState[] = ALLOWED[action];
  if (!allowed.includes(escalation.state)) throw wrongState(escalation, action);
}

export function wrongState(escalation: Pick<Escalation, 'state' | 'agent'>, action: EscalationAction): AppError {
  return chatErrors.escalation_state({
    message: `The escalation cannot be ${action}: it is ${stateInWords(escalation)}.`,
  });
}

function stateInWords({ state, agent }: Pick<Escalation, 'state' | 'agent'>): string {
  switch (state) {
    case 'waiting':
      return agent ? `waiting for ${agent.name} to accept it` : 'waiting for somebody to accept it';
    case 'active':
      return agent ? `being answered by ${agent.name}` : 'being answered by a person';
    case 'returned':
      return 'over, and the bot answers again';
    case 'resolved':
      return 'over, and the conversation was resolved';
  }
}
