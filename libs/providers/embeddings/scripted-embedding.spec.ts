import { purposePrefixesOf } from './purpose-prefixes';
import { ScriptedEmbedding } from './scripted-embedding';

const CONCEPTS = {
  holiday: 'leave',
  vacation: 'leave',
  'days off': 'leave',
  refund: 'money back',
  'money back': 'money back',
};

describe('ScriptedEmbedding', () => {
  async function cosinesOf(model: ScriptedEmbedding, query: string, ...texts: string[]): Promise<number[]> {
    const { vectors } = await model.embed({ texts: [query, ...texts], purpose: 'query' });
    const [first, ...others] = vectors;
    return others.map((other) => other.reduce((sum, value, at) => sum + value * first![at]!, 0));
  }

  it('puts texts of the same concepts near each other, whatever their words', async () => {
    const model = new ScriptedEmbedding({ concepts: CONCEPTS });
    const [near, grouped, far] = await cosinesOf(
      model,
      'How long is my holiday?',
      'Vacation policy',
      'Every employee has thirty days off.',
      'We refund broken parcels.',
    );
    expect(near).toBeGreaterThan(0.7);
    expect(grouped).toBeGreaterThan(0.7);
    expect(Math.abs(far!)).toBeLessThan(0.3);
  });

  it('gives the same vectors on every run, of length 1 and of the dimensions that it was told', async () => {
    const [one, other] = [new ScriptedEmbedding({ dimensions: 48 }), new ScriptedEmbedding({ dimensions: 48 })];
    const request = { texts: ['hello world', ''], purpose: 'passage' } as const;
    const { vectors } = await one.embed(request);
    expect(vectors).toEqual((await other.embed(request)).vectors);
    for (const vector of vectors) expect([vector.length, Math.hypot(...vector)]).toEqual([48, expect.closeTo(1, 5)]);
  });

  it('counts its calls, and fails when it is told to', async () => {
    const model = new ScriptedEmbedding();
    const embed = () => model.embed({ texts: ['x'], purpose: 'query' });
    model.failOnce(new Error('once'));
    await expect(embed()).rejects.toThrow('once');
    await embed();
    model.failWith(new Error('down'));
    await expect(embed()).rejects.toThrow('down');
    await expect(embed()).rejects.toThrow('down');
    model.failWith(undefined);
    await embed();
    expect([model.calls, model.requests.length]).toEqual([5, 5]);
  });
});

describe('purposePrefixesOf', () => {
  it.each([
    ['intfloat/multilingual-e5-large', 'query: ', 'passage: '],
    ['e5-small-v2', 'query: ', 'passage: '],
    ['intfloat/multilingual-e5-large-instruct', expect.stringMatching(/^Instruct: .*\nQuery: $/), ''],
    ['nomic-embed-text', 'search_query: ', 'search_document: '],
    ['nomic-ai/nomic-embed-text-v1.5', 'search_query: ', 'search_document: '],
    ['text-embedding-nomic-embed-text-v1.5', 'search_query: ', 'search_document: '],
    ['embeddinggemma:300m', 'task: search result | query: ', 'title: none | text: '],
    ['Qwen/Qwen3-Embedding-0.6B', expect.stringMatching(/^Instruct: .*\nQuery:$/), ''],
    ['snowflake-arctic-embed2', 'query: ', ''],
    ['Snowflake/snowflake-arctic-embed-l-v2.0', 'query: ', ''],
    ['snowflake-arctic-embed:335m', expect.stringMatching(/^Represent .*: $/), ''],
    ['mxbai-embed-large', expect.stringMatching(/^Represent .*: $/), ''],
    ['BAAI/bge-base-en-v1.5', expect.stringMatching(/^Represent .*: $/), ''],
    ['bge-m3', '', ''],
    ['all-minilm', '', ''],
    ['text-embedding-3-large', '', ''],
  ])('knows what %s wants', (model, query, passage) => {
    expect(purposePrefixesOf(model)).toEqual({ query, passage });
  });
});
