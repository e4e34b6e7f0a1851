import { madeUpExamples } from '#testing/intents';
import { IntentClassifier } from '../intent-classifier';
import { NetworkTrainer } from '../network/network-trainer';
import { packNetwork } from '../network/packed-network';
import { SeededRandom } from '../seeded-random';
import { trainClassifier } from '../train-classifier';
import { readArtefact, writeArtefact } from './artefact';
import { BrokenArtefactError } from './broken-artefact.error';
import { checksum } from './checksum';

const { artefact } = trainClassifier(madeUpExamples(60));

/** The same machines beside a small network that knows nothing yet. */
const parts = readArtefact(artefact);
const network = packNetwork(
  new NetworkTrainer({
    ...{ inputs: 50, hidden: 4, outputs: parts.intents.length },
    ...{ dropout: 0, smoothing: 0, rate: 0.1, seed: 1 },
  }).network,
);
const confidence = {
  blend: { sharpness: 2, networkSharpness: 0.5 },
  scope: [...parts.confidence.scope.slice(0, -1), 0.25],
};
const withNetwork = writeArtefact({ ...parts, network, confidence });

function patched(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = artefact.slice();
  change(bytes);
  return bytes;
}

/** Damage that the checksum does not show, as a malicious hand would do it. */
function resealed(change: (payload: Uint8Array) => Uint8Array, of = artefact): Uint8Array {
  const payload = change(of.slice(16));
  const bytes = new Uint8Array(16 + payload.length);
  bytes.set(of.subarray(0, 16));
  bytes.set(payload, 16);
  const header = new DataView(bytes.buffer);
  header.setUint32(8, payload.length, true);
  header.setUint32(12, checksum(payload), true);
  return bytes;
}

/** The bytes of an empty language and of no words stand behind the intents and two bytes of the longest text. */
function withoutLanguage(payload: Uint8Array, intents: readonly string[]): Uint8Array {
  const at = 1 + intents.reduce((sum, intent) => sum + 1 + Buffer.byteLength(intent), 0) + 2;
  return Uint8Array.from([...payload.subarray(0, at), ...payload.subarray(at + 2)]);
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

  it('reads the network and its part of the confidence as they were written', () => {
    expect(readArtefact(withNetwork)).toEqual({ ...parts, network, confidence });
    expect(writeArtefact(readArtefact(withNetwork))).toEqual(withNetwork);
  });

  it('reads version 2, which knew no language, and version 1, which knew no network either', () => {
    const plain = { ...parts, language: undefined, spelledWords: [] };
    const third = writeArtefact(plain);
    const second = resealed((payload) => withoutLanguage(payload, parts.intents), third);
    second.fill(2, 4, 5);
    const first = resealed((payload) => payload.slice(0, -1), second);
    first.fill(1, 4, 5);
    for (const older of [second, first]) {
      expect(readArtefact(older)).toEqual(plain);
      for (const text of ['where is my lamp', 'hello anna', 'photosynthesis']) {
        expect(IntentClassifier.load(older).predict(text)).toEqual(IntentClassifier.load(third).predict(text));
      }
    }
  });

  it('refuses a language that it does not know', () => {
    const strange = { ...parts, language: 'xx' as 'en' };
    expect(reasonOf(writeArtefact(strange))).toContain('unknown language');
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
    for (let round = 0; round < 600; round++) {
      const change = (payload: Uint8Array) => {
        const kept = round % 4 === 0 ? payload.slice(0, random.below(payload.length)) : payload;
        for (let count = 0; count < 3; count++) kept[random.below(kept.length)] = random.below(256);
        return kept;
      };
      const bytes = resealed(change, round % 2 === 0 ? artefact : withNetwork);
      if (reasonOf(bytes) !== 'loaded') continue;
      expect(() => IntentClassifier.load(bytes).predict('where is my lamp')).not.toThrow();
    }
  });

  it('makes no room for things that an artefact only claims to have', () => {
    const claims = resealed(() => Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f));
    expect(reasonOf(claims)).toContain('ends too early');
  });
});
