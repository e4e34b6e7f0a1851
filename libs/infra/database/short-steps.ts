/** Rows of one statement to begin with. What hangs on a row differs a thousandfold, so the time decides from there. */
const FIRST_STEP_ROWS = 16;
export const MAX_STEP_ROWS = 4_096;
/** The embedded database serves one statement at a time: everybody else waits for so long at most, as a rule. */
const STEP_AIM_MS = 100;

/**
 * Long work on many rows in steps of about 100 ms each, whatever hangs on a row.
 *
 * @param step does its work on so many rows at most and gives on how many; 0 when there are none
 * @returns on how many rows altogether
 * @throws the reason of `signal`
 */
export async function inShortSteps(step: (maxRows: number) => Promise<number>, signal: AbortSignal): Promise<number> {
  let stepRows = FIRST_STEP_ROWS;
  for (let total = 0; ; ) {
    signal.throwIfAborted();
    const startedMs = performance.now();
    const rows = await step(stepRows);
    if (rows === 0) return total;
    total += rows;
    stepRows = nextStep(stepRows, performance.now() - startedMs);
  }
}

function nextStep(rows: number, tookMs: number): number {
  if (tookMs > 2 * STEP_AIM_MS) return Math.max(1, Math.floor(rows / 2));
  return tookMs < STEP_AIM_MS / 2 ? Math.min(2 * rows, MAX_STEP_ROWS) : rows;
}
