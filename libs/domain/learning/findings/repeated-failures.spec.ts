import type { KnownItem, PastTurn } from './finding.types';
import { findingKey } from './finding-key';
import { type AskedText, repeatedFailures } from './repeated-failures';

function turn(messageId: string, text: string): PastTurn {
  return {
    messageId,
    text,
    userRef: `user of ${messageId}`,
    askedAt: new Date(Number(messageId.replace(/\D/g, '')) * 1_000),
    isGrounded: false,
    isSmallTalk: false,
    intent: null,
    intentConfidence: null,
    entities: [],
  };
}

function item(changes: Partial<KnownItem>): KnownItem {
  return { id: 'i1', key: 'k1', type: 'fallback_response', status: 'pending', query: null, originIds: [], ...changes };
}

/** Questions with the same first word ask the same. */
async function byFirstWord(texts: readonly AskedText[]) {
  const groups = Map.groupBy(texts, ({ text }) => text.split(' ')[0]!);
  return [...groups.values()]
    .map((group) => ({ representative: group[0]!.text, ids: group.map(({ id }) => id) }))
    .toSorted((a, b) => b.ids.length - a.ids.length);
}

const GIFT = [turn('m1', 'gift wrap?'), turn('m2', 'gift paper?'), turn('m3', 'gift box?')];

const found = async (known: readonly KnownItem[], turns: readonly PastTurn[] = GIFT) =>
  (await repeatedFailures(turns, known, byFirstWord)).map(({ key, lesson, evidence }) => [
    key,
    lesson.query,
    evidence.count,
  ]);

describe('failures that come again', () => {
  test('are found with the most typical words, how often, when last, and who said what', async () => {
    const [finding] = await repeatedFailures([...GIFT, turn('m4', 'rome?')], [], byFirstWord);
    expect(finding).toMatchObject({
      key: findingKey('failure', 'gift wrap?'),
      type: 'fallback_response',
      status: 'pending',
      lesson: { query: 'gift wrap?', confidence: 0.8 },
      evidence: { count: 3, lastSeenAt: new Date(3_000).toISOString() },
      userRef: 'user of m1',
    });
    expect(finding!.examples.map(({ originId }) => originId)).toEqual(['m3', 'm2', 'm1']);
  });

  test('belong to the item that was made of the same messages, or has the same words, or means the same', async () => {
    const expected = [['k1', 'gift wrap?', 3]];
    expect(await found([item({ originIds: ['m2'], query: 'Something else' })])).toEqual(expected);
    expect(await found([item({ query: 'gift in other words' })])).toEqual(expected);
    const key = findingKey('failure', 'GIFT PAPER');
    expect(await found([item({ key })])).toEqual([[key, 'gift wrap?', 3]]);
  });

  test('are none when somebody has answered the question, unless that was rejected', async () => {
    const answer = item({ type: 'query_response', query: 'gift ribbons?' });
    expect(await found([answer])).toEqual([]);
    expect(await found([{ ...answer, status: 'rejected' }])).toHaveLength(1);
  });

  test('of two questions never make one item, though one item was made of both', async () => {
    const shipping = [turn('m5', 'shipping cost?'), turn('m6', 'shipping fee?'), turn('m7', 'shipping price?')];
    const both = item({ originIds: ['m1', 'm5'] });
    expect(await found([both], [...GIFT, ...shipping])).toEqual([
      ['k1', 'gift wrap?', 3],
      [findingKey('failure', 'shipping cost?'), 'shipping cost?', 3],
    ]);
  });
});
