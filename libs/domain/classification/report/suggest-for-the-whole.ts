import { OUT_OF_SCOPE } from '../classifier.types';
import type { Advice, Findings } from './findings';
import { counted, named, percent } from './wording';

const WANTED_OUT_OF_SCOPE = 20;
const WEAK_RECALL = 0.8;
/** Of the texts that people write, as a guess: what is out of scope. */
const SHARE_OUT_OF_SCOPE = 0.1;
/** What doubling the examples must raise to be worth the writing, and what is none. */
const RISING = 0.01;
const FLAT = 0.004;
/** Above, there is little left to gain. */
const GOOD_ACCURACY = 0.95;
const WEAKEST_NAMED = 3;

export function outOfScopeExamples({ figures, judged }: Findings): Advice[] {
  const { outOfScopeExamples: count, scope } = figures;
  const recall = scope.outOfScopeRecall ?? scope.leftOutRecall;
  if (figures.intents === 0 || count >= WANTED_OUT_OF_SCOPE || (recall ?? 0) >= WEAK_RECALL) return [];
  const has =
    count === 0 ? 'There are no examples' : `There ${count === 1 ? 'is' : 'are'} only ${counted(count, 'example')}`;
  const shown =
    scope.leftOutRecall === null
      ? ''
      : `; ${percent(1 - scope.leftOutRecall)} of texts of an intent that the model did not know were taken for another`;
  return [
    {
      kind: 'out_of_scope_examples',
      intent: OUT_OF_SCOPE,
      message:
        `${has} of what is out of scope (intent ${named([OUT_OF_SCOPE])})${shown}. Add about ` +
        `${WANTED_OUT_OF_SCOPE - count} texts that people write and no intent answers.`,
      worth: (1 - (recall ?? 0)) * SHARE_OUT_OF_SCOPE * Math.max(judged.length, WANTED_OUT_OF_SCOPE),
    },
  ];
}

/** Whether more of the same would help, by the last doubling of the learning curve. */
export function learningCurve({ figures, judged }: Findings): Advice[] {
  const [half, whole] = figures.learningCurve.slice(-2);
  if (half === undefined || whole === undefined) return [];
  const gain = (whole.accuracy - half.accuracy) / Math.log2(whole.examples / half.examples);
  const [from, to] = [half, whole].map(
    ({ accuracy, examples }) => `${percent(accuracy)} with ${counted(examples, 'example')}`,
  );
  const told = `The linear part of the model is right on ${from} and on ${to}`;
  if (gain >= RISING) {
    const weakest = [...figures.perIntent].sort((a, b) => a.f1 - b.f1).slice(0, WEAKEST_NAMED);
    const message = `${told}: more examples will make it better, most of all those of ${named(weakest.map(({ intent }) => intent))}.`;
    return [{ kind: 'more_examples', message, worth: gain * judged.length }];
  }
  if (gain > FLAT || whole.accuracy >= GOOD_ACCURACY) return [];
  const message = `${told}: more of the same will not help. Part the intents that are taken for each other, and add wordings that are missed.`;
  return [{ kind: 'other_examples', message, worth: 0.25 * (1 - whole.accuracy) * judged.length }];
}
