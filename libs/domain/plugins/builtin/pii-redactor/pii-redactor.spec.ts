import { expectProportionalTime } from '#testing';
import { piiRedactor } from './pii-redactor';

describe('the redactor of personal data', () => {
  const redactor = async (config = {}) => (await piiRedactor.start(config)).mask!;

  test.each([
    ['Write to jane.doe+shop@mail.example.com.', 'Write to ******************************.'],
    ['Büro: jürgen@müller.example, danke', 'Büro: *********************, danke'],
    ['<a@b.io>', '<******>'],
    ['Call +49 30 901820 today', 'Call *** ** ****** today'],
    ['Call (555) 123-4567 or 212-555-0100.', 'Call ***** ******** or ************.'],
    ['My number is 2025551234', 'My number is **********'],
    [
      'Room 12 (555) 123-4567 at 8, or +1 212 555 0100 42 times',
      'Room 12 ***** ******** at 8, or ** *** *** **** 42 times',
    ],
    ['Ou +33 1 23 45 67 89', 'Ou *** * ** ** ** **'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN **** **** **** **** **** ** please'],
    ['gb82west12345698765432', '**********************'],
    ['Card 4111 1111 1111 1111, thanks', 'Card **** **** **** ****, thanks'],
    ['Order 5123 and card 378282246310005', 'Order 5123 and card ***************'],
    ['12345 4111-1111-1111-1111', '12345 *******************'],
    ['From 192.168.0.12 and 2001:db8::ff00:42:8329.', 'From ************ and **********************.'],
  ])('masks %s', async (text, expected) => {
    expect((await redactor())(text)).toBe(expected);
  });

  test.each([
    'Meet me on 2024-11-21 at 18:07:11, or on 21.11.2024.',
    'Order 1234567 has 42 items for 1,299.95 euros.',
    'Version 1.2.3 is not 1.2.3.4.5, and 999.1.1.1 is none.',
    'In C++ it is std::cout, and in time 12:30:45.',
    'Ratio 16:9, score 3:2, @home and user@localhost',
    'DE89 3704 0044 0532 0130 01 has the wrong check digits',
    '4111 1111 1111 1112 is no card',
    '',
    'Nothing personal.',
  ])('leaves %s alone', async (text) => {
    expect((await redactor())(text)).toBe(text);
  });

  test('masks only what it was told to, with the character it was told', async () => {
    const text = 'a@example.com, +49 30 901820';
    expect((await redactor({ kinds: ['email'], maskChar: '#' }))(text)).toBe('#############, +49 30 901820');
    expect((await redactor({ kinds: ['phone'], maskChar: '🙂 or so' }))(text)).toContain('a@example.com, 🙂🙂🙂 🙂🙂');
    expect((await redactor({ kinds: [] }))(text)).toBe(text);
  });

  test('knows the telephone numbers of the country', async () => {
    expect((await redactor({ country: 'DE' }))('Ruf 030 901820 an')).toBe('Ruf *** ****** an');
    expect((await redactor({ country: 'Narnia' }))('Ruf 030 901820 an, +49 30 901820')).toBe(
      'Ruf 030 901820 an, *** ** ******',
    );
  });

  test('finds nothing any more in what it has masked', async () => {
    const mask = await redactor();
    const once = mask('jane@example.com 4111 1111 1111 1111 +49 30 901820');
    expect(mask(once)).toBe(once);
  });

  test.each([
    'a',
    '@',
    'a@',
    '1',
    '1 ',
    '12 ',
    '123 4567 ',
    '1.',
    ':',
    'a.',
    '(1',
    '+1',
    'GB82 ',
    '1111 ',
    'x@a-',
    'é',
  ])('takes time in proportion to a text of %s', async (piece) => {
    const mask = await redactor();
    await expectProportionalTime((size) => mask(piece.repeat(size)), 4_000);
  });
});
