import { ScriptedReranker } from './scripted-reranker';

describe('ScriptedReranker', () => {
  it('scores by common words, or as it is told to', async () => {
    const texts = ['my password', 'nothing'];
    const request = { query: 'reset my password', texts };
    expect((await new ScriptedReranker().rerank(request)).scores).toEqual([expect.closeTo(2 / 3), 0]);
    const byLength = new ScriptedReranker({ score: (_, text) => text.length });
    expect((await byLength.rerank(request)).scores).toEqual([11, 7]);
  });

  it('counts its calls, and fails when it is told to', async () => {
    const model = new ScriptedReranker().failOnce(new Error('once'));
    const rerank = () => model.rerank({ query: 'x', texts: ['x'] });
    await expect(rerank()).rejects.toThrow('once');
    await rerank();
    model.failWith(new Error('down'));
    await expect(rerank()).rejects.toThrow('down');
    expect(model.calls).toBe(3);
  });
});
