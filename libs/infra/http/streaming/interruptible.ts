/**
 * Waits for promises one after another, each until `signal` aborts; then the answer is undefined. Unlike
 * `Promise.race([next, aborted])` it leaves no listener behind for every promise that it waited for.
 */
export function interruptible(signal: AbortSignal): <Value>(promise: Promise<Value>) => Promise<Value | undefined> {
  let interrupt: () => void = () => undefined;
  signal.addEventListener('abort', () => interrupt(), { once: true });
  return (promise) =>
    new Promise((resolve, reject) => {
      interrupt = () => resolve(undefined);
      promise.then(resolve, reject);
      if (signal.aborted) interrupt();
    });
}
