import { EngineUnderTest, passageOf } from '#testing/replies';
import type { ReplyExplanation } from './explanation.types';
import type { ReplyRequest } from './replies.types';

const DELIVERY = passageOf(
  'delivery:0',
  'Delivery',
  'Parcels arrive within three days. Express delivery costs 9 euros.',
);
const COPY = { ...DELIVERY, id: 'copy:0', documentId: 'copy', score: 0.9 };
const JOBS = passageOf('jobs:0', 'Jobs', 'We look for drivers who bring parcels to people in the morning.', {
  score: 0.1,
});

async function explained(
  message: string,
  changes: Partial<ReplyRequest> = {},
  found = [DELIVERY, COPY, JOBS],
): Promise<ReplyExplanation | undefined> {
  const under = new EngineUnderTest();
  under.found = found;
  const events = await under.events(message, { explain: true, ...changes });
  return events.flatMap((event) => (event.type === 'done' ? [event.explanation] : []))[0];
}

describe('an explanation', () => {
  test('is given to who asks for it, and else not made', async () => {
    expect(await explained('How much is express delivery?')).toBeDefined();
    expect(await explained('How much is express delivery?', { explain: false })).toBeUndefined();
  });

  test('tells what the reply rests on, and why the rest was left out', async () => {
    const explanation = await explained('How much is express delivery?');
    const [question] = explanation?.questions ?? [];
    expect(question?.passages.map(({ passageId, leftOut, sameAs }) => [passageId, leftOut, sameAs])).toEqual([
      ['delivery:0', undefined, undefined],
      ['copy:0', 'same_as', 'delivery:0'],
      ['jobs:0', 'below_threshold', undefined],
    ]);
    expect(explanation?.decision).toMatchObject({ kind: 'grounded', answered: ['How much is express delivery?'] });
    expect(explanation?.thresholds.minScore).toEqual([{ knowledgeBaseId: 'base', minScore: 0.5 }]);
  });

  test('tells the readings that were tried, and which one was believed', async () => {
    const history = [
      { role: 'user' as const, text: 'How long does delivery take?' },
      { role: 'bot' as const, text: 'Three days.' },
    ];
    const explanation = await explained('And how much is it?', { history });
    const [question] = explanation?.questions ?? [];
    expect(question).toMatchObject({ leaning: 'surely', earlier: 'How long does delivery take?' });
    expect(question?.readings.map(({ form }) => form)).toEqual(expect.arrayContaining(['bare', 'carried']));
    expect(question?.readings.filter(({ isChosen }) => isChosen)).toHaveLength(1);
  });

  test('takes the probability apart', async () => {
    const explanation = await explained('How much is express delivery?');
    const [question] = explanation?.questions ?? [];
    const sum = question?.evidence.reduce((total, { logOdds }) => total + logOdds, 0) ?? Number.NaN;
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(explanation?.decision.probabilities[0] ?? 0, 6);
  });

  test('of a refusal says what was not enough', async () => {
    const explanation = await explained('Who won the Peruvian chess championship?', {}, [JOBS]);
    expect(explanation?.decision.kind).toBe('refused');
    expect(explanation?.decision.unanswered).toEqual(['Who won the Peruvian chess championship?']);
  });
});
