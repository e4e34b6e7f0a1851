import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { WidgetScript } from './widget-script';

const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-widget-'));

describe('the script of the widget', () => {
  test('is what the build has left', () => {
    const file = path.join(folder, 'widget.js');
    writeFileSync(file, 'console.log(1);');
    const script = new WidgetScript();
    script.load(file);
    expect(script.get().acceptedBy(undefined).body.toString()).toBe('console.log(1);');
  });

  test('that was not built is told in the log and to who asks for it', () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const script = new WidgetScript();
    script.load(path.join(folder, 'missing.js'));
    expect(error).toHaveBeenCalledWith(expect.stringContaining('There is no chat widget'));
    expect(() => script.get()).toThrow(expect.objectContaining({ code: 'support.widget_missing' }));
    error.mockRestore();
  });
});
