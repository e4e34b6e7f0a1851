import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must, WireClient } from '../../libs/testing/parley';

export const HERE = __dirname;
export const GENERATED = path.join(HERE, 'generated');

/** One for each dialect, and all of them in one. */
export const DOCUMENTS = ['platform', 'assistant', 'support', 'manager', 'criabot', 'openai', 'mcp', 'union'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

const ROOT = path.resolve(HERE, '../..');
/** Of what a tool prints. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Fetches the documents as they are served; gives their files. */
export async function saveDocuments(baseUrl: string): Promise<Record<DocumentName, string>> {
  mkdirSync(GENERATED, { recursive: true });
  const wire = new WireClient(baseUrl);
  const saved = DOCUMENTS.map(async (name) => {
    const address = name === 'union' ? '/openapi.json' : `/openapi/${name}.json`;
    const file = path.join(GENERATED, `${name}.json`);
    writeFileSync(file, JSON.stringify(must(await wire.get(address), 200).body));
    return [name, file] as const;
  });
  return Object.fromEntries(await Promise.all(saved)) as Record<DocumentName, string>;
}

export interface ToolResult {
  code: number;
  output: string;
}

/** Runs a tool of this package, in this folder. */
export function runTool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<ToolResult> {
  return runNode(path.join('node_modules/.bin', name), args, env);
}

/** @param script relative to this folder */
export function runNode(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<ToolResult> {
  return run(process.execPath, [path.join(HERE, script), ...args], env);
}

/** Bundles TypeScript with all that it imports into a module for Node. */
export function bundle(source: string, target: string): Promise<ToolResult> {
  const order = ['--bundle', '--platform=node', '--format=cjs', `--outfile=${target}`, '--log-level=error'];
  return run(path.join(ROOT, 'node_modules/.bin/esbuild'), [source, ...order], {});
}

function run(program: string, args: readonly string[], given: Record<string, string>): Promise<ToolResult> {
  const env = { ...process.env, NO_COLOR: '1', REDOCLY_TELEMETRY: 'off', CI: 'true', ...given };
  const options = { cwd: HERE, env, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, output: stdout + stderr });
    });
  });
}
