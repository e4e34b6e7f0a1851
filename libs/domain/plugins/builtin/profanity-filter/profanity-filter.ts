import type { BuiltIn } from '../builtin.types';
import { maskCharacterIn, textsIn } from '../builtin-config';

/** Common English ones; teams add theirs. */
const WORDS = [
  'arsehole',
  'asshole',
  'bastard',
  'bitch',
  'bollocks',
  'bullshit',
  'crap',
  'cunt',
  'damn',
  'fuck',
  'fucking',
  'goddamn',
  'motherfucker',
  'piss',
  'prick',
  'shit',
  'shitty',
  'slut',
  'twat',
  'wanker',
  'whore',
];

/** Whole words, so that nobody who lives in Scunthorpe is offended. */
const WORD = /[\p{L}\p{M}]+/gu;

export const profanityFilter: BuiltIn = {
  name: 'profanity-filter',
  description: 'Masks offensive words in replies.',
  hooks: [{ name: 'post-process', priority: 10 }],
  configOptions: [
    {
      name: 'maskChar',
      type: 'string',
      required: false,
      default: '*',
      description: 'Stands for each letter of a masked word.',
    },
    { name: 'words', type: 'list', required: false, default: [], description: 'Masked as well, in any case.' },
  ],
  async start(config) {
    const mask = maskCharacterIn(config);
    const masked = new Set([...WORDS, ...textsIn(config, 'words', [])].map((word) => word.toLowerCase()));
    const clean = (text: string) =>
      text.replace(WORD, (word) => (masked.has(word.toLowerCase()) ? mask.repeat([...word].length) : word));
    return { preProcess: clean, postProcess: clean };
  },
};
