/**
 * Splits "When are you open and where are you?" into its questions. Careful: a part must ask something by itself, and most
 * messages stay whole. Statements before a question belong to it ("I ordered a grinder. It arrived broken. What now?").
 */
import { detectLanguage } from '#domain/language';
import { splitSentences } from '../passages/sentence-splitter';
import { sliceOf } from '../passages/span';
import { leaningOf } from './follow-up';
import { plainText } from './plain-text';
import { smallTalkOf } from './small-talk';

/** Each costs a search; a message with more questions is searched as a whole. */
const maxParts = 3;

const questionWord =
  'what|when|where|who|whom|which|why|how|do|does|did|is|are|can|could|will|would|should|may|wann|wo|wohin|wer|warum|wieso|wie|welche[rsmn]?|was|kann|konnen|gibt|habt|haben|ist|sind|quand|ou|qui|pourquoi|comment|combien|quel(?:le)?s?|est ce|que|cuando|donde|quien|como|cuanto|cual(?:es)?|hay|puedo|quando|dove|chi|perche|come|quanto|quale|posso|onde|quem|porque|qual|wat|wanneer|waar|waarom|hoe|kan|kunnen|is er';
const startsQuestion = new RegExp(`^(?:(?:and|also|und|auch|et|y|e|en|ook) )?(?:${questionWord})\\b`);
/** A conjunction, perhaps after a comma, before a question word. */
const secondQuestion = new RegExp(
  `[\\s,;]+(?:and|und|et|y|e|en|plus|also)\\s+(?:also\\s+)?(?=(?:${questionWord})\\b)`,
  'i',
);

/** One part or more; the parts are pieces of the message in its order. */
export function questionParts(message: string): string[] {
  const parts = sentencesOf(message).flatMap((sentence) => sentence.split(secondQuestion));
  const questions = parts.map((part) => part.trim()).filter(asksByItself);
  const others = parts.filter((part) => !asksByItself(part.trim()) && !isCourtesy(part));
  return questions.length < 2 || questions.length > maxParts || others.length > 0 ? [message] : questions;
}

function sentencesOf(message: string): string[] {
  const language = detectLanguage(message, 'en');
  return message.split('\n').flatMap((line) => splitSentences(line, language).map((span) => sliceOf(line, span)));
}

/** "And why?" alone asks, but about what the part before it asks about: it is carried by `follow-up`. */
function asksByItself(part: string): boolean {
  const plain = plainText(part);
  return (
    plain !== '' &&
    !isCourtesy(part) &&
    (/[?？]\s*$/.test(part) || startsQuestion.test(plain)) &&
    (leaningOf(part) !== 'surely' || plain.includes(' '))
  );
}

function isCourtesy(part: string): boolean {
  return plainText(part) === '' || smallTalkOf(part) !== undefined;
}
