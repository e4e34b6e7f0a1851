import { type FieldProblem, invalidInput } from '#kernel';
import { TRAIT_LEVELS, type TraitLevel, type Traits } from './personalities.types';

/** They are sent to the model with every message. */
const MAX_TRAITS = 30;
const MAX_NAME_LENGTH = 64;
/** From these numbers on a trait is as pronounced as the word says. */
const MEDIUM_FROM = 1 / 3;
const HIGH_FROM = 2 / 3;

/**
 * The current traits with those of the patch in their places; null takes one away.
 *
 * @throws AppError `input.invalid` naming each trait that is not acceptable
 */
export function mergeTraits(current: Traits, patch: Readonly<Record<string, unknown>>): Traits {
  const changes = Object.entries(patch);
  const problems = changes.map(([name, value]) => problemOf(name, value)).filter((problem) => problem !== undefined);
  if (problems.length > 0) throw invalidInput(problems);
  // A map, because a trait may be called __proto__.
  const merged = [...new Map([...Object.entries(current), ...changes])].filter(([, value]) => value !== null);
  if (merged.length > MAX_TRAITS) throw tooMany();
  return Object.fromEntries(merged) as Traits;
}

/** The word for a trait that is given as a number. */
export function levelOf(value: TraitLevel | number): TraitLevel {
  if (typeof value !== 'number') return value;
  if (value >= HIGH_FROM) return 'high';
  return value >= MEDIUM_FROM ? 'medium' : 'low';
}

function problemOf(name: string, value: unknown): FieldProblem | undefined {
  const field = `traits.${name.slice(0, MAX_NAME_LENGTH)}`;
  if (name.trim() === '' || name.length > MAX_NAME_LENGTH)
    return { field, message: `The name of a trait must be a text of 1 to ${MAX_NAME_LENGTH} characters.` };
  if (value === null || isPronounced(value)) return undefined;
  return { field, message: `${field} must be ${TRAIT_LEVELS.join(', ')} or a number from 0 to 1.` };
}

function isPronounced(value: unknown): boolean {
  if (typeof value === 'number') return value >= 0 && value <= 1;
  return TRAIT_LEVELS.some((level) => level === value);
}

function tooMany() {
  return invalidInput([{ field: 'traits', message: `traits must have at most ${MAX_TRAITS} traits.` }]);
}
