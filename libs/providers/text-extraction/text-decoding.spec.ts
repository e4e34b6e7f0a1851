import { decodeText } from './text-decoding';

const GERMAN = 'Der Käse kostet fünf Euro.\nDas Brötchen ist übrig.\n';
const NEWS = {
  chinese:
    '图书馆周一至周五开放，时间是上午九点到下午六点。读者可以借阅五本书，期限为三个星期。\n请在服务台办理借书证。\n',
  traditional: '圖書館週一至週五開放，時間是上午九點到下午六點。讀者可以借閱五本書，期限為三個星期。\n',
  japanese: '図書館は月曜日から金曜日まで開いています。本は五冊まで借りることができます。\nカードは受付で作ります。\n',
  korean: '도서관은 월요일부터 금요일까지 문을 엽니다. 책은 다섯 권까지 빌릴 수 있습니다.\n',
  russian: 'Библиотека открыта с понедельника по пятницу. Можно взять пять книг на три недели.\n',
  greek: 'Η βιβλιοθήκη είναι ανοιχτή από Δευτέρα έως Παρασκευή. Μπορείτε να δανειστείτε πέντε βιβλία.\n',
};
/** What Node writes only in UTF-8 and UTF-16, made here from what it reads. */
function encoded(text: string, encoding: string): Buffer {
  const bytesOf = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x80; lead < 0x100; lead++) {
    bytesOf.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    for (let trail = 0x40; trail < 0x100; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && !bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? [0x3f]))),
  );
}

describe('a text is read in', () => {
  test.each([
    ['gb18030', NEWS.chinese],
    ['big5', NEWS.traditional],
    ['shift_jis', NEWS.japanese],
    ['euc-jp', NEWS.japanese],
    ['euc-kr', NEWS.korean],
    ['windows-1251', NEWS.russian],
    ['koi8-r', NEWS.russian],
    ['windows-1253', NEWS.greek],
    ['windows-1252', GERMAN],
  ])('%s, when its bytes say so', (encoding, text) => {
    expect(decodeText(encoded(text, encoding))).toBe(text);
  });

  test.each(Object.entries(NEWS))('UTF-16 without a mark (%s)', (_language, text) => {
    expect(decodeText(Buffer.from(text, 'utf16le'))).toBe(text);
    expect(decodeText(Buffer.from(text, 'utf16le').swap16())).toBe(text);
  });

  test('the encoding that a page says, when it is no UTF-8', () => {
    const page = (charset: string) => `<!doctype html><meta charset="${charset}"><p>Ł</p>`;
    expect(decodeText(encoded(page('iso-8859-2'), 'iso-8859-2'))).toBe(page('iso-8859-2'));
    expect(decodeText(Buffer.from(page('windows-1252')))).toBe(page('windows-1252'));
  });

  test('several, each line in its own', () => {
    const mixed = Buffer.concat([
      Buffer.from('Käse – drei Euro\n'),
      Buffer.from('Brötchen\n', 'latin1'),
      Buffer.from('Öl'),
    ]);
    expect(decodeText(mixed)).toBe('Käse – drei Euro\nBrötchen\nÖl');
  });

  test('none when it cannot be told, and that is what its sender hears', () => {
    const odd = Buffer.from(
      Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 0x70)).map((byte) => byte ^ (byte > 0xa0 ? 0 : 0x20)),
    );
    expect(() => decodeText(odd)).toThrow(expect.objectContaining({ kind: 'invalid_input' }));
  });
});
