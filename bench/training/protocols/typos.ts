/** Texts as they come from a keyboard in a hurry. */
import type { Random } from '../../retrieval/random';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
/** By how much of a key each row of a keyboard stands to the right of the first (ISO/IEC 9995-1, the usual stagger). */
const STAGGER = [0, 0.25, 0.75] as const;
/** Between the middles of keys, in keys; the ones that touch. */
const NEIGHBOUR_DISTANCE = 1.3;

interface Typed {
  typed: string;
  /** Characters of the text that it stands for. */
  read: number;
}

type Typo = (text: string, at: number, random: Random) => Typed;

const replaced: Typo = (text, at, random) => ({ typed: neighbourOf(text[at]!, random), read: 1 });
const dropped: Typo = () => ({ typed: '', read: 1 });
const doubled: Typo = (text, at) => ({ typed: text[at]! + text[at]!, read: 1 });
/** Within a word; its last letter is replaced. */
const swapped: Typo = (text, at, random) =>
  isLetter(text[at + 1]) ? { typed: text[at + 1]! + text[at]!, read: 2 } : replaced(text, at, random);

const typos = [replaced, dropped, doubled, swapped] as const;

/** Each letter of the Latin keyboard goes wrong with the chance `share`: replaced, dropped, doubled or swapped with the next. */
export function withTypos(text: string, share: number, random: Random): string {
  let typed = '';
  for (let at = 0; at < text.length; ) {
    const isHit = isLetter(text[at]) && random.next() < share;
    const step = isHit ? pick(typos, random)(text, at, random) : { typed: text[at]!, read: 1 };
    typed += step.typed;
    at += step.read;
  }
  return typed;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && neighbours.has(character.toLowerCase());
}

function neighbourOf(letter: string, random: Random): string {
  const typed = pick(neighbours.get(letter.toLowerCase())!, random);
  return letter === letter.toLowerCase() ? typed : typed.toUpperCase();
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random.next() * items.length)]!;
}

const neighbours: ReadonlyMap<string, readonly string[]> = neighboursOnKeyboard();

function neighboursOnKeyboard(): Map<string, string[]> {
  const keys = ROWS.flatMap((letters, row) =>
    [...letters].map((letter, at) => ({ letter, x: at + STAGGER[row]!, row })),
  );
  const isNear = (a: (typeof keys)[number], b: (typeof keys)[number]) =>
    a !== b && Math.hypot(a.x - b.x, a.row - b.row) < NEIGHBOUR_DISTANCE;
  return new Map(
    keys.map((key) => [key.letter, keys.filter((other) => isNear(key, other)).map(({ letter }) => letter)]),
  );
}
