/** What a conversation says about people: that one was called, has come, has gone. In the language of the conversation where known. */
import { type HandOffTexts, handOffTexts } from './hand-off-texts.data';

export type HandOffTextKind =
  /** A person was called. */
  | 'escalated'
  /** Nobody has come yet, and the bot does not know the answer. */
  | 'waiting'
  /** A person has the conversation, so that the bot is silent. */
  | 'human'
  /** Somebody has taken the conversation. */
  | 'joined'
  /** Somebody else has. */
  | 'transferred'
  /** The bot answers again. */
  | 'returned'
  | 'resolved'
  /** No person is there to be called. */
  | 'nobody';

const fallbackLanguage = 'en';

/** @param language ISO 639-1; English when it is not known */
export function handOffText(kind: HandOffTextKind, language: string, names: { agent?: string } = {}): string {
  const texts = handOffTexts[language] ?? (handOffTexts[fallbackLanguage] as HandOffTexts);
  const agent = names.agent?.trim();
  if (kind !== 'joined' && kind !== 'transferred') return texts[kind];
  return agent ? texts[`${kind}Named`].replace('{agent}', () => agent) : texts[kind];
}
