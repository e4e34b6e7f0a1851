/**
 * A dataset as a file that is made while it is sent: page by page, as fast as its reader takes it. It is no snapshot: what is
 * written meanwhile may be in it or not.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { inChunks, rowsOfPages } from '#infra/text-files';
import type { Actor } from '#kernel';
import { Datasets } from '../datasets/datasets.service';
import { ExamplesQueries, type IntentPlace, type ReadExample, type WrittenExample } from '../datasets/examples.queries';
import { AnswerVotes, answersOf } from '../sessions/answer-votes';
import type { DatasetFormat } from './dataset-files.types';
import { beginningOf, formOf, RASA_HEAD, type RasaForm, writtenExample, writtenResponse } from './rasa/written-rasa';
import { CSV_HEAD, csvLineOf, jsonLineOf } from './written-examples';

/** Each of 10,000 characters and 8 kB at most; a page is in memory twice, as rows and as what is sent. */
const PAGE_ROWS = 2_000;

export interface OpenDatasetExport {
  /** Read it to its end or destroy it. */
  stream: Readable;
  /** Of the dataset. */
  name: string;
}

@Injectable()
export class DatasetExports {
  constructor(
    private readonly datasets: Datasets,
    private readonly examples: ExamplesQueries,
  ) {}

  /** Oldest first; for Rasa intent by intent. @throws `training.dataset_not_found` */
  async open(actor: Actor, datasetId: string, format: DatasetFormat): Promise<OpenDatasetExport> {
    const { name } = await this.datasets.get(actor, datasetId);
    const lines = format === 'rasa' ? this.rasaLines(datasetId) : this.lines(datasetId, format);
    return { stream: Readable.from(inChunks(lines), { objectMode: false }), name };
  }

  private async *lines(datasetId: string, format: 'jsonl' | 'csv'): AsyncGenerator<string> {
    if (format === 'csv') yield CSV_HEAD;
    const lineOf = format === 'csv' ? csvLineOf : jsonLineOf;
    for await (const example of this.oldestFirst(datasetId)) yield lineOf(example);
  }

  /** Twice over the dataset: how an intent is written shows in all of its texts. */
  private async *rasaLines(datasetId: string): AsyncGenerator<string> {
    const lists = new Set<string>();
    for await (const { intent, input } of this.summaries(datasetId)) if (formOf(input) === 'list') lists.add(intent);
    const votes = new AnswerVotes();
    yield RASA_HEAD;
    yield* this.rasaBlocks(datasetId, lists, votes);
    yield* this.rasaResponses(votes);
  }

  private async *rasaBlocks(datasetId: string, lists: ReadonlySet<string>, votes: AnswerVotes): AsyncGenerator<string> {
    let block: { intent: string; form: RasaForm } | undefined;
    for await (const { id, intent, input, output } of this.byIntent(datasetId)) {
      votes.add([{ id, intent, input, outputHash: md5(output) }]);
      const form: RasaForm = lists.has(intent) || formOf(input) === 'list' ? 'list' : 'lines';
      if (block?.intent !== intent || block.form !== form) {
        yield beginningOf(intent, form);
        block = { intent, form };
      }
      yield writtenExample(input, form);
    }
  }

  private async *rasaResponses(votes: AnswerVotes): AsyncGenerator<string> {
    const { winners } = votes;
    let head = '\nresponses:\n';
    for (let at = 0; at < winners.length; at += PAGE_ROWS) {
      const answers = Object.entries(answersOf(await this.examples.outputsOf(winners.slice(at, at + PAGE_ROWS))));
      for (const [intent, answer] of answers.toSorted(byName)) {
        yield head + writtenResponse(intent, answer);
        head = '';
      }
    }
  }

  private oldestFirst(datasetId: string): AsyncGenerator<WrittenExample> {
    const next = (afterId: string | null) => this.examples.readWhole(datasetId, afterId, PAGE_ROWS);
    return rowsOfPages(next, ({ id }) => id, null);
  }

  private summaries(datasetId: string): AsyncGenerator<ReadExample> {
    const next = (afterId: string | null) => this.examples.readNext(datasetId, afterId, PAGE_ROWS);
    return rowsOfPages(next, ({ id }) => id, null);
  }

  private byIntent(datasetId: string): AsyncGenerator<WrittenExample> {
    const next = (after: IntentPlace | null) => this.examples.readByIntent(datasetId, after, PAGE_ROWS);
    return rowsOfPages(next, ({ intent, id }) => ({ intent, id }), null);
  }
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function byName([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : 1;
}
