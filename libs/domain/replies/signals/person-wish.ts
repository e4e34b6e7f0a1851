/**
 * Whether a message wants a person instead of the bot. Rather not seen than seen wrongly: who is not understood asks again,
 * while a question about agents that ends in a queue is lost. Questions who somebody is, how to reach a department, and
 * what would happen if, are questions.
 */
import { plainText } from '../message/plain-text';
import { clausesOf, withoutQuotations } from './clauses';
import { type CompiledGrammar, compileGrammar, type WishGrammar } from './wish-grammar';
import { german } from './wish-grammars/de';
import { english } from './wish-grammars/en';
import { spanish } from './wish-grammars/es';
import { french } from './wish-grammars/fr';
import { italian } from './wish-grammars/it';
import { dutch } from './wish-grammars/nl';
import { danish, finnish, norwegian, swedish } from './wish-grammars/nordic';
import { portuguese } from './wish-grammars/pt';
import { russian } from './wish-grammars/ru';
import { type UnspacedGrammar, unspacedGrammars } from './wish-grammars/unspaced';
import { withoutTypos } from './wish-typos';

const grammars: readonly WishGrammar[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  danish,
  norwegian,
  finnish,
  russian,
];
const compiled = grammars.map(compileGrammar);
const vocabulary = new Set(grammars.flatMap(wordsOf));
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** "Gibt es jemanden, mit dem ich sprechen kann?" is one clause. */
const relativeComma = /,(?= (?:mit de[mr]|der mir|die mir|met wie|с кем) )/gi;
/** Longer than any message that is nothing but a wish. */
const maxAloneChars = 60;

export function wishesPerson(message: string): boolean {
  const text = withoutQuotations(message, ' x ');
  if (unspaced.test(text) && unspacedGrammars.some((grammar) => wishesUnspaced(text, grammar))) return true;
  const clauses = clausesOf(text.replace(relativeComma, '')).map(paddedClause);
  return clauses.some((clause) => compiled.some((grammar) => wishesIn(clause, grammar))) || wishesAlone(text, clauses);
}

function wishesIn(clause: string, { marked, sentence, opening, forbidden }: CompiledGrammar): boolean {
  const said = marked(clause);
  if (opening.test(said)) return true;
  const at = sentence.exec(said)?.index;
  return at !== undefined && !forbidden.test(said.slice(0, at));
}

/** "Human?" asks what the bot is. */
function wishesAlone(text: string, clauses: readonly string[]): boolean {
  if (text.length > maxAloneChars || /[?？]\s*$/.test(text)) return false;
  const whole = ` ${clauses.map((clause) => clause.trim()).join(' ')} `;
  return compiled.some(({ alone }) => alone.test(whole));
}

function wishesUnspaced(text: string, { wishes, alone, forbidden }: UnspacedGrammar): boolean {
  const plain = plainText(text);
  if (forbidden.test(plain)) return false;
  return alone.test(plain) || wishes.some((wish) => wish.test(plain));
}

function paddedClause(clause: string): string {
  return ` ${withoutTypos(clause, (word) => vocabulary.has(word))} `;
}

function wordsOf({ human, someone = '', parts, sentences, openings, alone, courtesies }: WishGrammar): string[] {
  const patterns = [human, someone, ...Object.values(parts), ...sentences, ...openings, ...alone, courtesies].join(' ');
  return patterns.match(/\p{L}{4,}/gu) ?? [];
}
