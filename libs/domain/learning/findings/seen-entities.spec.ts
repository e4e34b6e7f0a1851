import type { PastTurn } from './finding.types';
import { seenEntities } from './seen-entities';

function turns(count: number, entity: { type: string; value: string }, users = ['ada', 'bob']): PastTurn[] {
  return Array.from({ length: count }, (_, at) => ({
    messageId: `message-${at}`,
    text: 'A text.',
    userRef: users[at % users.length]!,
    askedAt: new Date(at * 1_000),
    isGrounded: true,
    isSmallTalk: false,
    intent: null,
    intentConfidence: null,
    entities: [{ ...entity, text: at === 0 ? 'Runners' : 'runner' }],
  }));
}

const RUNNER = { type: 'product', value: 'Trail Runner 2' };

describe('things that users name', () => {
  test('are a pending item when several users have named them six times, with how they say it', () => {
    expect(seenEntities(turns(5, RUNNER))).toEqual([]);
    expect(seenEntities(turns(6, RUNNER, ['ada']))).toEqual([]);
    const [finding] = seenEntities(turns(6, RUNNER));
    expect(finding).toMatchObject({
      type: 'entity_pattern',
      status: 'pending',
      lesson: { entity: RUNNER },
      evidence: { count: 6 },
    });
    expect(new Set(finding!.examples.map(({ text }) => text))).toEqual(new Set(['runner', 'Runners']));
  });

  test('are none when they are addresses, sums and the like', () => {
    expect(seenEntities(turns(20, { type: 'email', value: 'ada@example.com' }))).toEqual([]);
  });
});
