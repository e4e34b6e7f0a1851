/** The command line `parley`. */
import 'reflect-metadata';
import '../compile-cache';
import { flushCompileCache } from 'node:module';
import { parleyProgram } from './program';
import { exitCodeOf, tellFailure } from './terminal/failure';

async function main(): Promise<void> {
  await parleyProgram().parseAsync();
  flushCompileCache();
}

main().then(
  // By itself: what a closed database leaves behind (a keep-alive, a timer) must not keep a terminal waiting.
  () => process.exit(),
  (error: unknown) => {
    tellFailure(error);
    process.exit(exitCodeOf(error));
  },
);
