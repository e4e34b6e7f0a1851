/** How long a condition may take before the test fails: far longer than on a slow machine with other load. */
const LIMIT_MS = 60_000;
const POLL_MS = 5;

/**
 * Waits until `probe` returns something truthy without throwing, and returns it. For what another process, a job or an
 * event brings about; never for a fixed time.
 *
 * @throws what `probe` threw last, or that the condition was not met.
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  limitMs: number = LIMIT_MS,
): Promise<Exclude<T, false | undefined | null | 0 | ''>> {
  const deadlineMs = Date.now() + limitMs;
  for (;;) {
    const outcome = await attempt(probe);
    if (outcome.value) return outcome.value as Exclude<T, false | undefined | null | 0 | ''>;
    if (Date.now() > deadlineMs) throw outcome.error ?? new Error(`The condition was not met within ${limitMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function attempt<T>(probe: () => T | Promise<T>): Promise<{ value?: T; error?: unknown }> {
  try {
    return { value: await probe() };
  } catch (error) {
    return { error };
  }
}
