import { deadlineIn } from './deadline';

describe('a deadline', () => {
  test('aborts when its time is over', async () => {
    const { signal } = deadlineIn(1);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(signal.aborted).toBe(true);
  });

  test('aborts with the signal of its caller, also when that has aborted before', () => {
    const leaving = new AbortController();
    const { signal, end } = deadlineIn(60_000, leaving.signal);
    expect(signal.aborted).toBe(false);
    leaving.abort();
    expect(signal.aborted).toBe(true);
    end();
    const late = deadlineIn(60_000, AbortSignal.abort());
    expect(late.signal.aborted).toBe(true);
    late.end();
  });

  test('is over when what was waited for has ended, unless it is aborted by hand', () => {
    const leaving = new AbortController();
    const deadline = deadlineIn(60_000, leaving.signal);
    deadline.end();
    leaving.abort();
    expect(deadline.signal.aborted).toBe(false);
    deadline.abort();
    expect(deadline.signal.aborted).toBe(true);
  });
});
