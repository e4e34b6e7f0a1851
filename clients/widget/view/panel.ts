import type { ConversationState } from '../conversation-state';
import type { Texts } from '../texts/keys';
import { withName } from '../texts/texts';
import { createComposer } from './composer';
import { element, iconButton, setText } from './element';
import { createMessageLog } from './message-log';
import type { MessageActions } from './message-view';

export interface PanelActions extends MessageActions {
  send(text: string): void;
  escalate(): void;
  startOver(): void;
  close(): void;
}

export interface PanelOptions {
  texts: Texts;
  greeting: string;
  /** Whether a person can be asked for. */
  hasHandOff: boolean;
  actions: PanelActions;
}

export function createPanel({ texts, greeting, hasHandOff, actions }: PanelOptions) {
  const who = element('p', { class: 'who' });
  const person = iconButton('person', texts.askPerson, actions.escalate);
  const again = iconButton('again', texts.startOver, actions.startOver);
  const close = iconButton('close', texts.close, actions.close);
  const status = element('p', { class: 'status', role: 'status' });
  const log = createMessageLog(texts, greeting, actions);
  const composer = createComposer(texts, actions.send);
  const heading = element('h2', { id: 'title' }, texts.title);
  // Its element has the role "dialog"; `show` leaves the page usable, `showModal` does not.
  const node = element(
    'dialog',
    { class: 'panel', id: 'panel', 'aria-labelledby': 'title', tabindex: -1 },
    element('header', {}, element('div', { class: 'names' }, heading, who), person, again, close),
    log.node,
    status,
    composer.node,
  );

  return {
    node,
    input: composer.input,
    setDraft: composer.setDraft,
    scrollToEnd: log.scrollToEnd,
    update(state: ConversationState): void {
      log.update(state);
      setText(who, state.handling === 'human' ? (state.agent ?? texts.person) : '');
      setText(status, statusOf(state, texts));
      status.classList.toggle('error', state.problem !== undefined || !state.isOnline);
      person.hidden = !hasHandOff || !state.exists || state.handling !== 'bot';
      again.hidden = state.messages.length === 0;
      composer.setBusy(state.writing !== undefined && state.handling !== 'human');
    },
  };
}

/** The one thing that matters most now. */
function statusOf(
  { isOnline, isReconnecting, problem, notice, handling, status, agent }: ConversationState,
  texts: Texts,
) {
  if (!isOnline) return texts.offline;
  if (problem) return texts[problem];
  if (isReconnecting) return texts.reconnecting;
  if (notice) return notice;
  if (handling === 'waiting') return texts.waiting;
  if (handling === 'human') return withName(texts.human, agent ?? texts.person);
  return status === 'resolved' ? texts.resolved : '';
}
