/**
 * Reads a retrieval set: a folder with `corpus.jsonl` {id, title, text} and `queries.jsonl` {id, text, rel: {passage id: grade}}.
 * The sets are not part of the repository; their folder is given by `--data`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashTerm } from '../../libs/domain/language/term-hash';

export interface BenchPassage {
  id: string;
  /** Passages of one group (an article) go in and out of a base together. */
  group: string;
  title: string;
  body: string;
}

export interface BenchQuery {
  id: string;
  text: string;
  grades: ReadonlyMap<string, number>;
  /** Stretches of its passage that answer it, in sets that tell. */
  answers?: readonly string[];
}

export interface Dataset {
  name: string;
  passages: BenchPassage[];
  queries: BenchQuery[];
}

export const halves = { tuning: 'tuning', reported: 'reported' } as const;
export type Half = keyof typeof halves;

/** By a hash of the query's id, so that no query ever changes sides. */
export function halfOf(queryId: string): Half {
  return (hashTerm(queryId) & 1) === 0 ? halves.tuning : halves.reported;
}

/** Encyclopaedia paragraphs have the name of their article as their title. */
export const isOfArticles = /^(squad|xquad)/;

export function loadDataset(folder: string, name: string): Dataset {
  const corpus = readLines(join(folder, name, 'corpus.jsonl'));
  const queries = readLines(join(folder, name, 'queries.jsonl'));
  const isArticle = isOfArticles.test(name);
  return {
    name,
    passages: corpus.map(({ id, title, text }) => ({
      id: String(id),
      group: isArticle ? String(title) : String(id),
      title: String(title ?? '').replaceAll('_', ' '),
      body: String(text),
    })),
    queries: queries
      .map(({ id, text, rel, answers }) => ({
        ...{ id: String(id), text: String(text), grades: positiveGrades(rel) },
        ...(Array.isArray(answers) ? { answers: answers.map(String) } : {}),
      }))
      .filter(({ grades }) => grades.size > 0),
  };
}

/** The same set as a base that has no titles. */
export function withoutTitles({ name, ...set }: Dataset): Dataset {
  return { ...set, name: `${name}, no titles`, passages: set.passages.map((passage) => ({ ...passage, title: '' })) };
}

function readLines(file: string): Record<string, unknown>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

function positiveGrades(relevance: unknown): Map<string, number> {
  const entries = Object.entries((relevance ?? {}) as Record<string, number>);
  return new Map(entries.filter(([, grade]) => grade > 0));
}
