/** Step 1: what the message is and asks, before anything is looked up. */
import { detectLanguage } from '#domain/language';
import { hasAttachments } from '../attachments/attached';
import { withoutCourtesies } from '../message/courtesies';
import { earlierQuestion, type Leaning, leaningOf } from '../message/follow-up';
import { boundedText, readableText } from '../message/plain-text';
import { questionParts } from '../message/question-parts';
import { smallTalkOf } from '../message/small-talk';
import type { SmallTalkKind } from '../message/small-talk.phrases';
import type { ReplyRequest } from '../replies.types';

export interface Question {
  text: string;
  leaning: Leaning;
  /** What it leans on, if it does. */
  earlier: string | undefined;
}

export interface Understanding {
  /** ISO 639-1, of the message or else of the conversation; English when neither tells. */
  language: string;
  /** Set when the message is nothing else. */
  smallTalk: SmallTalkKind | undefined;
  /** Empty when the message has no words. */
  questions: readonly Question[];
}

const fallbackLanguage = 'en';
/** Of the history, to tell the language of the conversation. */
const languageSampleMessages = 3;
/** A word, an ideograph, or a number long enough to mean something. */
const somethingToLookUp = /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{N}{3}/u;

export function understand(request: ReplyRequest): Understanding {
  const { message, history, botName, isStrict } = request;
  const text = readableText(message);
  // "Here you are" with a file is about the file.
  const smallTalk = isStrict || hasAttachments(request) ? undefined : smallTalkOf(text, botName);
  const language = spokenLanguage(text, history);
  if (smallTalk !== undefined) {
    const { kind, languages } = smallTalk;
    return {
      language: languages.includes(language) ? language : (languages[0] ?? language),
      smallTalk: kind,
      questions: asked(text, history),
    };
  }
  return { language, smallTalk: undefined, questions: somethingToLookUp.test(text) ? asked(text, history) : [] };
}

/**
 * The questions of a message, each with its references named; undefined for those that have none, and for all when the
 * message cannot be taken apart as before.
 */
export function resolvedQuestions(
  questions: readonly Question[],
  resolvedText: string,
): readonly (string | undefined)[] {
  const parts = questionParts(boundedText(withoutCourtesies(readableText(resolvedText))));
  return questions.map(({ text }, at) => {
    const part = parts.length === questions.length ? parts[at] : undefined;
    return part === text ? undefined : part;
  });
}

function asked(text: string, history: ReplyRequest['history']): Question[] {
  const parts = questionParts(boundedText(withoutCourtesies(text)));
  return parts.map((part, at) => {
    const leaning = leaningOf(part);
    if (leaning === 'no') return { text: part, leaning, earlier: undefined };
    const before = parts.slice(0, at).findLast((one) => leaningOf(one) !== 'surely');
    return { text: part, leaning, earlier: at === 0 ? earlierQuestion(history) : before };
  });
}

export function spokenLanguage(text: string, history: ReplyRequest['history']): string {
  const earlier = history.filter(({ role }) => role === 'user').slice(-languageSampleMessages);
  const own = languageOf(text);
  return own ?? languageOf(earlier.map((message) => message.text).join('\n')) ?? fallbackLanguage;
}

/** Languages that their script gives away, the more telling script first. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
];

function languageOf(text: string): string | undefined {
  const detected = detectLanguage(text);
  if (detected !== 'simple') return detected;
  return scripts.find(([script]) => script.test(text))?.[1];
}
