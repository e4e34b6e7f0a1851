import { type Following, following } from '#kernel';

/** To be ended when what was waited for has ended. */
export type Deadline = Following;

/** Aborted after the time or with `signal`. */
export function deadlineIn(timeoutMs: number, signal?: AbortSignal): Deadline {
  const run = following(...(signal ? [signal] : []));
  const timer = setTimeout(() => run.abort(), timeoutMs);
  const end = () => {
    clearTimeout(timer);
    run.end();
  };
  return { ...run, end };
}
