import { seeded } from '#testing/analytics';
import { comparisonsOf, controlOf, LEAST_CONVERSATIONS, LEVEL, verdictOf } from './comparisons';
import { countsOf, newlyGiven, waitLogOf } from './counting/given-conversation';
import { type Arm, armOf, type DaySums } from './outcomes';

interface Behaviour {
  failureShare: number;
  pleasedShare: number;
  /** Of the median waiting time. */
  waitMs: number;
}

const USUAL: Behaviour = { failureShare: 0.1, pleasedShare: 0.6, waitMs: 900 };

const NOTHING = {
  conversations: 0,
  failed_conversations: 0,
  rated_conversations: 0,
  pleased_conversations: 0,
  wait_logs: 0,
  wait_log_squares: 0,
};
const SUMMED = Object.keys(NOTHING) as Array<keyof typeof NOTHING>;

/** An integration whose conversations come one by one. */
class GrowingArm {
  private readonly sums = { ...NOTHING };

  constructor(
    private readonly id: string,
    private readonly random: () => number,
    private readonly behaviour: Behaviour = USUAL,
  ) {}

  /** Turns of one conversation resemble each other: some end users are hard to please, some ask what takes long. */
  converse(): void {
    const given = newlyGiven('conversation', this.id);
    const isHard = this.random() < 2 * this.behaviour.failureShare;
    const slowness = Math.exp(this.random() + this.random() - 1);
    given.firstAtMs = 0;
    given.turns = 1 + Math.floor(this.random() * 4);
    for (let turn = 0; turn < given.turns; turn += 1) {
      given.waitLogs += waitLogOf(this.behaviour.waitMs * slowness * Math.exp(this.random() - 0.5));
      if (isHard && this.random() < 0.3) given.unansweredTurns += 1;
    }
    if (this.random() < 0.5) this.rate(given);
    const counts = countsOf(given);
    for (const name of SUMMED) this.sums[name] += counts[name]!;
  }

  get arm(): Arm & { turns: number } {
    return { ...armOf(this.id, this.sums as unknown as DaySums), turns: this.sums.conversations };
  }

  private rate(given: ReturnType<typeof newlyGiven>): void {
    given.ratings = 1 + Math.floor(this.random() * 2);
    if (this.random() < this.behaviour.pleasedShare) given.positiveRatings = given.ratings;
    else given.negativeRatings = given.ratings;
  }
}

function compared(arms: readonly GrowingArm[]) {
  const grown = arms.map(({ arm }) => arm);
  return comparisonsOf(grown, controlOf(grown)!);
}

/** Whether, looked at every 50 conversations of each, one ever was called better. */
function isEverBetter(arms: readonly GrowingArm[], conversations: number, lookLevel?: number): boolean {
  for (let made = 1; made <= conversations; made += 1) {
    for (const arm of arms) arm.converse();
    if (made % 50 > 0 || made < LEAST_CONVERSATIONS) continue;
    const comparisons = compared(arms);
    if (lookLevel === undefined && verdictOf(comparisons).verdict === 'better') return true;
    if (lookLevel !== undefined && comparisons.some(({ change }) => isOff(change, lookLevel))) return true;
  }
  return false;
}

/** As if each look were the only one: 1.96 standard errors, of which the interval of a comparison reaches about 3.1. */
function isOff(change: { value: number; low: number; high: number; kind: string } | null, ofReach: number): boolean {
  if (!change) return false;
  const [value, high] =
    change.kind === 'ratio' ? [Math.log(change.value), Math.log(change.high)] : [change.value, change.high];
  return Math.abs(value) > (high - value) * ofReach;
}

describe('two that are the same', () => {
  const EXPERIMENTS = 300;

  test('are called different in at most one of twenty experiments, though each is looked at 19 times', () => {
    const random = seeded(20);
    let falseVerdicts = 0;
    for (let experiment = 0; experiment < EXPERIMENTS; experiment += 1) {
      const arms = ['a', 'b', 'c'].map((id) => new GrowingArm(id, random));
      if (isEverBetter(arms, 1_000)) falseVerdicts += 1;
    }
    expect(falseVerdicts / EXPERIMENTS).toBeLessThanOrEqual(LEVEL);
  });

  test('would be called different far more often by tests that are made for one look', () => {
    const random = seeded(21);
    let falseVerdicts = 0;
    for (let experiment = 0; experiment < 60; experiment += 1) {
      const arms = ['a', 'b', 'c'].map((id) => new GrowingArm(id, random));
      if (isEverBetter(arms, 1_000, 1.96 / 3.1)) falseVerdicts += 1;
    }
    expect(falseVerdicts / 60).toBeGreaterThan(0.4);
  });
});

