/**
 * How long searches take over HTTP when bases are large or many; the README beside this file says what is measured.
 *
 *   npm run bench:scale -- [--sizes 2000,100000,1000000] [--bases 1,1000] [--vectors] [--dimensions 384]
 *     [--searches 400] [--concurrency 4] [--keep] [--load-only]
 */
import 'reflect-metadata';
import os from 'node:os';
import { option } from '../retrieval/options';
import { ScaleInstallation, type Shape } from './installation';
import { Measuring } from './measuring';

const { DATABASE_URL: serverUrl } = process.env;
const sizes = numbers('sizes', '2000,100000,1000000');
const bases = numbers('bases', '1');
const has = (name: string) => process.argv.includes(`--${name}`);
const dimensions = has('vectors') ? Number(option('dimensions') ?? 384) : undefined;
/** As the issue asks: p50 of one client, by the number of passages. */
const WANTED_MS = new Map([
  [2_000, 3],
  [100_000, 5],
  [1_000_000, 12],
]);

function numbers(name: string, usual: string): number[] {
  return (option(name) ?? usual).split(',').map(Number);
}

async function measureShape(shape: Shape): Promise<void> {
  const title = `${shape.passages} passages in ${shape.bases} base${shape.bases > 1 ? 's' : ''}`;
  const tell = (line: string) => console.log(`${title}: ${line}`);
  const installation = await ScaleInstallation.open(serverUrl!, shape, tell);
  try {
    if (has('load-only')) return;
    const measuring = new Measuring(installation, shape, {
      searches: Number(option('searches') ?? 400),
      concurrency: Number(option('concurrency') ?? 4),
      nodeOptions: option('node-options') ?? '',
      wantedMs: WANTED_MS.get(shape.passages),
      tell,
    });
    await measuring.run();
  } finally {
    await installation.close({ keeps: has('keep') });
  }
}

async function main(): Promise<void> {
  if (!serverUrl) throw new Error('DATABASE_URL must name a PostgreSQL server.');
  console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`);
  for (const passages of sizes) for (const count of bases) await measureShape({ passages, bases: count, dimensions });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
