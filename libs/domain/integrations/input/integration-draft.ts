/** What of an integration people decide, checked as far as that is possible without asking anybody. */
import { type FieldProblem, invalidInput } from '#kernel';
import { INTEGRATION_LIMITS, type Integration, type IntegrationInput } from '../integrations.types';

export type IntegrationDraft = Pick<
  Integration,
  'name' | 'kind' | 'webhookUrl' | 'modelId' | 'timeoutMs' | 'weight' | 'isFallback' | 'isEnabled'
>;

const { timeoutMs: TIMEOUT, weight: WEIGHT, nameChars, urlChars } = INTEGRATION_LIMITS;

const NEW: IntegrationDraft = {
  name: '',
  kind: 'webhook',
  webhookUrl: null,
  modelId: null,
  timeoutMs: TIMEOUT.default,
  weight: WEIGHT.default,
  isFallback: false,
  isEnabled: true,
};

export const ECHO: IntegrationDraft = { ...NEW, name: 'Echo', kind: 'echo' };

export interface DraftRules {
  /** Whether addresses may be http, and not only https. */
  allowsHttp: boolean;
}

/** @throws AppError `input.invalid` naming each field that is not acceptable */
export function newDraft(input: IntegrationInput, rules: DraftRules): IntegrationDraft {
  const kind = input.kind ?? (typeof input.modelId === 'number' && !input.webhookUrl ? 'model' : 'webhook');
  return checked({ ...NEW, ...given(input), kind }, input, rules);
}

/** Who is given an address or a model becomes what has one. @throws AppError as `newDraft` */
export function changedDraft(before: IntegrationDraft, patch: IntegrationInput, rules: DraftRules): IntegrationDraft {
  const kind = patch.kind ?? kindBy(before, patch);
  const kept = { ...before, ...(kind === before.kind ? {} : { webhookUrl: null, modelId: null }) };
  return checked({ ...kept, ...given(patch), kind }, patch, rules);
}

function kindBy({ kind }: IntegrationDraft, { webhookUrl, modelId }: IntegrationInput): Integration['kind'] {
  if (kind !== 'echo') return kind;
  if (webhookUrl) return 'webhook';
  return typeof modelId === 'number' ? 'model' : kind;
}

function given({ headers: _, kind: _kind, ...input }: IntegrationInput): Partial<IntegrationDraft> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function checked(draft: IntegrationDraft, { headers }: IntegrationInput, rules: DraftRules): IntegrationDraft {
  const name = draft.name.trim();
  const problems = [
    ...nameProblems(name),
    ...addressProblems(draft, rules),
    ...modelProblems(draft),
    ...rangeProblems(draft),
    ...(headers !== undefined && draft.kind !== 'webhook' && Object.keys(headers).length > 0
      ? [problem('headers', 'must be empty: only a webhook is sent headers')]
      : []),
  ];
  if (problems.length > 0) throw invalidInput(problems);
  return { ...draft, name };
}

function nameProblems(name: string): FieldProblem[] {
  if (name === '') return [{ ...problem('name', 'must be given'), missing: true }];
  return name.length > nameChars ? [problem('name', `must be at most ${nameChars} characters`)] : [];
}

function addressProblems({ kind, webhookUrl }: IntegrationDraft, { allowsHttp }: DraftRules): FieldProblem[] {
  if (kind !== 'webhook') return webhookUrl === null ? [] : [problem('webhookUrl', 'can only be given to a webhook')];
  if (webhookUrl === null) return [{ ...problem('webhookUrl', 'must be given'), missing: true }];
  if (webhookUrl.length > urlChars) return [problem('webhookUrl', `must be at most ${urlChars} characters`)];
  const protocol = URL.parse(webhookUrl)?.protocol;
  const isAccepted = protocol === 'https:' || (allowsHttp && protocol === 'http:');
  return isAccepted ? [] : [problem('webhookUrl', `must be a whole ${allowsHttp ? 'http or https' : 'https'} URL`)];
}

function modelProblems({ kind, modelId }: IntegrationDraft): FieldProblem[] {
  if (kind !== 'model') return modelId === null ? [] : [problem('modelId', 'can only be given to a model')];
  if (modelId === null) return [{ ...problem('modelId', 'must be given'), missing: true }];
  return Number.isSafeInteger(modelId) ? [] : [problem('modelId', 'must be the id of a model of kind llm')];
}

function rangeProblems({ timeoutMs, weight }: IntegrationDraft): FieldProblem[] {
  const isTime = Number.isInteger(timeoutMs) && timeoutMs >= TIMEOUT.min && timeoutMs <= TIMEOUT.max;
  const isWeight = Number.isFinite(weight) && weight >= 0 && weight <= WEIGHT.max;
  const times = `must be an integer from ${TIMEOUT.min} to ${TIMEOUT.max} milliseconds`;
  return [
    ...(isTime ? [] : [problem('timeoutMs', times)]),
    ...(isWeight ? [] : [problem('weight', `must be a number from 0 to ${WEIGHT.max}`)]),
  ];
}

function problem(field: string, rest: string): FieldProblem {
  return { field, message: `${field} ${rest}.` };
}
