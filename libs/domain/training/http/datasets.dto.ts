import {
  AllOptional,
  BooleanField,
  DateField,
  IdField,
  IntegerField,
  NestedListField,
  ObjectField,
  PageQuery,
  TextField,
} from '#infra/http';
import { DATASET_LIMITS, MAX_EXAMPLES, MAX_NEW_EXAMPLES, SHOWN_EXAMPLES } from '../datasets/datasets.types';

const MANY = MAX_NEW_EXAMPLES.toLocaleString('en-US');

/** Examples come by the thousand and are checked by `example-input`; its rules are those that stand here. */
export class NewTrainingExample {
  @TextField('What a person says.', { maxLength: DATASET_LIMITS.inputLength, example: 'good morning' })
  input: string;

  @TextField('What the chatbot is to answer, or just the name of the intent.', {
    maxLength: DATASET_LIMITS.outputLength,
    example: 'Good morning! How can I help?',
  })
  output: string;

  @TextField(
    'What the input means; `__oos__` for what no intent of the chatbot covers. Default: `metadata.intent`, else the output.',
    { optional: true, nullable: true, maxLength: DATASET_LIMITS.intentLength, example: 'greeting' },
  )
  intent?: string | null;

  @ObjectField('Anything that you want to keep with it.', {
    optional: true,
    nullable: true,
    maxBytes: DATASET_LIMITS.metadataBytes,
  })
  metadata?: Record<string, unknown> | null;
}

/** The body of an update, and that of a creation without the examples. */
export class TrainingDatasetFields {
  @TextField('Display name.', { maxLength: DATASET_LIMITS.nameLength, example: 'Greetings' })
  name: string;

  @TextField('What is in it.', {
    optional: true,
    nullable: true,
    maxLength: DATASET_LIMITS.descriptionLength,
    example: 'Small talk examples',
  })
  description?: string | null;

  @TextField('The field that it is from.', {
    optional: true,
    nullable: true,
    maxLength: DATASET_LIMITS.domainLength,
    default: 'general',
    example: 'smalltalk',
  })
  domain?: string | null;
}

export class CreateTrainingDataset extends TrainingDatasetFields {
  @NestedListField(`Up to ${MANY}; more are added by calls of their own.`, () => NewTrainingExample, {
    optional: true,
    maxItems: MAX_NEW_EXAMPLES,
  })
  examples?: NewTrainingExample[];
}

export class UpdateTrainingDataset extends AllOptional(TrainingDatasetFields) {
  @BooleanField('False: no session may be trained from it.', { optional: true })
  isActive?: boolean;
}

export class AddTrainingExamples extends AllOptional(NewTrainingExample) {
  @NestedListField(
    `1 to ${MANY} examples; all are added, or none. The list may also be the whole body, and a single example may stand in the body itself. A dataset may have ${MAX_EXAMPLES.toLocaleString('en-US')}.`,
    () => NewTrainingExample,
    { optional: true, minItems: 1, maxItems: MAX_NEW_EXAMPLES },
  )
  examples?: NewTrainingExample[];
}

export class TrainingExampleQuery extends PageQuery {
  @TextField('Only examples of exactly this intent.', { optional: true, maxLength: DATASET_LIMITS.intentLength })
  intent?: string;

  @TextField('Only examples with this in their input or output, whatever the case.', {
    optional: true,
    maxLength: 1_000,
  })
  search?: string;
}

export class TrainingExample {
  @IdField('Its id.')
  id: string;

  @TextField('What a person says.')
  input: string;

  @TextField('What the chatbot is to answer, or the name of the intent.')
  output: string;

  @TextField('What the input means; `__oos__`: out of scope.')
  intent: string;

  @ObjectField('What you keep with it.', { optional: true })
  metadata?: Record<string, unknown>;
}

export class TrainingDataset {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that learns from it.')
  chatbotId: string;

  @TextField('Display name.')
  name: string;

  @TextField('What is in it.', { nullable: true })
  description: string | null;

  @TextField('The field that it is from.')
  domain: string;

  @BooleanField('Whether sessions may be trained from it.')
  isActive: boolean;

  @IntegerField('All that it has.', { min: 0 })
  exampleCount: number;

  @NestedListField(
    `The oldest ${SHOWN_EXAMPLES}, in a list of datasets fewer; all are listed by a path of their own.`,
    () => TrainingExample,
  )
  examples: TrainingExample[];

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it or its examples were last changed.')
  updatedAt: string;
}
