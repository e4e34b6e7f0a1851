/** Beside title and description in every document; the licence by its SPDX identifier. */
export const ABOUT = { contact: { name: 'Parley' }, license: { name: 'MIT', identifier: 'MIT' } };
