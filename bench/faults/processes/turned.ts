/**
 * What the bench turns in a process of the product from outside: its injected clock, and whether its disk has room. Only the
 * entry points beside this file load it; the product has no such switch.
 */
import { readFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { SystemClock } from '../../../libs/kernel';
import { CONTROL_VARIABLE, type Turned, UNTURNED } from '../turning';

const READ_EVERY_MS = 50;

let turned = read();
setInterval(() => {
  turned = read();
}, READ_EVERY_MS).unref();

SystemClock.prototype.nowMs = () => Date.now() + turned.clockOffsetMs;
SystemClock.prototype.now = () => new Date(Date.now() + turned.clockOffsetMs);

const open = files.open;
files.open = (path, flags, mode) =>
  turned.fullFolder !== null && String(path).startsWith(turned.fullFolder) && String(flags ?? 'r').includes('w')
    ? Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 }))
    : open(path, flags, mode);

function read(): Turned {
  const { [CONTROL_VARIABLE]: file = '' } = process.env;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return UNTURNED;
  }
}
