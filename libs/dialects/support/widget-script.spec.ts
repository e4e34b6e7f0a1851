import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Logger } from '@nestjs/common';
import { isKnown, WidgetScript } from './widget-script';

const SCRIPT = `console.log(${JSON.stringify('OurPlatformConfig '.repeat(50))});`;
const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-widget-'));

function loaded(text = SCRIPT): WidgetScript {
  const file = path.join(folder, 'widget.js');
  writeFileSync(file, text);
  const script = new WidgetScript();
  script.load(file);
  return script;
}

describe('the script of the widget', () => {
  test('is compressed for those who take that, under an ETag of its own', () => {
    const plain = loaded().acceptedBy(undefined);
    const gzip = loaded().acceptedBy('br, gzip;q=0.8, *');
    expect(plain).toMatchObject({ coding: undefined, body: Buffer.from(SCRIPT) });
    expect(gzip.coding).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    expect(plain.etag).toMatch(/^"[\w-]{27}"$/);
    expect(gzip.etag).not.toBe(plain.etag);
  });

  test.each([undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.000', 'xgzip'])('is sent as it is for %s', (header) => {
    expect(loaded().acceptedBy(header).coding).toBeUndefined();
  });

  test('has another ETag when it is another script', () => {
    expect(loaded('other').acceptedBy(undefined).etag).not.toBe(loaded().acceptedBy(undefined).etag);
  });

  test('is known to who names its ETag', () => {
    for (const header of ['"a"', 'W/"a"', '"b", "a"', '*']) expect(isKnown('"a"', header)).toBe(true);
    for (const header of [undefined, '', '"b"', 'a']) expect(isKnown('"a"', header)).toBe(false);
  });

  test('that was not built is told in the log and to who asks for it', () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const script = new WidgetScript();
    script.load(path.join(folder, 'missing.js'));
    expect(error).toHaveBeenCalledWith(expect.stringContaining('There is no chat widget'));
    expect(() => script.acceptedBy('gzip')).toThrow(expect.objectContaining({ code: 'support.widget_missing' }));
    error.mockRestore();
  });
});
