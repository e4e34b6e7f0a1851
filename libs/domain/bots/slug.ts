/** Letters that NFKD does not take apart into an ASCII letter and a mark. */
const ASCII_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** Long enough to be recognised, short enough for a path segment or a model name. */
const MAX_LENGTH = 64;
/** For names without a letter or digit that ASCII can write. */
const FALLBACK = 'bot';

/** The slug that a name would like to have: ASCII-folded kebab case, e.g. `Café Zürich!` becomes `cafe-zurich`. */
export function slugOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => ASCII_LETTERS[letter] ?? ' ');
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  return shorten(words.join('-')) || FALLBACK;
}

/** The wanted slug if it is free, otherwise the first free one of `wanted-2`, `wanted-3`, ... */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

/** Cuts at a word if that leaves at least half of the allowed length. */
function shorten(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const lastDash = cut.lastIndexOf('-');
  return lastDash >= MAX_LENGTH / 2 ? cut.slice(0, lastDash) : cut.slice(0, MAX_LENGTH);
}
