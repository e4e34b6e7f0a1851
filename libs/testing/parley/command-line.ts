import { spawn } from 'node:child_process';
import path from 'node:path';
import { BUILD } from './server-process';

const SCRIPT = 'apps/command-line/main.js';

export interface CommandAnswer {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `parley <args>` as an operator would, on the settings of `environment`. */
export async function runParley(
  args: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<CommandAnswer> {
  const child = spawn(process.execPath, [path.join(BUILD, SCRIPT), ...args], {
    cwd: path.dirname(BUILD),
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const answer = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    answer.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    answer.stderr += text;
  });
  // A command that was refused at once reads nothing.
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number>((resolve) => {
    child.once('close', (ended) => resolve(ended ?? -1));
  });
  return { code, ...answer };
}
