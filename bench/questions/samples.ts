/**
 * Pairs of a message and the phrasings of a question, with whether they ask the same. Every message is put to its own question,
 * without the phrasing that it is itself, and to the others that look most like it.
 *
 * A message is of the tuning or the reported half by a hash of its id; the phrasings that it is compared with are what a base
 * holds, and are in both.
 */
import { type MatchFeatures, matchFeatures } from '../../libs/domain/replies/evidence/question-match-features';
import { comparedQuestion } from '../../libs/domain/replies/evidence/question-match-words';
import { type Half, halfOf, loadDataset } from '../retrieval/datasets';
import { type QuestionGroup, writtenQuestions } from './written-questions';

export interface Candidate {
  /** One for each phrasing. */
  features: MatchFeatures[];
  isSame: boolean;
  phrasings: readonly string[];
}

export interface Sample {
  set: string;
  asked: string;
  /** The own question first, then the others that look most like it. */
  candidates: Candidate[];
}

interface Asked {
  id: string;
  text: string;
  own: QuestionGroup;
}

/** Others that a search would also find. */
const rivals = 3;
/** Phrasings of a question in a base; people seldom write more. */
const phrasingsOfStackFaq = [1, 4] as const;
/** Of one paragraph; each asks something else about one subject. */
const squadQuestions = 1_500;

export function drawSamples(folder: string, half: Half): Sample[] {
  return [...ofWritten(half), ...ofStackFaq(folder, half), ...ofSquad(folder, half)];
}

function ofWritten(half: Half): Sample[] {
  const asked = writtenQuestions.flatMap((own) =>
    own.phrasings.map((text, at) => ({ id: `${own.id}-${at}`, text, own })),
  );
  const ours = asked.filter(({ id }) => halfOf(id) === half);
  return ours.flatMap((one) => {
    const others = writtenQuestions.filter(({ language }) => language === one.own.language);
    return [
      sampleOf('written', one, others, (texts) => texts),
      sampleOf('written-1', one, others, (texts) => texts.slice(0, 1)),
    ];
  });
}

function ofStackFaq(folder: string, half: Half): Sample[] {
  const { passages, queries } = loadDataset(folder, 'stackfaq-first');
  const groups = passages.map(({ id, title }) => ({
    id,
    language: 'en',
    phrasings: [title, ...queries.filter(({ grades }) => grades.has(id)).map(({ text }) => text)],
  }));
  const asked = queries.flatMap(({ id, text, grades }) =>
    groups.filter((group) => grades.has(group.id)).map((own) => ({ id, text, own })),
  );
  const ours = asked.filter(({ id }) => halfOf(id) === half);
  return phrasingsOfStackFaq.flatMap((count) =>
    ours.map((one) => sampleOf(`stackfaq-${count}`, one, groups, (texts) => texts.slice(0, count))),
  );
}

/** Only what is not the same: questions about one paragraph. */
function ofSquad(folder: string, half: Half): Sample[] {
  const { queries } = loadDataset(folder, 'squad1-even');
  const byPassage = Map.groupBy(queries, ({ grades }) => [...grades.keys()][0] ?? '');
  const ours = queries.filter(({ id }) => halfOf(id) === half).slice(0, squadQuestions);
  return ours.flatMap((query) => {
    const siblings = byPassage.get([...query.grades.keys()][0] ?? '') ?? [];
    const others = siblings.filter(({ id, text }) => id !== query.id && text !== query.text);
    const candidates = others.map(({ text }) => candidateOf(query.text, [text], 'en', false));
    return candidates.length === 0
      ? []
      : [{ set: 'squad', asked: query.text, candidates: candidates.sort(byLikeness).slice(0, 1) }];
  });
}

function sampleOf(
  set: string,
  { text, own }: Asked,
  groups: readonly QuestionGroup[],
  held: (phrasings: readonly string[]) => readonly string[],
): Sample {
  const candidate = (group: QuestionGroup) => {
    const phrasings = held(group.phrasings.filter((phrasing) => phrasing !== text));
    return candidateOf(text, phrasings, group.language, group === own);
  };
  const others = groups.filter((group) => group !== own).map(candidate);
  return { set, asked: text, candidates: [candidate(own), ...others.sort(byLikeness).slice(0, rivals)] };
}

function candidateOf(asked: string, phrasings: readonly string[], language: string, isSame: boolean): Candidate {
  const features = phrasings.map((phrasing) =>
    matchFeatures(comparedQuestion(asked, language), comparedQuestion(phrasing, language)),
  );
  return { features, isSame, phrasings };
}

/** Before a model is fitted: by the words that both say. */
function byLikeness(one: Candidate, other: Candidate): number {
  const likeness = ({ features }: Candidate) =>
    Math.max(...features.map(({ product, gramShare }) => product + gramShare));
  return likeness(other) - likeness(one);
}
