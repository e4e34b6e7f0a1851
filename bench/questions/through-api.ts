/**
 * What the whole product makes of near-duplicate questions, through its HTTP API: the questions of StackFAQ are added with their
 * titles and the first few paraphrases as phrasings, and the paraphrases that are left are put to the search and the bot.
 * Paraphrases that are phrasings are never asked; those asked are split by `halfOf`.
 *
 * Refusals: two bases of half the questions each. Every paraphrase is put to the base that does not hold its question.
 */
import MiniSearch from 'minisearch';
import { analyzerFor } from '../../libs/domain/language/analyzer';
import { must, type WireClient } from '../../libs/testing/parley';
import { type Half, halfOf, loadDataset } from '../retrieval/datasets';
import { auroc, calibrationError } from '../retrieval/metrics';
import { option } from '../retrieval/options';
import { startOwnServer } from '../training/own-server';

interface Faq {
  id: string;
  title: string;
  answer: string;
  paraphrases: readonly { id: string; text: string }[];
}

interface Asked {
  half: Half;
  text: string;
  own: Faq;
}

interface Asking {
  asked: Asked;
  /** By name, best first. */
  searched: { name: string; score: number }[];
  /** Name of the question that the bot's answer rests on; undefined when it was not asked, or said that it does not know. */
  answered?: string | undefined;
}

/** Paraphrases that are phrasings. */
const defaultCounts = '0,1,3,5';
const LEARNED_WITHIN_MS = 120_000;
const POLL_MS = 250;

export async function measureThroughApi(folder: string): Promise<void> {
  const faqs = readFaqs(folder);
  const half = option('half') as Half | undefined;
  const halves: readonly Half[] = half ? [half] : ['tuning', 'reported'];
  const { wire, stop } = await startOwnServer();
  try {
    for (const count of (option('counts') ?? defaultCounts).split(',').map(Number)) {
      const asked = askedOf(faqs, count).filter(({ half }) => halves.includes(half));
      const known = await askAll(wire, faqs, count, asked, true);
      const unknown: Asking[] = [];
      for (const parity of [0, 1]) {
        const held = faqs.filter((_, at) => at % 2 === parity);
        const strange = asked.filter(({ own }) => !held.includes(own));
        unknown.push(...(await askAll(wire, held, count, strange, false)));
      }
      for (const half of halves) report(count, half, faqs, ofHalf(known, half), ofHalf(unknown, half));
    }
  } finally {
    await stop();
  }
}

function readFaqs(folder: string): Faq[] {
  const { passages, queries } = loadDataset(folder, 'stackfaq-first');
  return passages.map(({ id, title, body }) => ({
    id,
    title,
    answer: body,
    paraphrases: queries.filter(({ grades }) => grades.has(id)),
  }));
}

function askedOf(faqs: readonly Faq[], count: number): Asked[] {
  return faqs.flatMap((own) => own.paraphrases.slice(count).map(({ id, text }) => ({ half: halfOf(id), text, own })));
}

function phrasingsOf({ title, paraphrases }: Faq, count: number): string[] {
  return [title, ...paraphrases.slice(0, count).map(({ text }) => text)];
}

async function askAll(
  wire: WireClient,
  faqs: readonly Faq[],
  count: number,
  asked: readonly Asked[],
  isBotAsked: boolean,
): Promise<Asking[]> {
  const bot = must(await wire.post('/api/v1/chatbots', { name: `FAQ ${count}` }), 201).body.data.id as string;
  const settings = { relevanceThreshold: 0 };
  const base = must(await wire.post(`/api/v1/chatbots/${bot}/knowledge-bases`, { name: 'FAQ', settings }), 201).body
    .data.id;
  const names = new Map<string, string>();
  for (const faq of faqs) {
    const question = { name: faq.id, phrasings: phrasingsOf(faq, count), answer: faq.answer, llmReply: false };
    const { id } = must(await wire.post(`/api/v1/knowledge-bases/${base}/questions`, question), 201).body.data;
    names.set(id, faq.id);
  }
  const search = async (query: string) => {
    const parameters = new URLSearchParams({ query, limit: '10' });
    const hits = must(await wire.get(`/api/v1/knowledge-bases/${base}/search?${parameters}`), 200).body.data;
    return hits.map(({ id, score }: { id: string; score: number }) => ({ name: names.get(id) ?? '', score }));
  };
  const answerer = async (message: string) => {
    const reply = must(await wire.post(`/api/v1/chatbots/${bot}/conversation`, { message }), 200).body.data;
    return names.get(reply.sources?.[0]?.itemId);
  };
  await untilLearned(search, asked[0]?.text ?? '');
  const askings: Asking[] = [];
  for (const one of asked) {
    const searched = await search(one.text);
    askings.push({ asked: one, searched, answered: isBotAsked ? await answerer(one.text) : undefined });
  }
  must(await wire.delete(`/api/v1/chatbots/${bot}`), 200);
  return askings;
}

