/** Intents that the trained model takes for each other, and those that it is not sure of when users mean them. */
import type { ActiveModel } from '#domain/training';
import type { Insight } from '../insights.types';
import type { SampledTurn } from '../turn-sample.service';
import { counted, finding } from './finding';

export interface UnsureIntent {
  intent: string;
  /** Turns that were read as it. */
  turns: number;
  /** Of those, the ones below the confidence that lets it answer. */
  unsure: number;
  meanConfidence: number;
  /** Texts of unsure turns, the least sure first. */
  examples: readonly string[];
}

const SHOWN = 20;
const EXAMPLES = 5;
/** Turns of an intent, and the part of them that is unsure, from which on it lacks examples. */
const leastTurns = 5;
const leastUnsureShare = 0.3;

/** The one with the most unsure turns first. @param minConfidence that the bot asks of an intent */
export function unsureIntents(turns: readonly SampledTurn[], minConfidence: number): UnsureIntent[] {
  const read = turns.flatMap(({ intent, text }) => (intent?.inScope ? [{ ...intent, text }] : []));
  const found = [...Map.groupBy(read, ({ name }) => name)].map(([intent, ofIntent]) => {
    const unsure = ofIntent.filter(({ confidence }) => confidence < minConfidence);
    unsure.sort((a, b) => a.confidence - b.confidence);
    return {
      intent,
      turns: ofIntent.length,
      unsure: unsure.length,
      meanConfidence: ofIntent.reduce((sum, { confidence }) => sum + confidence, 0) / ofIntent.length,
      examples: [...new Set(unsure.map(({ text }) => text.trim()))].slice(0, EXAMPLES),
    };
  });
  const lacking = found.filter((one) => one.turns >= leastTurns && one.unsure >= leastUnsureShare * one.turns);
  return lacking.sort((a, b) => b.unsure - a.unsure || (a.intent < b.intent ? -1 : 1));
}

export function unsureInsight(intents: readonly UnsureIntent[], model: ActiveModel | undefined): Insight {
  const [first] = intents;
  return finding({
    id: 'unsure-intents',
    title: 'Intents that are read with low confidence',
    text: unsureText(first, model),
    current: intents.length,
    items: intents.slice(0, SHOWN).map((one) => ({ ...one })),
  });
}

function unsureText(first: UnsureIntent | undefined, model: ActiveModel | undefined): string {
  if (model === undefined) return 'The chatbot has no trained model, so it reads no intents.';
  if (first === undefined) return 'No intent was read with low confidence often.';
  return `"${first.intent}" was read ${counted(first.turns, 'time')}, ${first.unsure} of them without being sure.`;
}

export function confusedInsight(model: ActiveModel | undefined): Insight {
  const confusions = model?.report.confusions ?? [];
  const [first] = confusions;
  return finding({
    id: 'confused-intents',
    title: 'Intents that are taken for each other',
    text:
      model === undefined
        ? 'The chatbot has no trained model, so it reads no intents.'
        : first === undefined
          ? 'In training, no intent was taken for another one.'
          : `In training, ${counted(first.count, 'example')} of "${first.intent}" ${first.count === 1 ? 'was' : 'were'} taken for "${first.predicted}".`,
    current: confusions.length,
    items: confusions.slice(0, SHOWN).map((one) => ({ ...one, modelVersion: model?.version })),
  });
}
