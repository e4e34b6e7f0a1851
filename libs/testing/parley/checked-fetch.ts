import { contractOfRun, type FrameCheck, type SentRequest } from './contract';
import { readFrames } from './wire';

/** The last frame of OpenAI's streams, which is no JSON. */
const DONE = '[DONE]';

/**
 * A `fetch` for clients that others have made: what they and the server say is held against the OpenAPI documents, as it is for
 * `WireClient`. They may swallow what is thrown within a call, so tests ask for it at their end.
 */
export class CheckedFetch {
  private readonly checks: Promise<void>[] = [];

  /** Waits for streams that are still read. @throws Error that says what differed from the documents first */
  async settle(): Promise<void> {
    await Promise.all(this.checks.splice(0));
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const contract = contractOfRun();
    if (contract) {
      const request = requestOf(input, init);
      const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
      const copy = answer.clone();
      this.note(async () => {
        const body = isStream ? undefined : await bodyOf(copy);
        if (body !== LEFT) contract.check(request, answer, body);
        if (isStream) await checkFrames(copy, contract.frames(request));
      });
    }
    return answer;
  };

  private note(check: () => Promise<void>): void {
    const checked = check();
    // Heard when the test asks.
    checked.catch(() => undefined);
    this.checks.push(checked);
  }
}

function requestOf(input: Parameters<typeof fetch>[0], init: RequestInit = {}): SentRequest {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  const { method = 'GET', headers, body } = init;
  return { method, path: pathname + search, headers: new Headers(headers), body: body ?? undefined };
}

/** In place of a body whose reader has left. */
const LEFT = Symbol('left');

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(() => LEFT);
  if (text === LEFT) return LEFT;
  return /[/+]json\b/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(String(text)) : text;
}

async function checkFrames(answer: Response, check: FrameCheck): Promise<void> {
  const frames = readFrames(answer);
  for (;;) {
    const next = await frames.next().catch(() => undefined);
    if (next === undefined || next.done) return;
    if (next.value.data !== DONE) check(next.value);
  }
}
