/** The answer that somebody has given an intent, when the bot's trained model is confident that the message means it. */
import type { IntentReading } from '#domain/training';
import { hasAttachments } from '../attachments/attached';
import type { ReplyEvent, ReplyIntent, ReplyRequest } from '../replies.types';
import type { Decision } from './decision';
import { type Draft, NO_MODEL, NO_USAGE } from './telling';

/** Where the bot does not say. */
const defaultMinConfidence = 0.8;

export interface IntendedAnswer {
  reading: IntentReading;
  text: string;
}

/**
 * Undefined when the knowledge is to answer. A question that was written for this goes first, and so do files that came
 * with the message; passages and small talk of ours do not.
 *
 * @param decision undefined for a bot without any knowledge
 */
export function intendedAnswer(
  request: ReplyRequest,
  reading: IntentReading | undefined,
  decision: Decision | undefined,
): IntendedAnswer | undefined {
  const { answersDirectly = true, minConfidence = defaultMinConfidence } = request.configuration.intents ?? {};
  if (!reading?.inScope || !reading.answer?.trim() || reading.confidence < minConfidence) return undefined;
  if (!answersDirectly || request.isStrict || hasAttachments(request) || isOfQuestion(decision)) return undefined;
  return { reading, text: reading.answer };
}

/** Word for word, without asking a model. */
export function* sayIntended({ reading, text }: IntendedAnswer): Generator<ReplyEvent, Draft, undefined> {
  yield { type: 'sources', sources: [] };
  yield { type: 'delta', text };
  const said = { text, sources: [], confidence: reading.confidence, grounded: true, isVerified: true };
  return { ...said, model: NO_MODEL, usage: NO_USAGE, intent: { ...replyIntent(reading), isAnswer: true } };
}

export function replyIntent({ intent: name, confidence, inScope, modelVersion }: IntentReading): ReplyIntent {
  return { name, confidence, inScope, modelVersion };
}

function isOfQuestion(decision: Decision | undefined): boolean {
  return decision?.kind === 'grounded' && decision.answered.some(({ isAnsweredByQuestion }) => isAnsweredByQuestion);
}
