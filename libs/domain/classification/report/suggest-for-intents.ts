import { CosineProbe } from '../confidence/nearest-example';
import type { SparseRows } from '../features/sparse-rows';
import { rowsByIntent } from '../held-out/folds';
import type { Advice, Findings } from './findings';
import { countedBy } from './intent-scores';
import { isRight, shownText } from './judged-texts';
import { overlappingPairs } from './suggest-for-pairs';
import { counted, named, percent } from './wording';

/** What an intent should have at least. */
const FEW_EXAMPLES = 10;
/** More than that nobody is asked to write. */
const MOST_WANTED = 50;
const LOW_RECALL = 0.8;
/** Cosine to the nearest other example of the intent: below, they have little more than small words in common. */
const UNLIKE = 0.35;
/** Rows are shuffled, so the first of an intent are a fair choice. */
const MOST_COMPARED = 1_000;
const FEWEST_MISSED = 2;
const LEAST_SHARE_MISSED = 0.1;
/** Times the examples of the intent in the middle. */
const IMBALANCE = 10;
const FEWEST_INTENTS = 3;

/** Few in themselves or beside the others, where that shows. */
export function tooFewExamples({ judged, figures }: Findings): Advice[] {
  const middle = middleOf(figures);
  const heldOut = countedBy(judged, ({ intent }) => intent);
  return figures.perIntent.flatMap(({ intent, examples, recall }, index) => {
    const held = heldOut.get(index) ?? 0;
    const isFew =
      examples < FEW_EXAMPLES ? held === 0 || recall < LOW_RECALL : 4 * examples <= middle && recall < LOW_RECALL;
    if (!isFew) return [];
    const more = Math.max(FEW_EXAMPLES, Math.min(middle, MOST_WANTED)) - examples;
    const others = middle > examples ? `, other intents about ${middle}` : '';
    const shown = held === 0 ? '' : `; ${percent(recall)} of those held out are recognised`;
    return {
      kind: 'too_few_examples' as const,
      intent,
      message:
        `${named([intent])} has ${counted(examples, 'example')}${others}${shown}. Add about ${more} more, in other words ` +
        'than those that it has.',
      worth: (1 - (held === 0 ? 0 : recall)) * Math.max(examples, more / 2),
    };
  });
}

/** Examples that were missed because the intent has none like them; those of overlapping pairs are told there. */
export function missedWordings(findings: Findings): Advice[] {
  const { data, judged } = findings;
  const explained = new Set(overlappingPairs(findings).flatMap(({ errors }) => errors));
  const rowsOf = rowsByIntent(data);
  const probe = new CosineProbe(data.vocabulary.size);
  return [...Map.groupBy(judged, ({ intent }) => intent)].flatMap(([index, held]) => {
    const missed = held.filter((text) => !(isRight(text) && text.inScope) && !explained.has(text));
    const least = Math.max(FEWEST_MISSED, LEAST_SHARE_MISSED * held.length);
    if (missed.length < least) return [];
    const own = (rowsOf.get(index) ?? []).slice(0, MOST_COMPARED);
    const unlike = missed.filter(({ row }) => nearestOther(data.rows, row, own, probe) < UNLIKE);
    if (unlike.length < least) return [];
    const intent = data.intents[index]!;
    return {
      kind: 'missed_wordings' as const,
      intent,
      message:
        `${named([intent])} misses ${unlike.length} of ${counted(held.length, 'held-out example')} because they are worded ` +
        'unlike its other ones. Add more examples like these.',
      texts: unlike.map(({ row }) => shownText(data.texts[row]!)),
      worth: unlike.length,
    };
  });
}

/** One that has far more examples than the others, and is seen where they are meant. */
export function imbalance({ judged, figures }: Findings): Advice[] {
  const middle = middleOf(figures);
  const [largest] = [...figures.perIntent].sort((a, b) => b.examples - a.examples);
  if (!largest || figures.intents < FEWEST_INTENTS || largest.examples < IMBALANCE * middle) return [];
  const index = figures.perIntent.indexOf(largest);
  const taken = judged.filter(({ intent, predicted }) => predicted === index && intent !== index).length;
  return [
    {
      kind: 'imbalance',
      intent: largest.intent,
      message:
        `${named([largest.intent])} has ${counted(largest.examples, 'example')}, most other intents about ${middle}; ` +
        `${counted(taken, 'held-out example')} of others ${taken === 1 ? 'was' : 'were'} taken for it. Add examples to the ` +
        'others, or take out those of it that say the same.',
      worth: taken,
    },
  ];
}

function nearestOther(rows: SparseRows, row: number, own: readonly number[], probe: CosineProbe): number {
  const [start, end] = [rows.starts[row]!, rows.starts[row + 1]!];
  const others = own.filter((other) => other !== row);
  return probe.nearest(rows.ids.subarray(start, end), rows.values.subarray(start, end), rows, others);
}

/** Examples of the intent in the middle. */
function middleOf({ perIntent }: Findings['figures']): number {
  const counts = perIntent.map(({ examples }) => examples).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}
