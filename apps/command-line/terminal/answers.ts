import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { CommandFailure } from './failure';

export interface OutputOptions {
  json?: boolean;
}

/** What a command answers, as JSON for scripts or as lines for people. */
export function tell(answer: unknown, lines: readonly string[], { json }: OutputOptions): void {
  say(json ? JSON.stringify(answer, null, 2) : lines.join('\n'));
}

/** A line of the answer. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Columns as wide as their widest cell. */
export function table(rows: ReadonlyArray<readonly string[]>): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * Asks before what cannot be undone.
 *
 * @param hasAgreed the option `--yes`, for scripts
 * @throws CommandFailure when the answer is no, or nobody is there to ask
 */
export async function confirm(question: string, hasAgreed: boolean | undefined): Promise<void> {
  if (hasAgreed) return;
  if (!process.stdin.isTTY) throw new CommandFailure(`${question}\nTo agree without being asked, add --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question}\nType "yes" to go on: `);
  terminal.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new CommandFailure('Nothing was changed.');
}

/** The whole of stdin without the line break at its end: for passwords, which must not stand in the list of processes. */
export async function readStdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
