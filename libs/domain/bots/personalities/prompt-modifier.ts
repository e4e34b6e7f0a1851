import type { Personality, TraitLevel } from './personalities.types';
import { levelOf } from './traits';

type Speaker = Pick<Personality, 'name' | 'description' | 'traits' | 'tone' | 'languageStyle'>;

/** What a trait asks of whoever speaks. Traits that are not here are asked for by their name. */
const KNOWN_TRAITS: Readonly<Record<string, Record<TraitLevel, string>>> = {
  friendliness: {
    low: 'Stay neutral and reserved.',
    medium: 'Be friendly.',
    high: 'Be very friendly and warm.',
  },
  formality: {
    low: 'Speak informally, as one does with friends.',
    medium: 'Speak neither stiffly nor casually.',
    high: 'Speak formally.',
  },
  humor: {
    low: 'Do not joke.',
    medium: 'A light joke is welcome where it fits.',
    high: 'Be humorous where the matter allows it.',
  },
  empathy: {
    low: 'Stay with the facts.',
    medium: 'Show understanding for the situation of the user.',
    high: 'Show much understanding for how the user feels before you answer.',
  },
  verbosity: {
    low: 'Be brief: one or two sentences.',
    medium: 'Answer in a few sentences.',
    high: 'Answer in detail.',
  },
  enthusiasm: {
    low: 'Stay calm and matter-of-fact.',
    medium: 'Be engaged.',
    high: 'Be enthusiastic.',
  },
  patience: {
    low: 'Come to the point at once.',
    medium: 'Explain again when it is needed.',
    high: 'Be patient and explain step by step.',
  },
};
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  humour: 'humor',
  friendly: 'friendliness',
  formal: 'formality',
};

/** Maps, because a trait may be called `constructor`. */
const WISHES = new Map(Object.entries(KNOWN_TRAITS));
const SPELLINGS = new Map(Object.entries(OTHER_SPELLINGS));

const DEGREES: Record<TraitLevel, string> = { low: 'little', medium: 'some', high: 'much' };

/** Facts go before manners, whatever a personality asks for. */
const LAST_WORDS = 'This is about how you speak. It never changes what is true, what you cite, or what you may do.';

/**
 * What a personality asks of a model, for its system message: the same words for the same personality, whatever the order in which its
 * traits were given.
 */
export function promptModifierOf({ name, description, traits, tone, languageStyle }: Speaker): string {
  const lines = [sentence(`Speak as "${oneLine(name)}"${description ? `: ${oneLine(description)}` : ''}`)];
  for (const trait of Object.keys(traits).sort()) {
    const value = traits[trait];
    if (value !== undefined) lines.push(`- ${oneLine(trait)} (${value}): ${wishOf(trait, levelOf(value))}`);
  }
  if (tone) lines.push(`- Tone: ${oneLine(tone)}`);
  if (languageStyle) lines.push(`- Language style: ${oneLine(languageStyle)}`);
  return [...lines, LAST_WORDS].join('\n');
}

function wishOf(trait: string, level: TraitLevel): string {
  const key = trait.trim().toLowerCase();
  const wishes = WISHES.get(SPELLINGS.get(key) ?? key);
  return wishes ? wishes[level] : `Show ${DEGREES[level]} ${oneLine(trait)}.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A text of a caller cannot begin lines of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
