import { madeUpExamples } from '#testing/intents';
import { readArtefact } from './artefact/artefact';
import { type LabelledText, OUT_OF_SCOPE, type Prediction } from './classifier.types';
import { IntentClassifier } from './intent-classifier';
import { readJudgements } from './report/judgements';
import { SeededRandom } from './seeded-random';
import { trainClassifier } from './train-classifier';

function trained(...examples: [text: string, intent: string][]) {
  const labelled = examples.map(([text, intent]): LabelledText => ({ text, intent }));
  const { artefact, report } = trainClassifier(labelled);
  const classifier = IntentClassifier.load(artefact);
  return { report, predict: (text: string) => classifier.predict(text) };
}

function expectRefused({ inScope, confidence }: Prediction): void {
  expect(inScope).toBe(false);
  expect(confidence).toBeLessThan(0.4);
}

function expectSure(prediction: Prediction, intent: string): void {
  expect(prediction).toMatchObject({ intent, inScope: true });
  expect(prediction.confidence).toBeGreaterThan(0.8);
}

const greetings: [string, string][] = ['hi', 'hello', 'hey there', 'good morning', 'good evening'].map((text) => [
  text,
  'greet',
]);
const hours: [string, string][] = [
  'when are you open',
  'what are your opening hours',
  'are you open on sunday',
  'opening times',
  'when do you close',
].map((text) => [text, 'hours']);

