import {
  BooleanField,
  EnumField,
  FileField,
  IdField,
  IntegerField,
  TextListField,
  type UploadedFile,
} from '#infra/http';
import { MAX_EXAMPLES } from '../datasets/datasets.types';
import {
  DATASET_FILE_LIMITS,
  DATASET_FORMATS,
  DATASET_IMPORT_MODES,
  type DatasetFormat,
  type DatasetImportMode,
} from '../files/dataset-files.types';

/** In the address, or as fields of the form. */
export class TrainingImportOptions {
  @EnumField('`replace`: the examples that are there go; 409 while a session learns from them.', DATASET_IMPORT_MODES, {
    optional: true,
    default: 'append',
  })
  mode: DatasetImportMode = 'append';

  @BooleanField(
    'Whether an example with the input and the intent of another one, in the dataset or in the file, is left out.',
    { optional: true, default: true },
  )
  skipDuplicates: boolean = true;

  @EnumField(
    'What the file is; found out from its name, its type or what stands in it unless you say it.',
    DATASET_FORMATS,
    {
      optional: true,
    },
  )
  format?: DatasetFormat;
}

export class UploadTrainingImport extends TrainingImportOptions {
  @FileField(
    'Lines of JSON or a JSON list, a table (CSV), or the training data of Rasa 3 (YAML), up to ' +
      `${DATASET_FILE_LIMITS.fileBytes / 1024 / 1024} MB and ${MAX_EXAMPLES.toLocaleString('en-US')} examples. An example has \`input\` (or \`text\`, ` +
      '`utterance`, `query`), `output` (or `answer`, `response`), `intent` (or `label`, `category`) and if you want ' +
      '`metadata`; without an output it is that of its intent.',
  )
  file: UploadedFile;
}

export class TrainingExportQuery {
  @EnumField('Lines of JSON, a table, or the training data of Rasa 3.', DATASET_FORMATS, {
    optional: true,
    default: 'jsonl',
  })
  format: DatasetFormat = 'jsonl';
}

export class TrainingImport {
  @IdField('The dataset that it went into.')
  datasetId: string;

  @EnumField('What the file was read as.', DATASET_FORMATS)
  format: DatasetFormat;

  @IntegerField('Examples of the file.', { min: 0 })
  read: number;

  @IntegerField('Examples that are new in the dataset.', { min: 0 })
  added: number;

  @IntegerField('Examples that were left out because there is such a one.', { min: 0 })
  skippedDuplicates: number;

  @IntegerField('Examples that were there and have gone.', { min: 0 })
  removed: number;

  @IntegerField('Examples of the dataset now.', { min: 0 })
  exampleCount: number;

  @IntegerField('Different intents of the dataset now.', { min: 0 })
  intents: number;

  @TextListField('What of the file says nothing about examples, and was passed over.', {
    maxItems: DATASET_FILE_LIMITS.warnings,
  })
  warnings: string[];
}
