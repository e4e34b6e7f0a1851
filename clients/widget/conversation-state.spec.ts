import {
  type ConversationState,
  emptyState,
  type Message,
  unreadAfter,
  unsentTexts,
  withHistory,
  withMessage,
  withStanding,
} from './conversation-state';
import type { WireMessage } from './wire';

const own = (id: string, content: string): WireMessage => ({ id, sender: 'user', content });
const bot = (id: string, content: string): WireMessage => ({ id, sender: 'ai', content });
const pending = (text: string, delivery: Message['delivery'] = 'sending'): Message => ({
  key: `local-${text}`,
  sender: 'user',
  text,
  citations: [],
  delivery,
});
const stateOf = (...messages: Message[]): ConversationState => ({ ...emptyState(true), messages });
const textsOf = ({ messages }: ConversationState) => messages.map(({ text, delivery }) => [text, delivery ?? 'there']);

describe('a message of the server', () => {
  test('is added at the end, once', () => {
    const once = withMessage(emptyState(true), bot('b1', 'Hello'));
    const twice = withMessage(once, { ...bot('b1', 'Hello'), position: 4 });
    expect(textsOf(twice)).toEqual([['Hello', 'there']]);
    expect(twice.messages[0]).toBe(once.messages[0]);
    expect(twice.position).toBe(4);
  });

  test('takes the place of the one that was sent from here', () => {
    const state = withMessage(stateOf(pending('Hi')), own('u1', 'Hi'));
    expect(state.messages).toMatchObject([{ key: 'local-Hi', id: 'u1', text: 'Hi' }]);
    expect(unsentTexts(state)).toEqual([]);
  });

  test('takes the place of the reply that is being written', () => {
    const writing = { id: 'b1', text: 'Hel', citations: [] };
    expect(withMessage({ ...emptyState(true), writing }, bot('b1', 'Hello')).writing).toBeUndefined();
    expect(withMessage({ ...emptyState(true), writing }, bot('b0', 'Other')).writing).toBe(writing);
  });
});

describe('the history', () => {
  test('is the truth, but for what is still to be sent', () => {
    const before = withMessage(stateOf(pending('Later', 'unsent')), bot('gone', 'Gone'));
    const state = withHistory(before, [own('u1', 'Hi'), bot('b1', 'Hello')]);
    expect(textsOf(state)).toEqual([
      ['Hi', 'there'],
      ['Hello', 'there'],
      ['Later', 'unsent'],
    ]);
  });

  test('shows that a message had arrived though nobody could say so', () => {
    const state = withHistory(stateOf(pending('Hi', 'unsent')), [own('u1', 'Hi'), bot('b1', 'Hello')]);
    expect(textsOf(state)).toEqual([
      ['Hi', 'there'],
      ['Hello', 'there'],
    ]);
  });

  test('does not take an older message of the same words for it', () => {
    const known = withMessage(emptyState(true), own('u1', 'Hi'));
    const state = withHistory({ ...known, messages: [...known.messages, pending('Hi')] }, [
      own('u1', 'Hi'),
      bot('b1', 'Hello'),
    ]);
    expect(textsOf(state)).toEqual([
      ['Hi', 'there'],
      ['Hello', 'there'],
      ['Hi', 'sending'],
    ]);
  });
});

test('the name of a person, and what was told in place of an answer, last as long as the person answers', () => {
  const human = withStanding(emptyState(true), { handling: 'human', status: 'escalated', agent_name: 'Ada' });
  expect(human).toMatchObject({ handling: 'human', agent: 'Ada' });
  const back = withStanding(
    { ...human, notice: 'Ada will answer.' },
    { handling: 'bot', status: 'active', agent_name: null },
  );
  expect(back).toMatchObject({ handling: 'bot', status: 'active', agent: undefined, notice: undefined });
});

test('unread is what others have said after the message that was seen last', () => {
  const { messages } = withHistory(emptyState(true), [
    own('u1', 'Hi'),
    bot('b1', 'Hello'),
    own('u2', 'So?'),
    bot('b2', 'Yes'),
  ]);
  expect(unreadAfter(messages, 'b1')).toBe(1);
  expect(unreadAfter(messages, 'b2')).toBe(0);
  expect(unreadAfter(messages, undefined)).toBe(2);
});
