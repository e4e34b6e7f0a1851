import type { Message } from '../conversation-state';
import { markdownNodes } from '../safe-html';
import type { Texts } from '../texts/keys';
import { linkCitations } from './citations';
import { element, iconButton, setAttribute, setText } from './element';

export interface MessageActions {
  rate(message: Message, score: number): void;
  sendAgain(message: Message): void;
}

/** Changes in place, so that focus stays where it is and nothing is read aloud twice. */
export interface MessageView {
  node: HTMLElement;
  update(message: Message): void;
}

const HELPFUL = 5;
const NOT_HELPFUL = 1;

export function createMessageView(first: Message, texts: Texts, actions: MessageActions): MessageView {
  let message = first;
  const body = element('div', { class: 'body', dir: 'auto' });
  const below = element('div', { class: 'below' });
  const foot = element('div', { class: 'foot' });
  const author = authorOf(message, texts);
  const node = element(
    'div',
    { class: `message ${message.sender}` },
    author && element('span', { class: message.sender === 'agent' ? 'author' : 'hidden' }, `${author}: `),
    body,
    below,
    foot,
  );
  const drawText = () => {
    below.replaceChildren(...drawBody(body, message, texts));
  };
  const update = (next: Message) => {
    const before = message;
    message = next;
    if (before.text !== next.text || before.citations !== next.citations) drawText();
    if (before.delivery !== next.delivery) drawFoot();
    rating?.show(next.score);
  };
  const drawFoot = () => foot.replaceChildren(...delivery(message, texts, () => actions.sendAgain(message)));
  const rating =
    message.sender === 'ai' && message.id ? createRating(texts, (score) => actions.rate(message, score)) : undefined;
  drawText();
  if (rating) foot.append(rating.node);
  else drawFoot();
  rating?.show(message.score);
  return { node, update };
}

/** @returns what stands below the text */
export function drawBody(
  body: HTMLElement,
  { sender, text, citations }: Pick<Message, 'sender' | 'text' | 'citations'>,
  texts: Texts,
): Node[] {
  if (sender === 'user' || sender === 'system') {
    setText(body, text);
    return [];
  }
  body.replaceChildren(markdownNodes(text));
  return citations.length ? [linkCitations(body, citations, texts)] : [];
}

function authorOf({ sender, author }: Message, texts: Texts): string | undefined {
  if (sender === 'agent') return author ?? texts.person;
  return sender === 'system' ? undefined : sender === 'user' ? texts.you : texts.assistant;
}

function delivery({ delivery: state }: Message, texts: Texts, onclick: () => void): Node[] {
  return state === 'unsent'
    ? [element('button', { type: 'button', class: 'again error', onclick }, texts.sendAgain)]
    : [];
}

function createRating(texts: Texts, rate: (score: number) => void) {
  const up = iconButton('up', texts.helpful, () => rate(HELPFUL));
  const down = iconButton('down', texts.notHelpful, () => rate(NOT_HELPFUL));
  const thanks = element('span', {});
  return {
    node: element('div', { class: 'rating' }, up, down, thanks),
    show(score: number | undefined): void {
      setAttribute(up, 'aria-pressed', String(score === HELPFUL));
      setAttribute(down, 'aria-pressed', String(score === NOT_HELPFUL));
      setText(thanks, score ? texts.thanks : '');
    },
  };
}
