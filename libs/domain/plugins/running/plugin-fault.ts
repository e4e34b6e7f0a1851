import type { RunOutcome } from '../plugin-runs.types';

/** Why a plugin did not do what it was asked; the message is for traces and models, and safe for both. */
export class PluginFault extends Error {
  constructor(
    message: string,
    readonly outcome: Exclude<RunOutcome, 'ok'> = 'failed',
    /** Whether the plugin seems to be down, so that it is better left alone. */
    readonly isDown = false,
  ) {
    super(message);
  }
}
