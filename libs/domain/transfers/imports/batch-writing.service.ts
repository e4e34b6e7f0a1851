/**
 * Writes a batch of rows into a base. A row stands for what has its key: what an earlier import has called so, or what has
 * that id; a question without a key for the one that has its name. No two rows of a file may stand for the same thing, since
 * one of them would be lost.
 */
import { Injectable } from '@nestjs/common';
import { BulkItems, type KeyedDocument } from '#domain/documents';
import { BulkQuestions, type KeyedQuestion, type KnownQuestions } from '#domain/questions';
import type { Actor } from '#kernel';
import type { RowError } from '../transfers.types';
import { EntriesQueries } from './entries.queries';
import type { NumberedRow, RowBatch } from './row-batches';
import type { BatchOutcome } from './running.queries';
import { Targets } from './targets';

type ItemRow = Extract<NumberedRow, { type: 'item' }>;
type QuestionRow = Extract<NumberedRow, { type: 'question' }>;

/** Of an upload that is too long for one row of an export: the key of its document, and the number of the part. */
const PART = /^(.+)#\d+$/;

interface Written {
  row: number;
  id: string;
  outcome: 'added' | 'updated' | 'unchanged' | 'name_taken';
  name?: string | null | undefined;
}

export interface BatchPlace {
  actor: Actor;
  importId: string;
  baseId: string;
}

@Injectable()
export class BatchWriting {
  constructor(
    private readonly items: BulkItems,
    private readonly questions: BulkQuestions,
    private readonly entries: EntriesQueries,
  ) {}

  /** Rows that stand for uploads change nothing. Call it in the transaction that notes how far the import is; the base must be held there already. */
  async write(place: BatchPlace, { rows, refused }: RowBatch): Promise<BatchOutcome> {
    const allItems = rows.filter((row) => row.type === 'item');
    const questionRows = rows.filter((row) => row.type === 'question');
    const knownItems = await this.items.find(place.baseId, keysOf(allItems).flatMap(keysOfWhole));
    const itemRows = allItems.filter(({ key }) => !isUpload(key, knownItems));
    const names = questionRows.flatMap(({ question: { name } }) => name ?? []);
    const knownQuestions = await this.questions.find(place.baseId, keysOf(questionRows), names);
    const targets = new Targets(await this.entries.rowsOf(place.importId, idsOf(knownItems, knownQuestions)));
    const written = [
      ...(await this.writeItems(place, itemRows, { known: knownItems, targets })),
      ...(await this.writeQuestions(place, questionRows, { known: knownQuestions, targets })),
    ];
    const done = written.filter(({ outcome }) => outcome !== 'name_taken');
    await this.entries.insert(place.importId, done);
    const taken = written.filter(({ outcome }) => outcome === 'name_taken').map(nameTaken);
    const uploads = allItems.length - itemRows.length;
    return outcomeOf(done, uploads, [...refused, ...targets.refused, ...taken]);
  }

  private async writeItems(
    { actor, baseId }: BatchPlace,
    rows: readonly ItemRow[],
    { known, targets }: { known: ReadonlyMap<string, KeyedDocument>; targets: Targets },
  ): Promise<Written[]> {
    const planned = rows.flatMap(({ row, key, item }) => {
      const target = key === null ? undefined : known.get(key);
      const isFree = targets.take({ row, id: target?.id, called: key === null ? [] : [`key "${key}"`], type: 'item' });
      return isFree ? [{ row, put: { input: item, known: target } }] : [];
    });
    const puts = planned.map(({ put }) => put);
    const outcomes = await this.items.put(actor, baseId, puts);
    return outcomes.map((outcome, at) => ({ ...outcome, row: planned[at]!.row }));
  }

  private async writeQuestions(
    { actor, baseId }: BatchPlace,
    rows: readonly QuestionRow[],
    { known, targets }: { known: KnownQuestions; targets: Targets },
  ): Promise<Written[]> {
    const planned = rows.flatMap(({ row, key, question }) => {
      const { name } = question;
      const target = questionOf(key, name, known);
      const called = [...(key === null ? [] : [`key "${key}"`]), ...(name ? [`name "${name}"`] : [])];
      const isFree = targets.take({ row, id: target?.id, called, type: 'question' });
      return isFree ? [{ row, name, put: { input: question, known: target } }] : [];
    });
    const puts = planned.map(({ put }) => put);
    const outcomes = await this.questions.put(actor, baseId, puts, known);
    return outcomes.map((outcome, at) => ({ ...outcome, row: planned[at]!.row, name: planned[at]!.name }));
  }
}

/** A question that has the wanted name, and that nobody has called anything else yet, takes the key. */
function questionOf(key: string | null, name: string | null | undefined, { byKey, byName }: KnownQuestions) {
  const named = name ? byName.get(name) : undefined;
  if (key === null) return named;
  return byKey.get(key) ?? (named?.key === null ? named : undefined);
}

function keysOf(rows: readonly { key: string | null }[]): string[] {
  return rows.flatMap(({ key }) => key ?? []);
}

/** The key, and that of the whole when it is one of a part. */
function keysOfWhole(key: string): string[] {
  const whole = PART.exec(key)?.[1];
  return whole === undefined ? [key] : [key, whole];
}

function isUpload(key: string | null, known: ReadonlyMap<string, KeyedDocument>): boolean {
  return key !== null && keysOfWhole(key).some((one) => (known.get(one)?.kind ?? 'item') !== 'item');
}

function idsOf(items: ReadonlyMap<string, KeyedDocument>, { byKey, byName }: KnownQuestions): string[] {
  const known: Iterable<KeyedDocument | KeyedQuestion>[] = [items.values(), byKey.values(), byName.values()];
  return known.flatMap((some) => [...some].map(({ id }) => id));
}

function nameTaken({ row, name }: Written): RowError {
  return { row, message: `There is another question named "${name}" already.` };
}

function outcomeOf(done: readonly Written[], uploads: number, errors: readonly RowError[]): BatchOutcome {
  const count = (outcome: Written['outcome']) => done.filter((one) => one.outcome === outcome).length;
  return {
    counts: {
      read: done.length + uploads + errors.length,
      added: count('added'),
      updated: count('updated'),
      unchanged: count('unchanged') + uploads,
      failed: errors.length,
    },
    rowErrors: errors.toSorted((one, other) => one.row - other.row),
  };
}
