import { gunzipSync, gzipSync } from 'node:zlib';
import { type Judgement, readJudgements, writeJudgements } from './judgements';

const JUDGED: Judgement[] = [
  { key: 0xfedcba9876543210n, text: 'where is it?', intent: 0, predicted: 1, confidence: 0.25, inScope: true },
  { key: 1n, text: 'läuft 🎉', intent: -1, predicted: 0, confidence: 0.5, inScope: false },
];
const INTENTS = ['order', 'refund'];

function changed(change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  return gzipSync(change(gunzipSync(writeJudgements({ intents: INTENTS, judged: JUDGED }))));
}

describe('judgements', () => {
  it('are read as they were written', async () => {
    const read = await readJudgements(writeJudgements({ intents: INTENTS, judged: JUDGED }));
    expect(read).toEqual({ intents: INTENTS, judged: JUDGED });
    expect(await readJudgements(writeJudgements({ intents: [], judged: [] }))).toEqual({ intents: [], judged: [] });
  });

  it('keep the first 200 units of a text, and no half characters', async () => {
    const text = `${'a'.repeat(199)}🎉🎉`;
    const written = writeJudgements({ intents: INTENTS, judged: [{ ...JUDGED[0]!, text }] });
    expect((await readJudgements(written)).judged[0]?.text).toBe(`${'a'.repeat(199)}\ufffd`);
  });

  it.each([
    ['something else', changed((bytes) => bytes.with(0, 1)), 'it is something else'],
    ['nothing', new Uint8Array(0), 'it cannot be unpacked'],
    ['what is not packed', Uint8Array.of(1, 2, 3), 'it cannot be unpacked'],
    ['too few bytes', changed((bytes) => bytes.subarray(0, -3)), 'it ends too early'],
    ['nothing inside', gzipSync(new Uint8Array(0)), 'it is something else'],
    ['bytes behind the end', changed((bytes) => Uint8Array.of(...bytes, 1)), 'there is more behind its end'],
    ['a later version', changed((bytes) => bytes.with(4, 9)), 'it has version 9, not 1'],
    ['intents that it does not name', writeJudgements({ intents: ['order'], judged: JUDGED }), 'of no intent'],
  ])('are refused when they are %s', async (_what, bytes, reason) => {
    await expect(readJudgements(bytes)).rejects.toThrow(reason);
  });
});
