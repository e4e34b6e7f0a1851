import { isNarrow, narrowText } from './narrow-text';

describe('narrowText', () => {
  it('keeps every place, and what marks mean', () => {
    expect(narrowText('I’d like “that” – please…')).toBe('I\'d like "that" - please.');
    expect(narrowText('Żółty 🎉 cœur？')).toBe('xóxty    cxur?');
    for (const text of ['’', '🎉🎉', 'Привет, это', 'e\u0301']) expect(narrowText(text)).toHaveLength(text.length);
  });

  it('leaves Latin texts as they are', () => {
    for (const text of ['', 'Where is it?', 'où est-il ? ÿþ½']) expect(narrowText(text)).toBe(text);
  });

  it('makes only texts that are narrow', () => {
    expect(isNarrow('Żółty')).toBe(false);
    expect(isNarrow(narrowText('Żółty 🎉 你好'))).toBe(true);
  });
});
