/** What a conversation says about people: that one was called, has come, has gone. In the language of the conversation where known. */
import { type HandOffTextKind, type HandOffTexts, handOffTexts } from './hand-off-texts.data';

const fallbackLanguage = 'en';

/** @param language ISO 639-1; English when it is not known */
export function handOffText(kind: HandOffTextKind, language: string, names: { agent?: string } = {}): string {
  const texts = handOffTexts[language] ?? (handOffTexts[fallbackLanguage] as HandOffTexts);
  const agent = names.agent?.trim();
  if (kind !== 'joined' && kind !== 'transferred') return texts[kind];
  return agent ? texts[`${kind}Named`].replace('{agent}', () => agent) : texts[kind];
}
