import type { ServerResponse } from 'node:http';

/**
 * Requests whose answer has not begun or not ended. A stream counts until its first frame: its readers stay as long as they
 * like, and cost next to nothing.
 */
export class RunningRequests {
  private running = 0;

  get count(): number {
    return this.running;
  }

  begin(response: ServerResponse): void {
    this.running += 1;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      this.running -= 1;
      ENDS.delete(response);
    };
    ENDS.set(response, end);
    response.once('close', end);
  }
}

const ENDS = new WeakMap<ServerResponse, () => void>();

/** To be told of an answer that has become a stream. */
export function streamHasBegun(response: ServerResponse): void {
  ENDS.get(response)?.();
}
