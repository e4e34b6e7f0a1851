/**
 * Masks personal data before it is stored, sent or told: it is not there for anybody, also not for the model. It finds what has
 * a form, and leaves names and addresses alone.
 */

import type { BuiltIn } from '../builtin.types';
import { maskCharacterIn, textIn, textsIn } from '../builtin-config';
import { findCards } from './cards';
import { findEmails } from './emails';
import { type Finder, masked } from './found-span';
import { findIbans } from './ibans';
import { findIpAddresses } from './ip-addresses';
import { phoneNumberFinder } from './phone-numbers';

const KINDS = ['email', 'phone', 'iban', 'card', 'ip'] as const;
type Kind = (typeof KINDS)[number];

const FINDERS: Readonly<Record<Exclude<Kind, 'phone'>, Finder>> = {
  email: findEmails,
  iban: findIbans,
  card: findCards,
  ip: findIpAddresses,
};

export const piiRedactor: BuiltIn = {
  name: 'pii-redactor',
  description:
    'Masks e-mail addresses, telephone numbers, bank account and card numbers and IP addresses in messages and replies, before ' +
    'they are stored or sent anywhere.',
  hooks: [
    { name: 'pre-process', priority: 0 },
    { name: 'post-process', priority: 1_000 },
  ],
  configOptions: [
    { name: 'kinds', type: 'list', required: false, default: KINDS, values: KINDS, description: 'What is masked.' },
    {
      name: 'maskChar',
      type: 'string',
      required: false,
      default: '*',
      description: 'Stands for each masked character.',
    },
    {
      name: 'country',
      type: 'string',
      required: false,
      default: 'US',
      description: 'Whose telephone numbers are known without +: two letters (ISO 3166-1).',
    },
  ],
  async start(config) {
    const mask = maskCharacterIn(config);
    const finders = await findersOf(textsIn(config, 'kinds', KINDS), textIn(config, 'country', 'US').toUpperCase());
    return {
      mask: (text) =>
        masked(
          text,
          finders.flatMap((find) => find(text)),
          mask,
        ),
    };
  },
};

async function findersOf(kinds: readonly string[], country: string): Promise<Finder[]> {
  const finders = KINDS.filter((kind) => kinds.includes(kind)).map((kind) =>
    kind === 'phone' ? phoneNumberFinder(country) : FINDERS[kind],
  );
  return Promise.all(finders);
}
