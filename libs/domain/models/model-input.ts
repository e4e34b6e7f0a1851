/** What a model must be, whoever describes it. Fields alone are checked at the door; here is what they must be together. */
import { AppError, type FieldProblem, invalidInput } from '#kernel';
import { DEFAULT_BASE_URLS, isKnownToSeeImages } from '#providers/llm';
import { foldModelName, shownModelName } from './model-names';
import {
  type CreateModel,
  MODEL_KINDS,
  type ModelCapabilities,
  type ModelKind,
  type ModelPatch,
  type ModelProvider,
  type ModelSettings,
  PROVIDERS,
} from './models.types';

/** A model without what the database and the credentials add. */
export interface ModelDraft {
  kind: ModelKind;
  provider: ModelProvider;
  name: string;
  nameFolded: string;
  model: string;
  baseUrl: string | null;
  contextTokens: number | null;
  inputPrice: number | null;
  outputPrice: number | null;
  capabilities: ModelCapabilities;
  settings: ModelSettings;
}

const NO_CAPABILITIES: ModelCapabilities = { streaming: false, tools: false, json: false, images: false };
/** Whose own address is this machine, which is never a team's. */
const SELF_HOSTED: readonly ModelProvider[] = ['ollama'];

/** @throws AppError `input.invalid` naming each field that is not acceptable */
export function newDraft(input: CreateModel): ModelDraft {
  const start = {
    baseUrl: null,
    contextTokens: null,
    inputPrice: null,
    outputPrice: null,
    capabilities: input.kind === 'llm' ? llmCapabilities(input.model) : NO_CAPABILITIES,
    settings: {},
  };
  return merged({ ...start, kind: input.kind, provider: input.provider as ModelProvider }, input);
}

/** Streaming and tools are what nearly all language models of today can. */
function llmCapabilities(model: string): ModelCapabilities {
  return { ...NO_CAPABILITIES, streaming: true, tools: true, images: isKnownToSeeImages(model) };
}

/** @throws AppError `input.invalid` naming each field that is not acceptable */
export function changedDraft(current: ModelDraft, patch: ModelPatch): ModelDraft {
  if (patch.kind !== undefined && patch.kind !== current.kind)
    throw invalidInput([{ field: 'kind', message: `kind cannot be changed; it must be ${current.kind}.` }]);
  return merged(current, patch);
}

/** Null: the provider's own. @throws AppError `input.invalid` */
export function cleanBaseUrl(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol))
    throw baseUrlProblem('a whole http or https URL, such as https://example.com/v1');
  if (url.username !== '' || url.password !== '')
    throw baseUrlProblem('a URL without user name and password; credentials belong into apiKey');
  if (url.search !== '' || url.hash !== '') throw baseUrlProblem('a URL without a query and a fragment');
  return url.href.replace(/\/+$/, '');
}

/** In the words of the field, when the address itself is refused. */
export function asBaseUrlProblem(error: unknown): unknown {
  if (!(error instanceof AppError) || error.kind !== 'invalid_input' || error.fields.length > 0) return error;
  return invalidInput([{ field: 'baseUrl', message: `baseUrl is not accepted. ${error.message}` }]);
}

type Start = Omit<ModelDraft, 'name' | 'nameFolded' | 'model'> & Partial<ModelDraft>;

function merged(current: Start, patch: ModelPatch): ModelDraft {
  const { provider = current.provider, name = current.name ?? '', model = current.model ?? '' } = patch;
  const { contextTokens = current.contextTokens, inputPrice = current.inputPrice } = patch;
  const { outputPrice = current.outputPrice, capabilities = {}, settings = {} } = patch;
  const draft: ModelDraft = {
    kind: current.kind,
    provider: provider as ModelProvider,
    name: shownModelName(name),
    nameFolded: foldModelName(name),
    model: model.trim(),
    baseUrl: patch.baseUrl === undefined ? current.baseUrl : cleanBaseUrl(patch.baseUrl),
    contextTokens,
    inputPrice,
    outputPrice,
    capabilities: { ...current.capabilities, ...withoutUndefined(capabilities) },
    settings: mergedSettings(current.settings, settings),
  };
  const problems = problemsOf(draft);
  if (problems.length > 0) throw invalidInput(problems);
  return draft;
}

function mergedSettings(current: ModelSettings, changes: NonNullable<ModelPatch['settings']>): ModelSettings {
  const all = { ...current, ...withoutUndefined(changes) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function withoutUndefined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function problemsOf({ kind, provider, name, model, baseUrl, settings }: ModelDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, message: string) => problems.push({ field, message: `${field} must be ${message}.` });
  if (!MODEL_KINDS.includes(kind)) refuse('kind', `one of ${MODEL_KINDS.join(', ')}`);
  else if (!offeredProviders(kind).includes(provider))
    refuse('provider', `one of ${offeredProviders(kind).join(', ')} for a model of kind ${kind}`);
  else if (baseUrl === null && needsBaseUrl(provider)) refuse('baseUrl', `given for the provider ${provider}`);
  if (name === '') refuse('name', 'a text that is not empty');
  if (model === '') refuse('model', 'a text that is not empty');
  if (settings.dimensions !== undefined && kind !== 'embedding')
    refuse('settings.dimensions', 'left out but for models of kind embedding');
  if (settings.apiVersion !== undefined && provider !== 'azure-openai')
    refuse('settings.apiVersion', 'left out but for the provider azure-openai');
  return problems;
}

/** What is built in is there already. */
export function offeredProviders(kind: ModelKind): readonly ModelProvider[] {
  return PROVIDERS[kind].filter((provider) => provider !== 'builtin');
}

function needsBaseUrl(provider: ModelProvider): boolean {
  const { [provider]: ownUrl = undefined } = DEFAULT_BASE_URLS as Partial<Record<ModelProvider, string>>;
  return SELF_HOSTED.includes(provider) || (provider in DEFAULT_BASE_URLS && ownUrl === undefined);
}

function baseUrlProblem(rule: string): AppError {
  return invalidInput([{ field: 'baseUrl', message: `baseUrl must be ${rule}.` }]);
}
