import { Watchdog } from './watchdog';

describe('Watchdog', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function watch(maxSilenceMs: number) {
    const ping = jest.fn();
    const onSilence = jest.fn();
    return { watchdog: new Watchdog({ maxSilenceMs, ping, onSilence }), ping, onSilence };
  }

  test('gives up after the longest silence', () => {
    const { onSilence } = watch(1_000);
    jest.advanceTimersByTime(1_200);
    expect(onSilence).not.toHaveBeenCalled();
    jest.advanceTimersByTime(400);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });

  test('is content as long as there are signs of life', () => {
    const { watchdog, ping, onSilence } = watch(1_000);
    for (let second = 0; second < 10; second++) {
      jest.advanceTimersByTime(900);
      watchdog.heard();
    }
    expect(ping).toHaveBeenCalled();
    expect(onSilence).not.toHaveBeenCalled();
    watchdog.stop();
  });

  test('does not count the time that the machine was suspended', () => {
    const { watchdog, onSilence } = watch(1_000);
    jest.advanceTimersByTime(400);
    jest.setSystemTime(Date.now() + 3_600_000);
    jest.advanceTimersByTime(400);
    expect(onSilence).not.toHaveBeenCalled();
    watchdog.stop();
  });
});
