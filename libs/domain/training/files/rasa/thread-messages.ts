/** What a thread that reads a file of Rasa tells the process, in portions that hold up nobody. */
import type { RasaIntent, RasaReading } from './rasa-document';

export interface RasaTask {
  text: string;
}

export type RasaMessage =
  | { kind: 'intent'; intent: RasaIntent }
  | ({ kind: 'done' } & Pick<RasaReading, 'answers' | 'warnings' | 'problems'>);