/** The scores that words alone give change when the classifier speaks. */
async function untilLearned(search: (query: string) => Promise<{ score: number }[]>, query: string): Promise<void> {
  const first = JSON.stringify(await search(query));
  const deadlineMs = performance.now() + LEARNED_WITHIN_MS;
  let before = first;
  let unchanged = 0;
  // Questions that are added one by one are learned in several rounds; the last one is over when nothing changes any more.
  while (before === first || unchanged < 5_000 / POLL_MS) {
    if (performance.now() > deadlineMs) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const now = JSON.stringify(await search(query));
    unchanged = now === before ? unchanged + 1 : 0;
    before = now;
  }
}

function ofHalf(askings: readonly Asking[], half: Half): Asking[] {
  return askings.filter(({ asked }) => asked.half === half);
}

function report(
  count: number,
  half: Half,
  faqs: readonly Faq[],
  known: readonly Asking[],
  unknown: readonly Asking[],
): void {
  const share = (right: (asking: Asking) => boolean | undefined) =>
    ((100 * known.filter(right).length) / Math.max(1, known.length)).toFixed(1).padStart(5);
  const isOwn = ({ asked, searched }: Asking, at: number) => searched[at]?.name === asked.own.id;
  const positives = known.map((asking) => asking.searched.find(({ name }) => name === asking.asked.own.id)?.score ?? 0);
  const negatives = unknown.map(({ searched }) => searched[0]?.score ?? 0);
  const told = [...known, ...unknown].map((asking) => ({
    probability: asking.searched[0]?.score ?? 0,
    isRight: isOwn(asking, 0),
  }));
  const atLeast = (values: readonly number[], least: number) =>
    ((100 * values.filter((value) => value >= least).length) / Math.max(1, values.length)).toFixed(1);
  const baselines = Object.entries(baselinesOf(faqs, count)).map(([name, first]) => {
    const right = known.filter(({ asked }) => first(asked.text) === asked.own.id).length;
    return `${name} ${((100 * right) / Math.max(1, known.length)).toFixed(1)}`;
  });
  console.log(
    `stackfaq +${count} ${half.padEnd(8)} n ${known.length}  R@1 search ${share((one) => isOwn(one, 0))}  R@5 ${share((one) => [0, 1, 2, 3, 4].some((at) => isOwn(one, at)))}  ` +
      `reply ${share(({ asked, answered }) => answered === asked.own.id)} | ${baselines.join('  ')} | AUROC ${auroc(positives, negatives).toFixed(3)}  ` +
      `ECE ${calibrationError(told).toFixed(3)}  same >=.7 ${atLeast(positives, 0.7)}  not the same >=.7 ${atLeast(negatives, 0.7)}`,
  );
}

/** The best question by plain BM25 over title, phrasings and answer (k1 .9, b .4), and by minisearch. */
function baselinesOf(faqs: readonly Faq[], count: number): Record<string, (text: string) => string | undefined> {
  const documents = faqs.map((faq) => ({ id: faq.id, asked: phrasingsOf(faq, count).join('\n'), answer: faq.answer }));
  const mini = new MiniSearch({ fields: ['asked', 'answer'], searchOptions: { boost: { asked: 2 }, fuzzy: 0.2 } });
  mini.addAll(documents);
  const { terms } = analyzerFor('en');
  const termsOf = (text: string) => terms.call(analyzerFor('en'), text);
  const counted = documents.map(({ id, asked, answer }) => {
    const all = termsOf(`${asked}\n${answer}`);
    const frequencies = new Map([...Map.groupBy(all, (term) => term)].map(([term, same]) => [term, same.length]));
    return { id, frequencies, length: all.length };
  });
  const meanLength = counted.reduce((sum, { length }) => sum + length, 0) / counted.length;
  const bm25 = (text: string) => {
    const asked = [...new Set(termsOf(text))].map((term) => {
      const having = counted.filter(({ frequencies }) => frequencies.has(term)).length;
      return { term, idf: Math.log1p((counted.length - having + 0.5) / (having + 0.5)) };
    });
    const scored = counted.map(({ id, frequencies, length }) => {
      const norm = 0.9 * (0.6 + (0.4 * length) / meanLength);
      const score = asked.reduce((sum, { term, idf }) => {
        const frequency = frequencies.get(term) ?? 0;
        return sum + (idf * frequency * 1.9) / (frequency + norm);
      }, 0);
      return { id, score };
    });
    return scored.toSorted((a, b) => b.score - a.score)[0]?.id;
  };
  return { BM25: bm25, minisearch: (text) => mini.search(text)[0]?.id };
}
