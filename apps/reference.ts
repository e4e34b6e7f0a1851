/** Writes what is generated from the settings' schema: `.env.example` and the table in `docs/configuration.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { envExample, envTable } from '#infra/config';

const DOCS = 'docs/configuration.md';
const TABLE = /(<!-- variables -->\n)[\s\S]*(<!-- \/variables -->)/;

writeFileSync('.env.example', envExample());
writeFileSync(DOCS, readFileSync(DOCS, 'utf8').replace(TABLE, `$1${envTable()}\n$2`));
