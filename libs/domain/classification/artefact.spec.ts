import { madeUpExamples } from '#testing/intents';
import { BrokenArtefactError } from './broken-artefact.error';
import { checksum } from './checksum';
import { IntentClassifier } from './intent-classifier';
import { SeededRandom } from './seeded-random';
import { trainClassifier } from './train-classifier';

const { artefact } = trainClassifier(madeUpExamples(60));

function patched(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = artefact.slice();
  change(bytes);
  return bytes;
}

/** Damage that the checksum does not show, as a malicious hand would do it. */
function resealed(change: (payload: Uint8Array) => Uint8Array): Uint8Array {
  const payload = change(artefact.slice(16));
  const bytes = new Uint8Array(16 + payload.length);
  bytes.set(artefact.subarray(0, 16));
  bytes.set(payload, 16);
  const header = new DataView(bytes.buffer);
  header.setUint32(8, payload.length, true);
  header.setUint32(12, checksum(payload), true);
  return bytes;
}

function reasonOf(bytes: Uint8Array): string {
  try {
    IntentClassifier.load(bytes);
  } catch (error) {
    if (error instanceof BrokenArtefactError) return error.message;
    throw error;
  }
  return 'loaded';
}

describe('IntentClassifier.load', () => {
  it('loads an artefact from any place in memory', () => {
    const shifted = new Uint8Array(artefact.length + 3);
    shifted.set(artefact, 3);
    const loaded = IntentClassifier.load(shifted.subarray(3));
    expect(loaded.predict('where is my lamp')).toEqual(IntentClassifier.load(artefact).predict('where is my lamp'));
    expect(loaded.byteLength).toBeGreaterThan(1_000);
  });

  it('refuses what is something else', () => {
    expect(reasonOf(new Uint8Array(0))).toContain('ends too early');
    expect(reasonOf(new TextEncoder().encode('{"intents":["a"],"more":"text"}'))).toContain('something else');
  });

  it('refuses another version', () => {
    expect(reasonOf(patched((bytes) => bytes.fill(7, 4, 5)))).toContain('version 7');
  });

  it('refuses an artefact that was cut short or made longer', () => {
    for (const length of [15, 16, 17, 100, artefact.length - 1]) {
      expect(reasonOf(artefact.slice(0, length))).not.toBe('loaded');
    }
    expect(reasonOf(Uint8Array.of(...artefact, 0))).toContain('length');
  });

  it('refuses an artefact with one changed bit', () => {
    for (let at = 0; at < artefact.length; at += 97) {
      expect(reasonOf(patched((bytes) => bytes.fill(bytes[at]! ^ 4, at, at + 1)))).not.toBe('loaded');
    }
  });

  it('never fails otherwise than by refusing, whatever was changed behind its checksum', () => {
    const random = new SeededRandom(11);
    for (let round = 0; round < 400; round++) {
      const bytes = resealed((payload) => {
        const kept = round % 4 === 0 ? payload.slice(0, random.below(payload.length)) : payload;
        for (let change = 0; change < 3; change++) kept[random.below(kept.length)] = random.below(256);
        return kept;
      });
      if (reasonOf(bytes) !== 'loaded') continue;
      expect(() => IntentClassifier.load(bytes).predict('where is my lamp')).not.toThrow();
    }
  });

  it('makes no room for things that an artefact only claims to have', () => {
    const claims = resealed(() => Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f));
    expect(reasonOf(claims)).toContain('ends too early');
  });
});
