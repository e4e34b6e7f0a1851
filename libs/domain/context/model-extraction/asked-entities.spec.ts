import { entitiesIn } from './asked-entities';

const turn = { message: 'Is Anna Berg from Café Müller there?', reply: 'She is in Bonn.' };
const entities = (answer: unknown) => entitiesIn(typeof answer === 'string' ? answer : JSON.stringify(answer), turn);

describe('what a model finds in a turn', () => {
  test('is believed when it was said', () => {
    expect(
      entities([
        { type: 'person', value: 'Anna Berg', confidence: 0.8 },
        { type: 'place', value: 'bonn', confidence: 0.5 },
      ]),
    ).toEqual([
      { type: 'person', value: 'Anna Berg', confidence: 0.8 },
      { type: 'place', value: 'bonn', confidence: 0.5 },
    ]);
  });

  test('is read out of a fence or a sentence', () => {
    expect(
      entities('Here it is:\n```json\n[{"type":"person","value":"Anna Berg","confidence":0.8}]\n```'),
    ).toHaveLength(1);
  });

  test('is never surer than 0.9', () => {
    expect(entities([{ type: 'person', value: 'Anna Berg', confidence: 1 }])).toMatchObject([{ confidence: 0.9 }]);
  });

  test.each([
    ['was not said', [{ type: 'person', value: 'Bob', confidence: 0.8 }]],
    ['has no kind', [{ type: 'A Person!', value: 'Anna Berg', confidence: 0.8 }]],
    ['has another shape', [{ kind: 'person', name: 'Anna Berg' }]],
    ['has no number', [{ type: 'person', value: 'Anna Berg', confidence: 'high' }]],
    ['is no JSON', 'I cannot do that.'],
    ['is empty', ''],
    ['is an object', { type: 'person', value: 'Anna Berg', confidence: 0.8 }],
  ])('is left when it %s', (_what, answer) => {
    expect(entities(answer)).toEqual([]);
  });

  test('is bounded in number', () => {
    const many = Array.from({ length: 50 }, () => ({ type: 'person', value: 'Anna Berg', confidence: 0.8 }));
    expect(entities(many)).toHaveLength(20);
  });
});
