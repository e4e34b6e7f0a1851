/**
 * The event streams that a server has open, so that it can end them before it closes; a reader resumes elsewhere with
 * `Last-Event-ID`. Without this an open stream would hold the shutdown for ever.
 */
const OPEN = new WeakMap<object, Set<AbortController>>();

export function openStream(server: object): { ending: AbortSignal; close: () => void } {
  const streams = OPEN.get(server) ?? new Set<AbortController>();
  const controller = new AbortController();
  OPEN.set(server, streams.add(controller));
  return { ending: controller.signal, close: () => streams.delete(controller) };
}

export function endEventStreams(server: object): void {
  for (const controller of OPEN.get(server) ?? []) controller.abort();
}