describe('two that differ', () => {
  const outcomeOf = (behaviour: Partial<Behaviour>, conversations = 1_500) => {
    const random = seeded(7);
    const arms = [new GrowingArm('usual', random), new GrowingArm('other', random, { ...USUAL, ...behaviour })];
    for (let made = 0; made < conversations; made += 1) for (const arm of arms) arm.converse();
    return verdictOf(compared(arms));
  };

  test('are told apart by failures, satisfaction and latency', () => {
    expect(outcomeOf({ failureShare: 0.25 })).toMatchObject({
      verdict: 'better',
      metric: 'failures',
      integrationId: 'usual',
      thanIntegrationId: 'other',
    });
    expect(outcomeOf({ pleasedShare: 0.8 })).toMatchObject({ metric: 'satisfaction', integrationId: 'other' });
    expect(outcomeOf({ waitMs: 700 })).toMatchObject({ metric: 'latency', integrationId: 'other' });
  });

  test('are judged by the gravest metric: faster and failing more often is not better', () => {
    expect(outcomeOf({ failureShare: 0.3, waitMs: 400 })).toMatchObject({ metric: 'failures', integrationId: 'usual' });
  });

  test('are not told apart before each has 100 conversations', () => {
    expect(outcomeOf({ failureShare: 0.5, waitMs: 90 }, 99)).toEqual({
      verdict: 'insufficient_data',
      metric: null,
      integrationId: null,
      thanIntegrationId: null,
      pValue: null,
      adjustedPValue: null,
    });
    expect(outcomeOf({ failureShare: 0.5, waitMs: 90 }, 100).verdict).toBe('better');
  });
});

describe('a comparison', () => {
  const arm = (integrationId: string, conversations: number, failed: number): Arm => ({
    integrationId,
    conversations,
    failed: { hits: failed, total: conversations },
    pleased: { hits: 10, total: 20 },
    waitLog: { count: conversations, mean: Math.log(1_000), variance: 0.25 },
  });

  test('tells the two values, how far they are apart and how sure that is', () => {
    const [failures, satisfaction, latency] = comparisonsOf([arm('a', 400, 40), arm('b', 400, 80)], arm('a', 400, 40));
    // z = 0.1 / sqrt(0.15 * 0.85 / 200) = 3.9606; 200 * 0.04 = 8; 3 * exp(-z^2 / 2 * 8 / 9) = 0.002814.
    expect(failures).toMatchObject({
      metric: 'failures',
      integrationId: 'b',
      controlId: 'a',
      verdict: 'better',
      betterIntegrationId: 'a',
      conversations: 400,
      value: 0.2,
      controlValue: 0.1,
      change: { kind: 'difference', value: expect.closeTo(0.1, 12) },
      pValue: expect.closeTo(0.002814, 6),
      // Two could be tested.
      adjustedPValue: expect.closeTo(0.005628, 6),
    });
    expect(failures?.change?.low).toBeGreaterThan(0);
    expect(satisfaction).toMatchObject({ verdict: 'insufficient_data', conversations: 20, pValue: null, change: null });
    expect(latency).toMatchObject({
      verdict: 'no_difference_shown',
      betterIntegrationId: null,
      value: expect.closeTo(1_000, 6),
      change: { kind: 'ratio', value: 1 },
      pValue: 1,
    });
  });

  test('is with the one that has the most turns, and needs two that were given conversations', () => {
    const arms = [arm('a', 10, 0), arm('b', 20, 0), arm('c', 0, 0)].map((one, at) => ({
      ...one,
      turns: [50, 40, 90][at]!,
    }));
    expect(controlOf(arms)?.integrationId).toBe('a');
    expect(comparisonsOf(arms, arms[0]!).map(({ integrationId }) => integrationId)).toEqual(['b', 'b', 'b']);
    expect(controlOf([arms[0]!, arms[2]!])).toBeUndefined();
    expect(verdictOf([]).verdict).toBe('insufficient_data');
  });
});
