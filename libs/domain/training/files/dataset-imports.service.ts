/**
 * A file into a dataset, whole or not at all. It is read and checked before the transaction begins, which then only looks for
 * duplicates and writes; on the embedded database others wait for that.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { rowsOfPages } from '#infra/text-files';
import { type Actor, Clock, invalidInput, isUuid } from '#kernel';
import { Pace, ThreadPlaces } from '#providers/text-extraction';
import { DatasetsQueries } from '../datasets/datasets.queries';
import { MAX_EXAMPLES } from '../datasets/datasets.types';
import { ExamplesQueries, type StoredExample } from '../datasets/examples.queries';
import { SessionsQueries } from '../sessions/sessions.queries';
import { tooManyExamples, trainingErrors } from '../training.errors';
import { CheckedRows } from './checked-rows';
import {
  type ArrivingDatasetFile,
  DATASET_FILE_LIMITS,
  type DatasetFormat,
  type DatasetImportOptions,
  type DatasetImportResult,
} from './dataset-files.types';
import { readRows } from './read-rows';
import { fileProblem, formatOf, textOfFile } from './told-format';

/** One statement inserts them in some hundred milliseconds, also on the embedded database. */
const PORTION = 5_000;
/** Files that are worked on at a time in this process: each takes some 100 MB. */
const places = new ThreadPlaces(2);

interface ReadFile {
  format: DatasetFormat;
  examples: StoredExample[];
  warnings: string[];
}

@Injectable()
export class DatasetImports {
  constructor(
    private readonly datasets: DatasetsQueries,
    private readonly examples: ExamplesQueries,
    private readonly sessions: SessionsQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * All of the file or nothing.
   *
   * @param optionsOf is asked for when the file has come, since a form may say them behind it
   * @throws `input.invalid` with what is wrong in which line; `training.dataset_not_found`, `.dataset_in_training`,
   *   `.too_many_examples`, `.file_too_large`
   */
  async run(
    actor: Actor,
    datasetId: string,
    file: ArrivingDatasetFile,
    optionsOf: () => Promise<DatasetImportOptions>,
  ): Promise<DatasetImportResult> {
    await this.requireDataset(actor, datasetId);
    const bytes = await bytesOf(file.stream);
    const options = await optionsOf();
    await places.take();
    try {
      const read = await readFile(bytes, file, options.format);
      return await this.write(actor, datasetId, read, options);
    } finally {
      places.giveBack();
    }
  }

  private async requireDataset({ teamId }: Actor, id: string): Promise<void> {
    if (!isUuid(id) || !(await this.datasets.exists(teamId, id))) throw trainingErrors.dataset_not_found();
  }

  private write(
    { teamId }: Actor,
    datasetId: string,
    { format, examples, warnings }: ReadFile,
    { mode, skipDuplicates }: DatasetImportOptions,
  ): Promise<DatasetImportResult> {
    return this.database.transaction(async () => {
      const dataset = await this.datasets.lock(teamId, datasetId);
      if (!dataset) throw trainingErrors.dataset_not_found();
      const removed = mode === 'replace' ? await this.removeAll(dataset.botId, datasetId) : 0;
      const added = skipDuplicates ? await this.withoutKnown(datasetId, examples) : examples;
      await this.insert(teamId, datasetId, added);
      const { length: read } = examples;
      return {
        datasetId,
        format,
        read,
        added: added.length,
        skippedDuplicates: read - added.length,
        removed,
        exampleCount: await this.examples.count(datasetId, { page: 1, limit: 1 }),
        intents: await this.examples.countIntents(datasetId),
        warnings,
      };
    });
  }

  /** A session reads the examples page by page, so they may not change below it. */
  private async removeAll(botId: string, datasetId: string): Promise<number> {
    if (await this.sessions.isInUse(botId, datasetId)) throw trainingErrors.dataset_in_training();
    return this.examples.deleteAll(datasetId, this.clock.now());
  }

  private async withoutKnown(datasetId: string, examples: readonly StoredExample[]): Promise<StoredExample[]> {
    const keys = rowsOfPages(
      (afterId: string | null) => this.examples.readKeys(datasetId, afterId, PORTION),
      ({ id }) => id,
      null,
    );
    const known = new Set<string>();
    for await (const { key } of keys) known.add(key);
    const pace = new Pace();
    const added: StoredExample[] = [];
    for (const example of examples) {
      const key = keyOf(example);
      if (!known.has(key)) added.push(example);
      known.add(key);
      if (pace.isDue) await pace.step();
    }
    return added;
  }

  private async insert(teamId: string, datasetId: string, examples: readonly StoredExample[]): Promise<void> {
    for (let at = 0; at < examples.length; at += PORTION) {
      const portion = examples.slice(at, at + PORTION);
      const order = { teamId, datasetId, examples: portion, maxExamples: MAX_EXAMPLES, now: this.clock.now() };
      if (!(await this.examples.add(order))) throw tooManyExamples();
    }
  }
}

/** As `ExamplesQueries.readKeys` makes it. */
function keyOf({ intent, input }: StoredExample): string {
  return md5(intent) + md5(input);
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** @throws `training.file_too_large` */
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > DATASET_FILE_LIMITS.fileBytes) throw trainingErrors.file_too_large();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** @throws `input.invalid`, `training.too_many_examples` */
async function readFile(
  bytes: Buffer,
  file: Pick<ArrivingDatasetFile, 'name' | 'mediaType'>,
  said: DatasetFormat | undefined,
): Promise<ReadFile> {
  const text = textOfFile(bytes);
  const format = said ?? formatOf(file, text);
  const warnings: string[] = [];
  const rows = new CheckedRows();
  const pace = new Pace();
  for await (const row of readRows(text, format, (warning) => warnings.push(warning))) {
    rows.add(row);
    if (rows.isEnough) break;
    if (pace.isDue) await pace.step();
  }
  if (rows.problems.length > 0) throw invalidInput(rows.problems);
  if (rows.examples.length > MAX_EXAMPLES) throw tooManyExamples();
  if (rows.examples.length === 0) throw fileProblem('The file has no examples.');
  return { format, examples: rows.examples, warnings };
}
