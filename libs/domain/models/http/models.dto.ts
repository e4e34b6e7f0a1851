import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NumberField,
  NumberListField,
  PageQuery,
  TextField,
} from '#infra/http';
import { MODEL_KINDS, type ModelKind, PROVIDERS } from '../models.types';

const ALL_PROVIDERS = [...new Set(Object.values(PROVIDERS).flat())];
const EXTERNAL_PROVIDERS = ALL_PROVIDERS.filter((provider) => provider !== 'builtin');
const MAX_URL_LENGTH = 2_000;
/** Some vendors' keys are whole tokens of theirs. */
const MAX_KEY_LENGTH = 8_192;
const MAX_CONTEXT_TOKENS = 100_000_000;
const MAX_PRICE = 1_000_000;
/** What a vector column holds at most. */
const MAX_DIMENSIONS = 16_000;

const KIND = '`llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found.';
const PROVIDER =
  'Whose API it is. Language models: `openai-compatible` (OpenAI, vLLM, LM Studio and many others), `azure-openai`, ' +
  '`anthropic`, `google`, `ollama`. Embedding models: `openai-compatible`, `azure-openai`, `ollama`. Rerank models: ' +
  '`cohere`, `jina`, also of servers that speak like them.';
const BASE_URL =
  'Address of the API, for OpenAI-compatible ones with its version; null for the own address of the provider. ' +
  '`azure-openai` and `ollama` need one. It must be on the public internet, unless an administrator gives it. A change of ' +
  'it removes the key, unless that is given anew.';

export class ModelAbilities {
  @BooleanField('Says its answers piece by piece.')
  streaming: boolean;

  @BooleanField('Can be given tools to call.')
  tools: boolean;

  @BooleanField('Can be held to JSON of a given form.')
  json: boolean;

  @BooleanField('Understands images beside text.')
  images: boolean;
}

export class StatedAbilities extends AllOptional(ModelAbilities) {}

export class ModelOptions {
  @TextField('Version of the API, of `azure-openai` only.', {
    optional: true,
    nullable: true,
    maxLength: 64,
    pattern: /^[\w.-]*$/,
    example: '2024-10-21',
  })
  apiVersion?: string | null;

  @IntegerField('Length of its vectors, of embedding models that can shorten them.', {
    optional: true,
    nullable: true,
    min: 1,
    max: MAX_DIMENSIONS,
    example: 512,
  })
  dimensions?: number | null;

  @IntegerField('Milliseconds until it begins to answer, and then between two pieces; 60,000 unless given.', {
    optional: true,
    nullable: true,
    min: 100,
    max: 600_000,
    example: 30_000,
  })
  timeoutMs?: number | null;
}

export class RegisterModel {
  @EnumField(`What it is for: ${KIND}`, MODEL_KINDS)
  kind: ModelKind;

  @EnumField(PROVIDER, EXTERNAL_PROVIDERS)
  provider: string;

  @TextField('A name for people, unique among the models of your team whatever the case; bots may name it so.', {
    maxLength: 128,
    example: 'GPT-4o of the sales team',
  })
  name: string;

  @TextField('Its name at the provider; of `azure-openai`, the deployment.', { maxLength: 200, example: 'gpt-4o' })
  model: string;

  @TextField(BASE_URL, {
    optional: true,
    nullable: true,
    maxLength: MAX_URL_LENGTH,
    example: 'https://api.openai.com/v1',
  })
  baseUrl?: string | null;

  @TextField('Key for the provider: stored sealed, never shown. In updates absent keeps it and null removes it.', {
    optional: true,
    nullable: true,
    maxLength: MAX_KEY_LENGTH,
    pattern: /^[\x21-\x7e]*$/,
    rule: `a text of up to ${MAX_KEY_LENGTH.toLocaleString('en-US')} ASCII characters without blanks`,
    example: 'sk-...',
  })
  apiKey?: string | null;

  @IntegerField('Tokens that it reads and writes together.', {
    optional: true,
    nullable: true,
    min: 1,
    max: MAX_CONTEXT_TOKENS,
    example: 128_000,
  })
  contextTokens?: number | null;

  @NumberField('US dollars for a million tokens that it reads.', {
    optional: true,
    nullable: true,
    min: 0,
    max: MAX_PRICE,
    example: 2.5,
  })
  inputPrice?: number | null;

