import { type FieldProblem, invalidInput } from '#kernel';
import { type BotConfiguration, CONVERSATION_SCOPES, type ConfigurationInput, RESPONSE_RULES } from './bots.types';

/** As JSON in UTF-8. It is read with every message that the bot answers. */
const MAX_BYTES = 65_536;

/** A reply waits for each that fails. */
const MAX_FALLBACK_MODELS = 5;
/** Ids of models are integers of the database. */
const MAX_INTEGER = 2_147_483_647;

interface FieldRule {
  accepts(value: unknown): boolean;
  /** Completes "must be". */
  rule: string;
}

const HAND_OFF = group({
  isEnabled: flag(),
  confidenceBelow: number(0, 1),
  onUserRequest: flag(),
  frustrationAbove: number(0, 1),
  noContextTurns: integer(1, 1_000),
  maxTurns: integer(1, 10_000),
  maxMinutes: integer(1, 525_600),
});

const DELAY = group({ min: integer(0, 60_000), max: integer(0, 60_000) });

const BEHAVIORS = group({
  typingIndicator: flag(),
  shouldRespond: choice(RESPONSE_RULES),
  responseDelayMs: {
    accepts: (value) => DELAY.accepts(value) && isOrdered(value as { min?: number; max?: number }),
    rule: `${DELAY.rule}, min not above max`,
  },
  conversationScope: choice(CONVERSATION_SCOPES),
  sessionTimeoutMinutes: integer(1, 525_600),
});

/** The fields that Parley knows; all others belong to the caller. */
const KNOWN_FIELDS: ReadonlyMap<string, FieldRule> = new Map([
  ['model', text(200)],
  ['modelId', integer(1)],
  [
    'fallbackModelIds',
    { accepts: isModelList, rule: `a list of at most ${MAX_FALLBACK_MODELS} different ids of models` },
  ],
  ['rerankModelId', integer(1)],
  ['maxInputTokens', integer(1)],
  ['maxReplyTokens', integer(1)],
  ['temperature', number(0, 2)],
  ['topP', number(0, 1)],
  ['topK', integer(1, 1_000)],
  ['minK', number(0, 1)],
  ['topN', integer(1)],
  ['minN', number(0, 1)],
  ['systemPrompt', text(32_000)],
  ['fallbackMessage', text(4_000)],
  ['confidenceThreshold', number(0, 1)],
  ['answersWithoutKnowledge', flag()],
  ['prefixesFallbackMessage', flag()],
  ['generatesRelatedPrompts', flag()],
  ['handOff', HAND_OFF],
  ['intents', group({ answersDirectly: flag(), minConfidence: number(0, 1) })],
  ['historyMessages', integer(1, 100)],
  ['behaviors', BEHAVIORS],
  ['extractive', group({ maxSentences: integer(1, 5) })],
  ['userContext', group({ isUsed: flag(), extractsByModel: flag() })],
]);

/**
 * The current configuration with the fields of the patch in their places; null takes a field away.
 *
 * @throws AppError `input.invalid` naming each known field that is not acceptable, or the whole when it grew too large
 */
export function mergeConfiguration(current: BotConfiguration, patch: ConfigurationInput): BotConfiguration {
  const changes = Object.entries(patch);
  const problems = changes.map(([name, value]) => problemOf(name, value)).filter((problem) => problem !== undefined);
  if (problems.length > 0) throw invalidInput(problems);
  const merged = [...new Map([...Object.entries(current), ...changes])].filter(([, value]) => value !== null);
  const configuration = Object.fromEntries(merged);
  if (Buffer.byteLength(JSON.stringify(configuration)) > MAX_BYTES) throw tooLarge();
  return configuration;
}

function problemOf(name: string, value: unknown): FieldProblem | undefined {
  const field = KNOWN_FIELDS.get(name);
  if (!field || value === null || field.accepts(value)) return undefined;
  return { field: `configuration.${name}`, message: `configuration.${name} must be ${field.rule}.` };
}

function text(maxLength: number): FieldRule {
  return {
    accepts: (value) => typeof value === 'string' && value.length <= maxLength,
    rule: `a text of at most ${maxLength.toLocaleString('en-US')} characters`,
  };
}

function number(min: number, max: number): FieldRule {
  return {
    accepts: (value) => typeof value === 'number' && value >= min && value <= max,
    rule: `a number from ${min} to ${max}`,
  };
}

function integer(min: number, max = MAX_INTEGER): FieldRule {
  return {
    accepts: (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    rule:
      max === MAX_INTEGER
        ? `a whole number of at least ${min}`
        : `a whole number from ${min} to ${max.toLocaleString('en-US')}`,
  };
}

function flag(): FieldRule {
  return { accepts: (value) => typeof value === 'boolean', rule: 'true or false' };
}

function choice(values: readonly string[]): FieldRule {
  return {
    accepts: (value) => typeof value === 'string' && values.includes(value),
    rule: `one of ${values.join(', ')}`,
  };
}

function isOrdered({ min = 0, max = min }: { min?: number; max?: number }): boolean {
  return min <= max;
}

/** An object of these fields alone, none of which must be there. */
function group(fields: Readonly<Record<string, FieldRule>>): FieldRule {
  const known = new Map(Object.entries(fields));
  return {
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).every(([name, one]) => known.get(name)?.accepts(one) === true),
    rule: `an object of ${[...known].map(([name, { rule }]) => `${name} (${rule})`).join(', ')}`,
  };
}

function isModelList(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MAX_FALLBACK_MODELS) return false;
  const id = integer(1);
  return value.every((one) => id.accepts(one)) && new Set(value).size === value.length;
}

function tooLarge() {
  const message = `configuration must be an object of at most ${MAX_BYTES.toLocaleString('en-US')} bytes as JSON.`;
  return invalidInput([{ field: 'configuration', message }]);
}
