/** What a bot says without knowledge: small talk, and that it does not know. In the language of the message where known. */
import type { SmallTalkKind } from '../message/small-talk.phrases';
import { type FixedTexts, fixedTexts, furtherNoContextTexts } from './fixed-texts.data';

export interface Speaker {
  name?: string | undefined;
  /** Names of the knowledge bases it answers from. */
  knows: readonly string[];
}

const maxNames = 3;

export function noContextText(language: string): string {
  return furtherNoContextTexts[language] ?? textsIn(language).noContext;
}

/** @param part the question that was not answered, as it was asked */
export function partNotFoundText(language: string, part: string): string {
  return textsIn(language).partNotFound.replace('{part}', () => part.replace(/\s+/g, ' ').replace(/[\s?!.,;:]+$/, ''));
}

export function smallTalkText(kind: SmallTalkKind, language: string, { name, knows }: Speaker): string {
  const texts = textsIn(language);
  if (kind === 'identity') return name ? texts.identityNamed.replace('{name}', () => name) : texts.identity;
  if (kind !== 'abilities') return texts[kind];
  const names = knows
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, maxNames);
  return names.length === 0
    ? texts.abilities
    : `${texts.abilities} ${texts.knows.replace('{names}', () => names.join(', '))}`;
}

function textsIn(language: string): FixedTexts {
  return fixedTexts[language] ?? (fixedTexts.en as FixedTexts);
}
