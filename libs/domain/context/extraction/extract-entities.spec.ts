import { expectProportionalTime } from '#testing';
import { ListIndex } from '../lists/list-index';
import { extractEntities, extractThings } from './extract-entities';
import { sayingOf } from './saying';

/** A Saturday. */
const at = new Date('2026-11-21T18:00:00Z');

const read = async (text: string, known: Record<string, unknown> = {}, lists?: ListIndex) => {
  const found = await extractEntities(text, sayingOf(text, '', known, at), lists);
  for (const { text: said, start, end } of found) expect(text.slice(start, end)).toBe(said);
  return found.map(({ type, value }) => `${type} ${value}`);
};

describe('the entities of a text', () => {
  test.each([
    ['Write to Jane.Doe@Example.COM, please.', ['email Jane.Doe@example.com']],
    ['anna+shop@mail.example.co.uk', ['email anna+shop@mail.example.co.uk']],
    ['Ask @support or a@b', []],
    ['See https://example.com/help?x=1. Thanks', ['url https://example.com/help?x=1']],
    ['(www.example.com/a_(b))', ['url https://www.example.com/a_(b)']],
    ['https://example.com/u/me@example.com', ['url https://example.com/u/me@example.com']],
  ])('are its addresses: %s', async (text, entities) => {
    expect(await read(text)).toEqual(entities);
  });

  test.each([
    ['Please call me at +1 202-555-0143 after work', {}, ['phone +12025550143']],
    ['My number is (202) 555-0143', {}, ['phone +12025550143']],
    ['Ruf mich bitte unter 030 12345678 an', {}, ['phone +493012345678']],
    ['Vous pouvez me joindre au 01 42 68 53 00', {}, ['phone +33142685300']],
    ['You can reach me on 020 7946 0018', { country: 'GB' }, ['phone +442079460018']],
    ['It is 0043 1 5880 0123', {}, ['phone +43158800123']],
  ])('are telephone numbers, by the region of the user: %s', async (text, known, entities) => {
    expect(await read(text, known)).toEqual(entities);
  });

  test.each([
    ['It was $1,299.50 in the shop', ['money 1299.5 USD']],
    ['Ich habe 1.299,50 € bezahlt', ['money 1299.5 EUR']],
    ['Das kostet 49,- €', ['money 49 EUR']],
    ['Je paye 1 299,50 euros par an', ['money 1299.5 EUR']],
    ["It costs CHF 1'299.50", ['money 1299.5 CHF']],
    ['from 20 GBP to £30', ['money 20 GBP', 'money 30 GBP']],
    ['Det kostar 250 kr för mig och dig', ['money 250 SEK']],
    ['R$ 89,90 não é muito para mim', ['money 89.9 BRL']],
    ['それは1500円です', ['money 1500 JPY']],
    ['Let me try 5 try it', []],
  ])('are sums of money: %s', async (text, entities) => {
    expect(await read(text)).toEqual(entities);
  });

  test.each([
    ['A parcel of 2.5 kg', ['quantity 2.5 kg']],
    ['Ich brauche 2,5 Liter für das', ['quantity 2.5 l']],
    ['The model with 256GB', ['quantity 256 GB']],
    ['10 pieces and 20%', ['quantity 10 piece', 'quantity 20 %']],
    ['We are 4 people for 3 nights', ['quantity 4 person', 'quantity 3 night']],
  ])('are quantities: %s', async (text, entities) => {
    expect(await read(text)).toEqual(entities);
  });

  test.each([
    ['Where is A-1234?', ['code A-1234']],
    ['It is #98765.', ['code #98765']],
    ['My order ORD-2024-0017 has not come', ['code ORD-2024-0017']],
    ['order number 98765', ['code 98765']],
    ['Meine Bestellnummer ist 4711-22', ['code 4711-22']],
    ['Tracking: 1Z999AA10123456784', ['code 1Z999AA10123456784']],
    ['invoice INV00012', ['code INV00012']],
    ['In 2024 I had covid-19, iso-9001 and a well-known T-shirt', []],
    ['in order to pay 98765', []],
    ['the order of things', []],
  ])('are codes, and no plain words or years: %s', async (text, entities) => {
    expect((await read(text)).filter((entity) => !entity.startsWith('date'))).toEqual(entities);
  });

  test.each([
    ['Can I come tomorrow at 3pm?', ['date 2026-11-22T15:00']],
    ['Is it open next Friday?', ['date 2026-11-27']],
    ['I ordered it on 3 March 2026', ['date 2026-03-03']],
    ['Ich komme am 3. Dezember um 15 Uhr zu euch', ['date 2026-12-03T15:00']],
    ['Je voudrais venir vendredi prochain à 15h', ['date 2026-11-27T15:00']],
    ['¿Puedo ir el viernes a las 15:30 con mi hijo?', ['date 2026-11-27T15:30']],
    ['Posso ir amanhã? Não sei se é possível', ['date 2026-11-22']],
    ['Kan ik morgen langs komen met een vriend?', ['date 2026-11-22']],
    ['明日の午後3時に行きます', ['date 2026-11-22T15:00']],
    ['2026-12-24', ['date 2026-12-24']],
    ['How much is it now? I may march on, one second', []],
  ])('are dates as the user means them: %s', async (text, entities) => {
    expect(await read(text)).toEqual(entities);
  });

  test('are dates of the time zone of the user', async () => {
    const late = new Date('2026-11-21T23:30:00Z');
    const text = 'Is it there tomorrow?';
    const found = await extractEntities(text, sayingOf(text, '', { timezone: 'Asia/Tokyo' }, late), undefined);
    expect(found.map(({ value }) => value)).toEqual(['2026-11-23']);
  });

  test('are what stands in the lists of the team, and the longer of two goes before the other', async () => {
    const lists = new ListIndex();
    lists.add('iPhone 15', { type: 'product', value: 'iPhone 15' });
    lists.add('iPhone 15 Pro', { type: 'product', value: 'iPhone 15 Pro' });
    lists.add('A-1234', { type: 'part', value: 'Screw' });
    expect(await read('the IPHONE 15 pro, an iphone15 and A-1234', {}, lists)).toEqual([
      'product iPhone 15 Pro',
      'product iPhone 15',
      'part Screw',
    ]);
  });

  test('do not overlap', async () => {
    const found = await extractEntities(
      'In 3 days I pay order 12345 at https://shop.example/a@b.cd?q=5kg with $5',
      sayingOf('', '', {}, at),
      undefined,
    );
    expect(found.map(({ type }) => type)).toEqual(['date', 'code', 'url', 'money']);
  });

  test.each([
    ['at signs', '@a.b'],
    ['digits', '1 '],
    ['one number', '1'],
    ['prices', '$1,1'],
    ['hyphens', 'a-'],
    ['large letters', 'A1'],
    ['days', 'may 3 '],
    ['addresses', 'www.a('],
    ['words', 'order '],
    ['phones', '+1 (2'],
    ['names of a list', 'ab ab ab ac '],
  ])('are found in time in proportion to a hostile text of %s', async (_what, piece) => {
    const lists = new ListIndex();
    lists.add('ab '.repeat(20), { type: 'x', value: 'y' });
    await expectProportionalTime(
      (size) => extractEntities(piece.repeat(size / piece.length), sayingOf('', '', {}, at), lists),
      4_000,
    );
  });
});

describe('the things that a reply names', () => {
  test('are what the next message may point at, and nothing that the bot merely knows', () => {
    const lists = new ListIndex();
    lists.add('AirPress', { type: 'product', value: 'AirPress' });
    const reply =
      'Order FC-20418 with the AirPress costs 25 euros; we are open on Monday from 9:00, call 020 5550 142.';
    const found = extractThings(reply, lists);
    expect(found.map(({ type, value }) => `${type} ${value}`)).toEqual(['code FC-20418', 'product AirPress']);
  });
});
