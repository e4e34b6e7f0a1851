/**
 * Small grammars of "I want to talk to a person", one for each language. They read clauses as `plainText` writes them, so that
 * there are only lower-case words with one space between; `{name}` stands for a part of the grammar, and the rest is a
 * regular expression. A sentence may be read from any word on; what stands before it may forbid that.
 *
 * People are found first and replaced by a sign, so that the sentences stay short: written out in full they would take the
 * regular expression engine a second to compile.
 */
export interface WishGrammar {
  /** Words for somebody who is surely a human being, or surely here to answer, with what belongs to them: `{human}`. */
  human: string;
  /** Words for somebody who may be meant: `{someone}`. Both together are `{person}`. */
  someone?: string;
  parts: Readonly<Record<string, string>>;
  /** Wishes that say who wants what, so that it does not matter where in the clause they stand. */
  sentences: readonly string[];
  /** Wishes only at the beginning of a clause, perhaps after courtesies: "speak to an agent". */
  openings: readonly string[];
  /** Wishes only when the message is nothing else: "agent". */
  alone: readonly string[];
  /** Courtesies and the like before and after. */
  courtesies: string;
  /** What comes before a sentence anywhere in its clause, as "what if". */
  forbiddenBefore: string;
  /** What comes right before a sentence, as "do not". */
  forbiddenRightBefore: string;
}

export interface CompiledGrammar {
  /** The clause with signs in place of people. */
  marked(clause: string): string;
  sentence: RegExp;
  opening: RegExp;
  alone: RegExp;
  forbidden: RegExp;
}

/** No letters, so that no message has them. */
const humanSign = '☺';
const someoneSign = '☻';

/** Parts may name other parts, so many levels deep. */
const maxDepth = 5;

export function compileGrammar(grammar: WishGrammar): CompiledGrammar {
  const signs = { human: humanSign, someone: someoneSign, person: `[${humanSign}${someoneSign}]` };
  const parts = { ...grammar.parts, ...signs };
  const anyOf = (all: readonly string[]) => `(?:${all.map((one) => expand(one, parts)).join('|')})`;
  const courtesies = `(?:(?:${grammar.courtesies}) )*`;
  const before = `(?:^| )(?:${grammar.forbiddenBefore}) `;
  const rightBefore = `(?:^| )(?:${grammar.forbiddenRightBefore}) $`;
  const human = people(grammar.human, grammar.parts);
  const someone = grammar.someone === undefined ? undefined : people(grammar.someone, grammar.parts);
  return {
    marked: (clause) => {
      const marked = clause.replace(human, humanSign);
      return someone === undefined ? marked : marked.replace(someone, someoneSign);
    },
    sentence: new RegExp(`(?<= )${anyOf(grammar.sentences)}(?= )`, 'u'),
    opening: new RegExp(`^ ${courtesies}${anyOf(grammar.openings)}(?= )`, 'u'),
    alone: new RegExp(`^ ${courtesies}${anyOf(grammar.alone)} ${courtesies}$`, 'u'),
    forbidden: new RegExp(`${expand(before, parts)}|${expand(rightBefore, parts)}`, 'u'),
  };
}

function people(pattern: string, parts: WishGrammar['parts']): RegExp {
  return new RegExp(`(?<= )(?:${expand(pattern, parts)})(?= )`, 'gu');
}

function expand(pattern: string, parts: WishGrammar['parts']): string {
  let expanded = pattern;
  for (let depth = 0; depth < maxDepth && expanded.includes('{'); depth++) {
    expanded = expanded.replace(/(?<!\\p)\{([a-z]\w*)\}/g, (_, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`The grammar has no part ${name}.`);
      return `(?:${part})`;
    });
  }
  return expanded;
}
