/** The Python client as its users have it, in a folder of its own, and the Python that runs it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PYTHON = process.env.PYTHON || 'python3';

export const PYTHON_SOURCE = path.resolve(__dirname, '../../../clients/python');

export interface ScriptResult {
  output: string;
  code: number | null;
}

export class PythonPackage {
  private constructor(readonly folder: string) {}

  /** @throws Error when there is no Python that the client can run with: these tests are never skipped */
  static async open(): Promise<PythonPackage> {
    const isGood = 'import sys; sys.exit(sys.version_info < (3, 9))';
    await run(PYTHON, ['-c', isGood]).catch((error: unknown) => {
      throw new Error(`${PYTHON} is not there, or older than 3.9. PYTHON may name another one.`, { cause: error });
    });
    return new PythonPackage(mkdtempSync(path.join(os.tmpdir(), 'parley-python-')));
  }

  /** Puts a file into the folder that scripts run in. */
  write(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  start(args: readonly string[], environment: Record<string, string> = {}, cwd = this.folder): ChildProcess {
    const env = {
      ...process.env,
      PYTHONPATH: path.join(PYTHON_SOURCE, 'src'),
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONIOENCODING: 'utf-8',
      ...environment,
    };
    // Warnings are faults of the client: connections that it forgot, or what newer versions of Python lack.
    return spawn(PYTHON, ['-W', 'error', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** To its end. */
  run(args: readonly string[], environment?: Record<string, string>, cwd?: string): Promise<ScriptResult> {
    const child = this.start(args, environment, cwd);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece));
    return new Promise((resolve) => child.on('close', (code) => resolve({ output, code })));
  }

  /** What a script prints. @throws Error when it fails */
  async printed(args: readonly string[], environment?: Record<string, string>, cwd?: string): Promise<string> {
    const { output, code } = await this.run(args, environment, cwd);
    if (code !== 0) throw new Error(`${args.join(' ').slice(0, 100)} ended with ${code}:\n${output}`);
    return output;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
