import { AppError } from '#kernel';

/** What the operator can mend, told in their words; the sentences say what to do. */
export class CommandFailure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CommandFailure';
  }
}

/** 2 as for a command that is used wrongly (commander's own errors end with 1). */
const EXIT_CODES = { failed: 1, refused: 2 } as const;

/** Of other rooms, by name, because not every command loads those rooms. */
const EXPECTED = new Set(['ConfigError', 'DataFolderInUseError', 'MigrationError', 'CommandFailure']);
const NO_SPACE = 'ENOSPC';

/** What can be mended is told in its own words; everything else with its stack. */
export function tellFailure(error: unknown): void {
  if (error instanceof AppError && error.kind !== 'internal') console.error(sentenceOf(error));
  else if (error instanceof Error && EXPECTED.has(error.name)) console.error(error.message);
  else if (isSystemError(error)) console.error(systemSentence(error));
  else console.error(error);
}

export function exitCodeOf(error: unknown): number {
  return error instanceof CommandFailure || error instanceof AppError ? EXIT_CODES.refused : EXIT_CODES.failed;
}

function sentenceOf({ message, fields = [] }: AppError): string {
  return [message, ...fields.map((field) => `  - ${field.message}`)].join('\n');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

function systemSentence({ code, message }: NodeJS.ErrnoException): string {
  return code === NO_SPACE ? 'The disk is full. Make room, or write to another disk.' : message;
}
