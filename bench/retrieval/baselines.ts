/**
 * What others would find in the same passages: plain PostgreSQL, minisearch, BM25, and the formula that this engine began
 * with. Each gets the same titles, the stemmer and the stop words of the set's language.
 */
import { PGlite } from '@electric-sql/pglite';
import MiniSearch from 'minisearch';
import type { RankingFeatures } from '../../libs/domain/knowledge/lexical/ranking';
import { analyzerFor } from '../../libs/domain/language/analyzer';
import type { LanguageCode } from '../../libs/domain/language/languages';
import type { BenchPassage } from './datasets';
import { MemoryBase } from './memory-base';
import type { Subject, SubjectOf } from './subjects';

const LIMIT = 10;
const TITLE_WEIGHT = 2;
const configurations: Partial<Record<LanguageCode, string>> = { en: 'english', de: 'german', es: 'spanish' };

/** By the end of the set's name. */
export function languageOf(set: string): LanguageCode {
  return set.endsWith('-de') ? 'de' : set.endsWith('-es') ? 'es' : 'en';
}

export function baselinesFor(language: LanguageCode): ReadonlyMap<string, SubjectOf> {
  return new Map<string, SubjectOf>([
    ['ts_rank, OR', (passages) => plainPostgres(passages, language)],
    ['minisearch', (passages) => miniSearch(passages, language)],
    ['BM25', (passages) => byFormula(passages, ({ words }) => words)],
    [
      'BM25 + bigrams + 4-grams',
      (passages) => byFormula(passages, ({ words, pairs, grams }) => words + 0.3 * pairs + 0.15 * grams),
    ],
  ]);
}

/** `ts_rank` of OR-ed terms with normalisation 1 and the title in weight A. */
async function plainPostgres(passages: readonly BenchPassage[], language: LanguageCode): Promise<Subject> {
  const database = new PGlite();
  const configuration = configurations[language] ?? 'simple';
  await database.exec('create table passage (id text primary key, text tsvector not null)');
  await database.query(
    `insert into passage
     select id, setweight(to_tsvector($4::regconfig, title), 'A') || to_tsvector($4::regconfig, body)
     from unnest($1::text[], $2::text[], $3::text[]) as p (id, title, body)`,
    [
      passages.map(({ id }) => id),
      passages.map(({ title }) => title),
      passages.map(({ body }) => body.replaceAll('\0', '')),
      configuration,
    ],
  );
  await database.exec('create index passage_text on passage using gin (text); analyze passage');
  return {
    search: async (text) => {
      const { rows } = await database.query<{ id: string }>(
        `select id from passage, (
           select replace(plainto_tsquery($2::regconfig, $1)::text, '&', '|')::tsquery as query
         ) asked
         where text @@ query order by ts_rank(text, query, 1) desc, id limit ${LIMIT}`,
        [text, configuration],
      );
      return rows.map(({ id }) => ({ id, probability: 0 }));
    },
    close: () => database.close(),
  };
}

async function miniSearch(passages: readonly BenchPassage[], language: LanguageCode): Promise<Subject> {
  const analyzer = analyzerFor(language);
  const engine = new MiniSearch<BenchPassage>({
    fields: ['title', 'body'],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return analyzer.isStopWord(word) ? null : analyzer.stemOf(word);
    },
    searchOptions: { boost: { title: TITLE_WEIGHT } },
  });
  engine.addAll(passages);
  return {
    search: async (text) => {
      const found = engine.search(text).slice(0, LIMIT);
      return found.map(({ id }) => ({ id: String(id), probability: 0 }));
    },
    close: async () => undefined,
  };
}

/** The candidates of our own index in another order. */
async function byFormula(
  passages: readonly BenchPassage[],
  worth: (features: RankingFeatures) => number,
): Promise<Subject> {
  const base = new MemoryBase(passages);
  return {
    search: async (text) => {
      const hits = base.search(text).map(({ id, features }) => ({ id, worth: worth(features) }));
      hits.sort((a, b) => b.worth - a.worth);
      return hits.map(({ id }) => ({ id, probability: 0 }));
    },
    close: async () => undefined,
  };
}
