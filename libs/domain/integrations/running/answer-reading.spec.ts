import { answerIn } from './answer-reading';

describe('the answer of a back-end', () => {
  it('is a text', () => {
    expect(answerIn({ content: 'Hello.' })).toEqual({ text: 'Hello.' });
  });

  it('is a list of parts, as language models give it', () => {
    const content = [
      { type: 'text', text: 'Here it is:' },
      'Look.',
      { type: 'image_url', image_url: { url: 'https://example.com/cat.png' } },
      { type: 'file', url: 'https://example.com/manual.pdf', name: 'manual.pdf', mime_type: 'application/pdf' },
    ];
    expect(answerIn({ content })).toEqual({
      text: 'Here it is:\nLook.',
      attachments: [
        { url: 'https://example.com/cat.png' },
        { url: 'https://example.com/manual.pdf', name: 'manual.pdf', mediaType: 'application/pdf' },
      ],
    });
  });

  it('has attachments, and is their addresses when it is nothing else', () => {
    const attachments = [{ url: 'https://example.com/a.png', name: 'A' }, 'https://example.com/b.png'];
    expect(answerIn({ content: 'Two:', attachments }).attachments).toEqual([
      { url: 'https://example.com/a.png', name: 'A' },
      { url: 'https://example.com/b.png' },
    ]);
    expect(answerIn({ content: [], attachments }).text).toBe('https://example.com/a.png\nhttps://example.com/b.png');
  });

  it('says what it has used and cost, and how sure it is', () => {
    const metadata = { usage: { input_tokens: 12, output_tokens: 3 }, cost_usd: 0.002, confidence: 0.6, own: 'kept' };
    expect(answerIn({ content: 'Hello.', metadata })).toEqual({
      text: 'Hello.',
      usage: { inputTokens: 12, outputTokens: 3 },
      costUsd: 0.002,
      confidence: 0.6,
      metadata,
    });
  });

  it.each([
    [{ usage: { input_tokens: -1, output_tokens: 'many' } }],
    [{ usage: 'a lot', cost_usd: -0.1, confidence: 1.1 }],
    [{ cost_usd: '0.1', confidence: null }],
    [{ cost_usd: 1e300, usage: { input_tokens: 1e300 } }],
  ])('says nothing by figures that are none: %j', (metadata) => {
    expect(answerIn({ content: 'Hello.', metadata })).toEqual({ text: 'Hello.', metadata });
  });

  it('keeps no metadata by the pound', () => {
    expect(answerIn({ content: 'Hello.', metadata: { all: 'x'.repeat(20_000), cost_usd: 1 } })).toEqual({
      text: 'Hello.',
      costUsd: 1,
    });
  });

  it.each([
    ['no object', 'Hello.', /no JSON object/],
    ['a list', [{ content: 'x' }], /no JSON object/],
    ['nothing', undefined, /no JSON object/],
    ['no content', { reply: 'Hello.' }, /has no content\.$/],
    ['an error of its own', { error: 'Out of credit' }, /has no content; it says: Out of credit/],
    ['an empty content', { content: ' ' }, /is empty/],
    ['a content that is a number', { content: 7 }, /neither a text nor a list/],
    ['a part of a kind that nobody knows', { content: [{ type: 'dance' }] }, /Part 1 .* of type "dance"/],
    ['attachments that are no list', { content: 'x', attachments: 'y' }, /attachments .* no list/],
    ['an attachment at a strange address', { content: 'x', attachments: ['javascript:alert(1)'] }, /Attachment 1/],
    ['metadata that are no object', { content: 'x', metadata: 'y' }, /metadata .* no JSON object/],
  ])('is a failure that a person understands when it is %s', (_what, json, words) => {
    expect(() => answerIn(json)).toThrow(words);
  });
});
