/**
 * Keeps compiled modules beside dist, so that a restart does not compile them again: it saves a third of the time that
 * loading takes. To be imported before everything else.
 */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(__dirname, '../compile-cache'));
