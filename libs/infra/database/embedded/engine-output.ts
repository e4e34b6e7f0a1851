import { BACKEND, type Message, messagesIn, type TransactionStatus, textAt } from './wire-protocol';

export interface Notification {
  channel: string;
  bytes: Buffer;
}

/** What the engine said, sorted by whom it concerns. */
export interface EngineOutput {
  /** For the client whose turn it is. */
  answer: Buffer[];
  /** For every client that listens to the channel. */
  notifications: Notification[];
  /** Undefined when the engine waits for the rest of a batch. */
  status: TransactionStatus | undefined;
  /** What made the engine end its session. */
  death: string | undefined;
}

/** A notification's body: the number of the process that sent it, the channel, the payload. */
const CHANNEL_OFFSET = 4;
/** An error's body is a list of fields, and the engine puts the severity (S) first. */
const SEVERITY_OFFSET = 1;

export function readOutput(output: Buffer): EngineOutput {
  const read: EngineOutput = { answer: [], notifications: [], status: undefined, death: undefined };
  let answered = 0;
  for (const part of messagesIn(output)) {
    if (part.type === BACKEND.readyForQuery) read.status = statusAt(output, part);
    else if (part.type === BACKEND.error) read.death ??= deathAt(output, part);
    else if (part.type === BACKEND.notification) {
      read.answer.push(output.subarray(answered, part.start));
      read.notifications.push({
        channel: textAt(output, part.body + CHANNEL_OFFSET),
        bytes: output.subarray(part.start, part.end),
      });
      answered = part.end;
    }
  }
  read.answer.push(output.subarray(answered));
  return read;
}

function statusAt(output: Buffer, part: Message): TransactionStatus {
  return String.fromCharCode(output.readUInt8(part.body)) as TransactionStatus;
}

function deathAt(output: Buffer, part: Message): string | undefined {
  const severity = textAt(output, part.body + SEVERITY_OFFSET);
  if (severity !== 'FATAL' && severity !== 'PANIC') return undefined;
  return output.toString('utf8', part.body, part.end).replaceAll('\0', ' ').trim();
}
