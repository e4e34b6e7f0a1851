import { foldText, hashText } from './text-features';

/** Share of the pieces of either text that both have. */
function sharedPieces(one: string, other: string): number {
  const [pieces, others] = [one, other].map((text) => new Set(hashText(foldText(text, 1_000)).pieceFeatures));
  const all = new Set([...pieces!, ...others!]);
  return [...pieces!].filter((piece) => others!.has(piece)).length / all.size;
}

function wordCount(text: string): number {
  return hashText(foldText(text, 1_000)).words.length;
}

describe('foldText', () => {
  it('takes case, accents, width and the value of digits away', () => {
    expect(foldText('Ｃafé ÜBER 12 ١٢', 1_000)).toBe('cafe uber ## ##');
  });

  it('keeps vowel signs that are letters of their own', () => {
    expect(foldText('สั่งซื้อ', 1_000)).toBe('สั่งซื้อ');
    expect(foldText('ऑर्डर', 1_000)).not.toBe(foldText('ऑरडर', 1_000));
  });

  it('keeps Korean syllables and voiced kana whole', () => {
    expect(foldText('주문 がぎ', 1_000)).toBe('주문 がぎ');
  });

  it('cuts', () => {
    expect(foldText('a'.repeat(5_000), 100)).toHaveLength(100);
  });
});

describe('hashText', () => {
  it('knows a text again whatever its case, accents and punctuation', () => {
    expect(hashText(foldText('Où est ma commande ?', 1_000))).toEqual(hashText(foldText('ou est ma commande', 1_000)));
  });

  it('sees most of a word through a typo', () => {
    expect(sharedPieces('subscription', 'subscripton')).toBeGreaterThan(0.5);
    expect(sharedPieces('subscription', 'delivery')).toBeLessThan(0.05);
  });

  it('reads an apostrophe as part of its word', () => {
    expect(wordCount("what's up")).toBe(2);
  });

  it('reads every character of scripts without spaces as a word, and pieces across them', () => {
    expect(wordCount('营业时间')).toBe(4);
    expect(wordCount('ร้าน')).toBe(3);
    expect(sharedPieces('营业时间是什么', '请问营业时间')).toBeGreaterThan(0.1);
    expect(sharedPieces('营业时间是什么', '取消我的订单')).toBe(0);
  });

  it('reads symbols, and nothing in punctuation', () => {
    expect(wordCount('👍')).toBe(1);
    expect(wordCount(' ?!… ')).toBe(0);
  });

  it('tells the order of words', () => {
    const features = (text: string) => hashText(text).wordFeatures.sort();
    expect(features('b a')).not.toEqual(features('a b'));
  });
});
