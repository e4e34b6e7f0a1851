/**
 * The messages. Those that are complete stand in a log that screen readers follow; the answer that is being written stands
 * below it, out of their hearing, and moves into the log when it is whole, so that it is read once.
 */
import type { ConversationState, Message, Writing } from '../conversation-state';
import type { Texts } from '../texts/keys';
import { element, setAttribute } from './element';
import { createMessageView, drawBody, type MessageActions, type MessageView } from './message-view';

/** A reader who is nearer to the end than this wants to see what comes. */
const NEAR_END_PX = 80;

export function createMessageLog(texts: Texts, greeting: string, actions: MessageActions) {
  const log = element('div', { role: 'log', 'aria-live': 'polite' });
  const text = element('div', { class: 'body', dir: 'auto' });
  const writing = element(
    'div',
    { class: 'message ai', hidden: true },
    text,
    element('span', { class: 'dots', 'aria-hidden': 'true' }, '•••'),
  );
  const node = element('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': texts.title }, log, writing);
  const views = new Map<string, MessageView>();
  const greetingMessage: Message = { key: 'greeting', sender: 'ai', text: greeting, citations: [] };
  let drawnMessages: readonly Message[] | undefined;
  let drawnWriting: Writing | undefined;
  let frame = 0;

  function drawMessages(messages: readonly Message[]): void {
    // Many at once are history, which is not read aloud.
    setAttribute(log, 'aria-live', messages.length > views.size + 1 ? 'off' : 'polite');
    const keys = new Set(messages.map(({ key }) => key));
    for (const [key, { node: gone }] of views) {
      if (keys.has(key)) continue;
      gone.remove();
      views.delete(key);
    }
    let before: Element | null = null;
    for (const message of messages) {
      const view: MessageView = views.get(message.key) ?? createMessageView(message, texts, actions);
      views.set(message.key, view);
      view.update(message);
      const next: Element | null = before ? before.nextElementSibling : log.firstElementChild;
      if (next !== view.node) log.insertBefore(view.node, next);
      before = view.node;
    }
  }

  function drawWriting(now: Writing | undefined): void {
    writing.hidden = !now;
    if (now?.text) drawBody(text, { sender: 'ai', text: now.text, citations: [] }, texts);
    else text.replaceChildren();
  }

  /** Once per frame, however many pieces have come. */
  function draw({ messages, writing: now }: Pick<ConversationState, 'messages' | 'writing'>): void {
    const isFollowing = node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END_PX;
    const isOwnNew = messages.at(-1)?.delivery === 'sending' && messages !== drawnMessages;
    if (messages !== drawnMessages) drawMessages([greetingMessage, ...messages]);
    if (now !== drawnWriting) drawWriting(now);
    drawnMessages = messages;
    drawnWriting = now;
    if (isFollowing || isOwnNew) scrollToEnd();
  }

  const scrollToEnd = () => {
    node.scrollTop = node.scrollHeight;
  };

  return {
    node,
    scrollToEnd,
    update(state: ConversationState): void {
      cancelAnimationFrame(frame);
      // Pages in the background draw no frames, but have to be right when they come to the front.
      if (state.messages !== drawnMessages || document.hidden) draw(state);
      else frame = requestAnimationFrame(() => draw(state));
    },
  };
}
