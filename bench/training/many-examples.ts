/** As many examples as a large bot has: of clinc150 where the data are, else made up. */
import type { LabelledText } from '../../libs/domain/classification/classifier.types';
import { option } from '../retrieval/options';
import { Random } from '../retrieval/random';
import { readIntentSets } from './intent-sets';
import { evenly } from './protocols/sampling';

const SET = 'clinc150';
const INTENTS = 150;
const EXAMPLES_OF_INTENT = 100;
const WORDS = 4_000;
const WORDS_OF_INTENT = 12;
const SYLLABLES = [
  'ba',
  'co',
  'di',
  'fu',
  'ga',
  'ho',
  'ki',
  'lu',
  'ma',
  'ne',
  'po',
  'qui',
  'ra',
  'se',
  'ti',
  'vo',
] as const;

/** 15,000 of 150 intents, and with `--data` those out of scope; with `--examples` so many, evenly out of all. */
export function manyExamples(): LabelledText[] {
  const all = allExamples();
  return evenly(all, Number(option('examples') ?? all.length));
}

function allExamples(): LabelledText[] {
  const folder = option('data');
  if (folder === undefined) return madeUp();
  const set = readIntentSets(folder, 'valid').find(({ name }) => name === SET);
  if (!set) throw new Error(`There is no ${SET} in ${folder}/intents`);
  return set.train;
}

/** Sentences of five to twelve words, of which the intent's own words are a third and all others as frequent as in speech. */
function madeUp(): LabelledText[] {
  const random = new Random('many examples');
  const word = (rank: number) => [...rank.toString(16)].map((digit) => SYLLABLES[Number.parseInt(digit, 16)]).join('');
  // Zipf's law: the word of rank r with a chance near 1 / r.
  const anyWord = () => word(Math.floor(WORDS ** random.next()));
  return Array.from({ length: INTENTS }, (_, intent) => {
    const own = Array.from({ length: WORDS_OF_INTENT }, () => word(Math.floor(random.next() * WORDS)));
    const sentence = () =>
      Array.from({ length: 5 + Math.floor(random.next() * 8) }, () =>
        random.next() < 1 / 3 ? own[Math.floor(random.next() * own.length)]! : anyWord(),
      ).join(' ');
    return Array.from({ length: EXAMPLES_OF_INTENT }, () => ({ text: sentence(), intent: `intent_${intent}` }));
  }).flat();
}
