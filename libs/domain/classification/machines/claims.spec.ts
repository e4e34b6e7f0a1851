import type { LabelledText } from '../classifier.types';
import { prepareRows } from '../examples/training-rows';
import { addShared, claimsOf } from './claims';
import { OneVsRest } from './one-vs-rest';

const NAMES = ['alarm_off', 'lamp_off', 'weather'];

function rowsOf(perIntent: number) {
  const examples = NAMES.flatMap((intent) =>
    Array.from({ length: perIntent }, (_, at): LabelledText => ({ intent, text: `${intent} ${'x'.repeat(at + 1)}` })),
  );
  return prepareRows(examples, 1, () => {});
}

describe('claimsOf', () => {
  it('lets intents share a machine whose names share a word', () => {
    const [, , , ...shared] = claimsOf(rowsOf(3));
    expect(shared.map(({ intents }) => intents)).toEqual([[0, 1]]);
  });

  it('gives each intent of many examples its own machine alone', () => {
    expect(claimsOf(rowsOf(40)).map(({ intents }) => intents)).toEqual([[0], [1], [2]]);
  });
});

describe('addShared', () => {
  it('makes one machine, whose margin is the own one with a share of the others', () => {
    const data = rowsOf(3);
    const claims = claimsOf(data);
    const machines = new OneVsRest(data, claims, 1);
    const marginOf = ({ weights, bias }: { weights: Float64Array; bias: number }, row: number) =>
      data.rows.dot(weights, row) + bias;
    const [own, shared] = [machines.fit(0), machines.fit(3)];
    const both = addShared(own, 0, [{ claim: claims[3]!, solution: shared }]);
    expect(marginOf(both, 0)).toBeCloseTo(marginOf(own, 0) + claims[3]!.share * marginOf(shared, 0), 6);
    expect(addShared(machines.fit(2), 2, [{ claim: claims[3]!, solution: shared }])).toEqual(machines.fit(2));
  });
});
