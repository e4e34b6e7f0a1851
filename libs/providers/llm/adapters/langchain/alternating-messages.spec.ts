import type { PromptMessage } from '../../grounded-messages';
import { alternatingMessages } from './alternating-messages';

const SYSTEM: PromptMessage = { role: 'system', content: 'Be kind.' };
const user = (content: string): PromptMessage => ({ role: 'user', content });
const assistant = (content: string): PromptMessage => ({ role: 'assistant', content });

describe('messages in turns', () => {
  it('are left alone when they are', () => {
    const messages = [SYSTEM, user('Hi'), assistant('Hello'), user('When?')];
    expect(alternatingMessages(messages)).toEqual(messages);
  });

  it('are joined when one side speaks twice, also around an empty message', () => {
    const said = alternatingMessages([
      SYSTEM,
      user('Hi'),
      user('there'),
      assistant('A'),
      user(' '),
      assistant('B'),
      user('?'),
    ]);
    expect(said).toEqual([SYSTEM, user('Hi\n\nthere'), assistant('A\n\nB'), user('?')]);
  });

  it('begin with the user', () => {
    const said = alternatingMessages([SYSTEM, assistant('Hello, I am Ada.'), user('When?')]);
    expect(said.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  });

  it('keep the calls of tools before their answers', () => {
    const calling: PromptMessage = {
      role: 'assistant',
      content: '',
      toolCalls: [{ id: 'a', name: 'clock', arguments: '{}' }],
    };
    const messages = [
      SYSTEM,
      user('When?'),
      calling,
      { role: 'tool' as const, callId: 'a', content: '' },
      assistant('Now.'),
    ];
    expect(alternatingMessages(messages)).toEqual(messages);
  });
});
