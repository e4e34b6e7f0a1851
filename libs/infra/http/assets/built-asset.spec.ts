import { gunzipSync } from 'node:zlib';
import { BuiltAsset, isKnown } from './built-asset';

const SCRIPT = `console.log(${JSON.stringify('words '.repeat(50))});`;
const asset = (text = SCRIPT) => new BuiltAsset(Buffer.from(text));

describe('an asset', () => {
  test('is compressed for those who take that, under an ETag of its own', () => {
    const plain = asset().acceptedBy(undefined);
    const gzip = asset().acceptedBy('br, gzip;q=0.8, *');
    expect(plain).toMatchObject({ coding: undefined, body: Buffer.from(SCRIPT) });
    expect(gzip.coding).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    expect(plain.etag).toMatch(/^"[\w-]{27}"$/);
    expect(gzip.etag).not.toBe(plain.etag);
  });

  test.each([undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.000', 'xgzip'])('is sent as it is for %s', (header) => {
    expect(asset().acceptedBy(header).coding).toBeUndefined();
  });

  test('has another ETag when it is another file', () => {
    expect(asset('other').acceptedBy(undefined).etag).not.toBe(asset().acceptedBy(undefined).etag);
  });

  test('is known to who names its ETag', () => {
    for (const header of ['"a"', 'W/"a"', '"b", "a"', '*']) expect(isKnown('"a"', header)).toBe(true);
    for (const header of [undefined, '', '"b"', 'a']) expect(isKnown('"a"', header)).toBe(false);
  });
});
