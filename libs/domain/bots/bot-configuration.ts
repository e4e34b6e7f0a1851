import { type FieldProblem, invalidInput } from '#kernel';
import type { BotConfiguration, ConfigurationInput } from './bots.types';

/** As JSON in UTF-8. It is read with every message that the bot answers. */
const MAX_BYTES = 65_536;

interface FieldRule {
  accepts(value: unknown): boolean;
  /** Completes "must be". */
  rule: string;
}

/** The fields that Parley knows; all others belong to the caller. */
const KNOWN_FIELDS: ReadonlyMap<string, FieldRule> = new Map([
  ['model', text(200)],
  ['temperature', number(0, 2)],
  ['systemPrompt', text(32_000)],
  ['fallbackMessage', text(4_000)],
  ['confidenceThreshold', number(0, 1)],
  ['answersWithoutKnowledge', { accepts: (value) => typeof value === 'boolean', rule: 'true or false' }],
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

function tooLarge() {
  const message = `configuration must be an object of at most ${MAX_BYTES.toLocaleString('en-US')} bytes as JSON.`;
  return invalidInput([{ field: 'configuration', message }]);
}
