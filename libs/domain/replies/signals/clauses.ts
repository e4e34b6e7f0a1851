import { plainText } from '../message/plain-text';

/** Quoted words are spoken of, not said. */
const quoted = /["“”„«»「」『』][^"“”„«»「」『』]{1,80}["“”„«»「」『』]/g;
const clauseEnd = /[.,;:!?\n¿¡。、！？，；…–—()]+/;

/** @param placeholder stands where the quotation stood */
export function withoutQuotations(text: string, placeholder = ' '): string {
  return text.replace(quoted, placeholder);
}

/** What stands between two signs, as `plainText` writes it. */
export function clausesOf(text: string): string[] {
  return text.split(clauseEnd).map(plainText).filter(Boolean);
}
