import { isRightToLeft, textLanguage, textsFor, withName } from './texts';

test.each([
  ['de-AT', 'Chat öffnen'],
  ['fr', 'Ouvrir le chat'],
  ['ES-mx', 'Abrir chat'],
  ['en_US', 'Open chat'],
  ['ja', 'Open chat'],
])('in %s the button says %j', (locale, open) => {
  expect(textsFor(locale, {}).open).toBe(open);
});

test('a site has the last word', () => {
  expect(textsFor('de', { title: 'Hilfe' })).toMatchObject({ title: 'Hilfe', send: 'Senden' });
});

test('all languages fill the same gaps', () => {
  const gapsOf = (locale: string) =>
    Object.entries(textsFor(locale, {})).map(([name, text]) => [name, text.match(/\{\w+\}/g)]);
  for (const locale of ['de', 'fr', 'es']) expect(gapsOf(locale)).toEqual(gapsOf('en'));
  expect(withName('You are talking to {name}.', '$& Ada')).toBe('You are talking to $& Ada.');
});

test('texts are read aloud in their own language, and run from the right where it does', () => {
  expect([textLanguage('fr-CA', {}), textLanguage('ja', {}), textLanguage('ja', { title: 'チャット' })]).toEqual([
    'fr-CA',
    'en',
    'ja',
  ]);
  expect(['ar-EG', 'he', 'de', 'art'].map(isRightToLeft)).toEqual([true, true, false, false]);
});
