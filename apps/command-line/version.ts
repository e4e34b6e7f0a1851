import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Beside `dist`, in the image as in a checkout. */
const PACKAGE = path.resolve(__dirname, '../../../package.json');

export const PARLEY_VERSION = (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;
