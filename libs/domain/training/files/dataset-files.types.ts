/** Lines of JSON, a table, or the training data of Rasa 3 (YAML). */
export const DATASET_FORMATS = ['jsonl', 'csv', 'rasa'] as const;
export type DatasetFormat = (typeof DATASET_FORMATS)[number];

/** `replace`: the examples that were there go, in the same transaction. */
export const DATASET_IMPORT_MODES = ['append', 'replace'] as const;
export type DatasetImportMode = (typeof DATASET_IMPORT_MODES)[number];

export const DATASET_FILE_LIMITS = {
  fileBytes: 16 * 1024 * 1024,
  /** Of one line, or one row of a table, in UTF-16 units: far more than an example with its metadata, however it is escaped. */
  rowLength: 1_000_000,
  /** That are told; enough to mend any file. */
  problems: 50,
  /** That are told of what was passed over. */
  warnings: 20,
} as const;

export interface DatasetImportOptions {
  mode: DatasetImportMode;
  /** An example with the input and the intent of another one, in the dataset or in the file, is not added. */
  skipDuplicates: boolean;
  /** Found out unless said. */
  format?: DatasetFormat | undefined;
}

/** A file as it arrives. */
export interface ArrivingDatasetFile {
  name: string;
  /** As its sender declared it. */
  mediaType: string;
  stream: AsyncIterable<Uint8Array>;
}

export interface DatasetImportResult {
  datasetId: string;
  format: DatasetFormat;
  /** Examples of the file. */
  read: number;
  added: number;
  skippedDuplicates: number;
  /** Examples that have gone. */
  removed: number;
  /** Of the dataset, as those below. */
  exampleCount: number;
  intents: number;
  /** What of the file says nothing about examples, and was passed over. */
  warnings: string[];
}