describe('a classifier of many examples', () => {
  const examples = madeUpExamples(600);
  const outOfScope = ['what is the weather', 'tell me a joke', 'who won the match', 'play some music'];
  const { artefact, report } = trainClassifier([
    ...examples,
    ...outOfScope.map((text) => ({ text, intent: OUT_OF_SCOPE })),
  ]);
  const classifier = IntentClassifier.load(artefact);

  it('knows intents from sentences it has not seen, also with typos', () => {
    const asked = madeUpExamples(200, 77);
    const right = asked.filter(({ text, intent }) => classifier.predict(text).intent === intent);
    expect(right.length).toBeGreaterThan(190);
    expectSure(classifier.predict('wher is my wardrobe?'), 'order_status');
    expect(classifier.predict('wher is my wardrob?').intent).toBe('order_status');
  });

  it('ranks up to five intents, the best first, with confidences of less than one together', () => {
    const { intent, confidence, ranking } = classifier.predict('i want my money back for the desk');
    expect(ranking).toHaveLength(5);
    expect(ranking[0]).toEqual({ intent, confidence });
    const confidences = ranking.map((ranked) => ranked.confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(confidences.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1);
  });

  it('refuses what has nothing to do with any intent', () => {
    expectRefused(classifier.predict('photosynthesis converts sunlight into chemical energy'));
    expectRefused(classifier.predict('tell me another joke'));
    expectRefused(classifier.predict(''));
  });

  it('reports what the cross-validation measured', () => {
    expect(report).toMatchObject({ examples: 600, intents: 6, outOfScopeExamples: 4, folds: 5 });
    expect(report.accuracy).toBeGreaterThan(0.9);
    expect(report.macroF1).toBeGreaterThan(0.9);
    expect(report.loss).toBeLessThan(0.5);
    expect(report.calibrationError).toBeLessThan(0.15);
    expect(report.perIntent.map(({ intent }) => intent)).toEqual([
      'cancel_order',
      'directions',
      'greeting',
      'opening_hours',
      'order_status',
      'refund',
    ]);
    expect(report.perIntent.every(({ examples: count }) => count === 100)).toBe(true);
  });

  it('keeps 95 of 100 in-scope examples at its threshold', () => {
    const kept = madeUpExamples(200, 99).filter(({ text }) => classifier.predict(text).inScope);
    expect(kept.length).toBeGreaterThan(185);
  });

  it('is the same to the byte for the same examples and seed', () => {
    expect(trainClassifier(examples, { seed: 3 })).toEqual(trainClassifier(examples, { seed: 3 }));
  });
});

describe('a network beside the machines', () => {
  /** What one word means depends on the other, and they do not stand together. */
  const mixed = (count: number, seed: number): LabelledText[] => {
    const random = new SeededRandom(seed);
    const word = (...words: string[]) => words[random.below(words.length)]!;
    return Array.from({ length: count }, () => {
      const [colour, side] = [word('crimson', 'violet'), word('upstairs', 'outside')];
      const thing = () => word('lamp', 'chair', 'table', 'carpet', 'mirror', 'wardrobe', 'shelf', 'curtain', 'vase');
      const intent = (colour === 'crimson') === (side === 'upstairs') ? 'keep' : 'sell';
      return { text: `${word('the', 'that', 'my', 'our')} ${colour} ${thing()} and ${thing()} ${side}`, intent };
    });
  };

  it('knows what words mean together', () => {
    const classifier = IntentClassifier.load(trainClassifier(mixed(1_200, 1)).artefact);
    const asked = mixed(100, 2);
    const right = asked.filter(({ text, intent }) => classifier.predict(text).intent === intent);
    expect(right.length).toBeGreaterThan(90);
  });

  it('is left out where there are too few examples to show that it helps', () => {
    expect(readArtefact(trainClassifier(madeUpExamples(100)).artefact).network).toBeUndefined();
  });
});

describe('the report', () => {
  it('names the intents that are taken for each other, with texts', () => {
    const mixed = madeUpExamples(240).map(({ text, intent }, at): LabelledText => {
      const isConfused = intent === 'refund' || intent === 'cancel_order';
      return { text: `${text} ${at}`, intent: isConfused && at % 4 < 2 ? 'after_sales' : intent };
    });
    const [worst] = trainClassifier(mixed).report.confusions;
    expect([worst?.intent, worst?.predicted]).toContain('after_sales');
    expect(worst?.texts.length).toBeGreaterThan(0);
    expect(worst?.texts.length).toBeLessThanOrEqual(5);
  });

  it('tells how the figures came about, and what to do about the examples', () => {
    const repeated = { text: 'hello sam', intent: 'greeting' };
    const examples = [...madeUpExamples(600), repeated, repeated, { text: 'Hello Sam!', intent: 'directions' }];
    const { report } = trainClassifier(examples);
    expect(report.calibrationCurve.reduce((sum, { count }) => sum + count, 0)).toBe(report.heldOutExamples);
    expect(report.scope.keptInScope).toBeGreaterThanOrEqual(0.94);
    expect(report.scope.outOfScopeRecall).toBeNull();
    expect(report.scope.leftOutRecall).toBeGreaterThan(0);
    expect(report.scope.auroc).toBeGreaterThan(0.5);
    expect(report.duplicates.groups.find(({ text }) => text === 'hello sam')?.count).toBeGreaterThanOrEqual(2);
    expect(report.contradictions.groups).toContainEqual({
      text: expect.stringMatching(/^hello sam!?$/i),
      intents: [
        { intent: 'greeting', count: expect.any(Number) },
        { intent: 'directions', count: 1 },
      ],
    });
    const [smallest, ...larger] = report.learningCurve.map(({ accuracy }) => accuracy);
    expect(larger).toHaveLength(3);
    expect(larger.at(-1)).toBeGreaterThan(smallest!);
    expect(report.suggestions.map(({ kind }) => kind)).toContain('contradictory_texts');
  });

  it('judges an example by a fold that does not change with the seed, nor with most examples that are added', async () => {
    const heldOutBy = async (extra: LabelledText[], seed: number) => {
      const { judgements } = trainClassifier([...madeUpExamples(300), ...extra], { seed });
      return (await readJudgements(judgements)).judged.map(({ key, text }) => `${key} ${text}`).sort();
    };
    const first = await heldOutBy([], 1);
    expect(await heldOutBy([], 2)).toEqual(first);
    const later = await heldOutBy([{ text: 'where on earth is my lamp', intent: 'order_status' }], 3);
    expect(first.filter((example) => later.includes(example)).length).toBeGreaterThan(0.95 * first.length);
  });
});

describe('progress', () => {
  it('rises from 0 to 100 in small steps through all stages', () => {
    const told: [number, string][] = [];
    trainClassifier(madeUpExamples(300), { onProgress: (percent, stage) => told.push([percent, stage]) });
    const percents = told.map(([percent]) => percent);
    expect(percents[0]).toBe(0);
    expect(percents.at(-1)).toBe(100);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect([...new Set(told.map(([, stage]) => stage))]).toEqual(['preparing', 'fitting', 'validating', 'packing']);
  });

  it('is told of so often that a training of many examples can be ended within a second', () => {
    const percents: number[] = [];
    trainClassifier(madeUpExamples(2_000), { onProgress: (percent) => percents.push(percent) });
    expect(percents.length).toBeGreaterThan(60);
    expect(Math.max(...percents.slice(1).map((percent, at) => percent - percents[at]!))).toBeLessThan(8);
  });

  it.each(['preparing', 'fitting', 'validating', 'packing'])('ends the training from its listener, %s', (wanted) => {
    const stop = new Error('cancelled');
    const onProgress = (percent: number, stage: string) => {
      if (stage === wanted && percent > 0) throw stop;
    };
    expect(() => trainClassifier(madeUpExamples(400), { onProgress })).toThrow(stop);
  });

  it('ends the training with what its listener throws', () => {
    const stop = new Error('cancelled');
    const onProgress = (percent: number) => {
      if (percent > 20) throw stop;
    };
    expect(() => trainClassifier(madeUpExamples(120), { onProgress })).toThrow(stop);
  });
});

describe('names of intents', () => {
  const opaque = (intent: string) =>
    ({ card_arrival: 'a1', card_pin_change: 'b2', transfer_fee: 'c3' })[intent] ?? intent;
  const examples: [text: string, intent: string][] = [
    ['it is not here yet', 'card_arrival'],
    ['how long must i wait', 'card_arrival'],
    ['i want other digits', 'card_pin_change'],
    ['set new digits', 'card_pin_change'],
    ['what do you charge', 'transfer_fee'],
    ['is it free of cost', 'transfer_fee'],
  ];

  it('teach what they say, as examples do', () => {
    const { predict } = trained(...examples);
    expect(predict('my pin').intent).toBe('card_pin_change');
    expect(predict('do you take a fee').intent).toBe('transfer_fee');
    const named = predict('when will my card arrive').ranking[0]!.confidence;
    const numbered = trained(...examples.map(([text, intent]): [string, string] => [text, opaque(intent)]));
    expect(named).toBeGreaterThan(numbered.predict('when will my card arrive').ranking[0]!.confidence);
  });

  it('do not count as examples, nor as texts that were held out', () => {
    const { report } = trained(...examples);
    expect(report).toMatchObject({ examples: 6, intents: 3 });
    expect(report.perIntent.map((scores) => scores.examples)).toEqual([2, 2, 2]);
  });
});

describe('few examples', () => {
  it('of one intent with one example: knows it again, and refuses the rest', () => {
    const { predict, report } = trained(['hi', 'greet']);
    expectSure(predict('hi'), 'greet');
    expectSure(predict('Hi!'), 'greet');
    expectRefused(predict('What are your opening hours?'));
    expectRefused(predict(''));
    expect(report).toMatchObject({ examples: 1, intents: 1, accuracy: null, macroF1: null, loss: null, folds: 0 });
  });

  it('of one intent with five examples: knows them again, and refuses the rest', () => {
    const { predict, report } = trained(...greetings);
    expectSure(predict('Hello!'), 'greet');
    expectRefused(predict('What are your opening hours?'));
    expect(report.accuracy).toBeNull();
  });

  it('of two intents with one example: tells them apart, and refuses the rest', () => {
    const { predict, report } = trained(['hi', 'greet'], ['see you soon', 'leave']);
    expectSure(predict('Hi'), 'greet');
    expectSure(predict('see you soon!'), 'leave');
    expectRefused(predict('What are your opening hours?'));
    expect(report.accuracy).toBeNull();
  });

  it('of two intents with five examples: knows what is said in near words', () => {
    const { predict, report } = trained(...greetings, ...hours);
    expectSure(predict('are you open on monday?'), 'hours');
    expectSure(predict('hey'), 'greet');
    expectRefused(predict('my parcel is broken'));
    expect(report.accuracy).toBeGreaterThan(0.5);
  });

  it('of intents with one example each: knows each again', () => {
    const { predict, report } = trained(
      ['hi', 'greet'],
      ['when are you open', 'hours'],
      ['where is my order', 'order'],
      ['cancel my subscription', 'cancel'],
    );
    expectSure(predict('Where is my order?'), 'order');
    expectSure(predict('cancel subscription'), 'cancel');
    expectRefused(predict('photosynthesis'));
    expect(report).toMatchObject({ accuracy: null, folds: 0 });
  });

  it('that are all equal: is sure of nothing', () => {
    const { predict } = trained(['hi', 'one'], ['hi', 'two'], ['Hi!', 'one']);
    expect(predict('hi').confidence).toBeLessThan(0.6);
  });

  it('only out of scope, or none at all: knows no intent', () => {
    const nothing: Prediction = { intent: OUT_OF_SCOPE, confidence: 0, inScope: false, ranking: [] };
    expect(trained(['hi', OUT_OF_SCOPE]).predict('hi')).toEqual(nothing);
    expect(trained().predict('hi')).toEqual(nothing);
  });

  it('that are empty: are left out', () => {
    const { predict, report } = trained(['', 'empty'], ['?!', 'empty'], ['hi', 'greet']);
    expectSure(predict('hi'), 'greet');
    expect(report).toMatchObject({ examples: 3, intents: 1 });
  });

  it('that are very long: are cut, and count all the same', () => {
    const long = 'where is the parcel that i ordered '.repeat(4_000);
    const { predict } = trained([long, 'order'], ['hi', 'greet']);
    expectSure(predict(long), 'order');
    expectSure(predict('hi'), 'greet');
  });

  it('in scripts without spaces: knows what is said in near words', () => {
    const { predict } = trained(
      ['営業時間を教えてください', 'hours'],
      ['何時に開きますか', 'hours'],
      ['你们几点开门', 'hours'],
      ['ร้านเปิดกี่โมง', 'hours'],
      ['注文をキャンセルしたい', 'cancel'],
      ['キャンセルの方法', 'cancel'],
      ['我要取消订单', 'cancel'],
      ['ยกเลิกคำสั่งซื้อ', 'cancel'],
    );
    expectSure(predict('営業時間は？'), 'hours');
    expectSure(predict('注文のキャンセル'), 'cancel');
    expectSure(predict('几点开门'), 'hours');
    expectSure(predict('取消订单'), 'cancel');
    expectSure(predict('เปิดกี่โมง'), 'hours');
    expectSure(predict('อยากยกเลิก'), 'cancel');
  });
});
