import { agentAnswers } from './agent-answers';
import type { SpokenMessage } from './finding.types';

const COURTESIES = ['Hello!', 'Thanks!', 'A human please'];

type Line = [role: SpokenMessage['role'], text: string, isGrounded?: boolean];

function said(lines: readonly Line[], conversationId = 'one'): SpokenMessage[] {
  return lines.map(([role, text, isGrounded = false], at) => ({
    id: `${conversationId}-${at}`,
    conversationId,
    userRef: 'ada',
    role,
    text,
    at: new Date(at * 1_000),
    isGrounded,
    authorId: role === 'agent' ? 'jane' : null,
    authorName: role === 'agent' ? 'Jane' : null,
  }));
}

const found = (...conversations: SpokenMessage[][]) =>
  agentAnswers(conversations.flat(), (text) => COURTESIES.includes(text)).map(({ lesson }) => [
    lesson.query,
    lesson.response,
  ]);

describe('answers of people', () => {
  test('are paired with the question that the bot failed at, whatever was said in between', () => {
    const lines: Line[] = [
      ['user', 'Can I change my address?'],
      ['bot', 'I do not know.'],
      ['user', 'A human please'],
      ['user', 'Is anybody there at all?'],
      ['agent', 'Hello!'],
      ['agent', 'Yes, until it ships.'],
      ['agent', 'Just write to us.'],
      ['user', 'Thanks!'],
      ['agent', 'You are welcome, have a nice day.'],
    ];
    expect(found(said(lines))).toEqual([['Can I change my address?', 'Yes, until it ships.\nJust write to us.']]);
  });

  test('to later questions are paired with those', () => {
    const lines: Line[] = [
      ['user', 'Can I change my address?'],
      ['bot', 'I do not know.'],
      ['agent', 'Yes.'],
      ['user', 'And my name?'],
      ['agent', 'No.'],
    ];
    expect(found(said(lines))).toEqual([
      ['Can I change my address?', 'Yes.'],
      ['And my name?', 'No.'],
    ]);
  });

  test('to what the bot has answered are none', () => {
    expect(
      found(
        said([
          ['user', 'Are you open?'],
          ['bot', 'Until nine.', true],
          ['agent', 'Hi, Jane here.'],
        ]),
      ),
    ).toEqual([]);
  });

  test('of one question are one finding, the last of them', () => {
    const early = said([
      ['user', 'Do you gift wrap?'],
      ['agent', 'No.'],
    ]);
    const late = said(
      [
        ['user', 'do you gift-wrap'],
        ['agent', 'Yes!'],
      ],
      'two',
    ).map((line) => ({
      ...line,
      at: new Date(line.at.getTime() + 60_000),
    }));
    expect(found(late, early)).toEqual([['do you gift-wrap', 'Yes!']]);
  });

  test('name who gave them, and who asked', () => {
    const [finding] = agentAnswers(
      said([
        ['user', ' Do you gift wrap? '],
        ['agent', 'Yes!'],
      ]),
      () => false,
    );
    expect(finding).toMatchObject({
      type: 'query_response',
      source: 'analytics',
      status: 'pending',
      evidence: { agent: { id: 'jane', name: 'Jane' } },
      userRef: 'ada',
      lesson: { query: 'Do you gift wrap?' },
    });
  });
});