  @NumberField('US dollars for a million tokens that it writes.', {
    optional: true,
    nullable: true,
    min: 0,
    max: MAX_PRICE,
    example: 10,
  })
  outputPrice?: number | null;

  @NestedField(
    'What it can do, as you know it. A language model streams and takes tools unless you say otherwise.',
    () => StatedAbilities,
    { optional: true },
  )
  capabilities?: StatedAbilities;

  @NestedField('What only some models need. In updates null takes a setting away.', () => ModelOptions, {
    optional: true,
  })
  settings?: ModelOptions;
}

export class ChangeModel extends AllOptional(RegisterModel) {}

export class ModelQuery extends PageQuery {
  @EnumField('Only models of this kind.', MODEL_KINDS, { optional: true })
  kind?: ModelKind;
}

export class ModelCondition {
  @EnumField('`failing`: the last call came to no good end; `untried`: there was none yet.', [
    'ready',
    'failing',
    'untried',
  ])
  state: 'ready' | 'failing' | 'untried';

  @DateField('Since when.', { nullable: true })
  since: string | null;

  @TextField('What the provider said of its last failure.', { nullable: true })
  lastError: string | null;

  @DateField('After repeated failures calls are not passed on, and fallbacks answer: until then.', { nullable: true })
  pausedUntil: string | null;

  @IntegerField('Calls since the server was started.', { min: 0 })
  calls: number;

  @IntegerField('Those of them that failed.', { min: 0 })
  failures: number;
}

export class RegisteredModel {
  @IntegerField('Its id. 1 to 6 are the models of the installation.', { example: 7 })
  id: number;

  @EnumField(KIND, MODEL_KINDS, { name: 'ModelKind' })
  kind: ModelKind;

  @EnumField('Whose API it is; `builtin` is the server itself.', ALL_PROVIDERS)
  provider: string;

  @TextField('Its name for people and bots.', { example: 'GPT-4o of the sales team' })
  name: string;

  @TextField('Its name at the provider.', { example: 'gpt-4o' })
  model: string;

  @TextField("Address of the API; null: the provider's own, or that of the installation.", { nullable: true })
  baseUrl: string | null;

  @BooleanField('Whether a key is stored for it.')
  hasCredentials: boolean;

  @IntegerField('Tokens that it reads and writes together; null when nobody said.', { nullable: true })
  contextTokens: number | null;

  @NumberField('US dollars for a million tokens that it reads.', { nullable: true })
  inputPrice: number | null;

  @NumberField('US dollars for a million tokens that it writes.', { nullable: true })
  outputPrice: number | null;

  @NestedField('What it can do.', () => ModelAbilities)
  capabilities: ModelAbilities;

  @NestedField('What only some models need.', () => ModelOptions)
  settings: ModelOptions;

  @BooleanField('Whether it belongs to the installation: it can be used and tested, but not changed.')
  isPreset: boolean;

  @NestedField('What the server that answered knows of it from calling it.', () => ModelCondition)
  status: ModelCondition;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class ModelTestFailure {
  @TextField('What was wrong, for a program.', { example: 'llm.provider_refused_credentials' })
  code: string;

  @TextField('What was wrong, for a person.')
  message: string;

  @TextField('What the provider said of it, or what the network did.', { nullable: true })
  providerMessage: string | null;
}

export class ModelTest {
  @BooleanField('Whether the model answered.')
  ok: boolean;

  @IntegerField('Milliseconds that the answer took.', { min: 0 })
  latencyMs: number;

  @TextField('Of a language model: what it said.', { optional: true })
  answer?: string;

  @IntegerField('Of an embedding model: the length of its vectors.', { optional: true })
  dimensions?: number;

  @NumberListField('Of a rerank model: its scores of a text that answers a question, and of one that does not.', {
    optional: true,
    minItems: 2,
    maxItems: 2,
    example: [0.97, 0.01],
  })
  scores?: readonly number[];

  @BooleanField(
    'Of embedding and rerank models: whether their numbers tell answers from other texts. Of a model that does not, searches make no use.',
    { optional: true },
  )
  isTelling?: boolean;

  @NestedField('Why it did not answer.', () => ModelTestFailure, { optional: true })
  error?: ModelTestFailure;
}
