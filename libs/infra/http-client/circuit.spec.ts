import { ManualClock } from '#testing';
import { Circuit } from './circuit';

describe('a circuit', () => {
  let clock: ManualClock;
  let circuit: Circuit;

  beforeEach(() => {
    clock = new ManualClock();
    circuit = new Circuit(clock);
  });

  const fail = (times = 1, askedPauseMs?: number) => {
    for (let i = 0; i < times; i++) circuit.enter()?.failed(askedPauseMs);
  };
  const pauseMs = () => circuit.pausedUntilMs! - clock.nowMs();

  test('opens after three failures in a row, and then refuses calls', () => {
    fail(2);
    expect(circuit.state).toBe('closed');
    fail();
    expect([circuit.state, circuit.enter()]).toEqual(['open', undefined]);
  });

  test('is open for as long as its pause, however the time of day is set meanwhile', () => {
    fail(3);
    clock.jump(3_600_000);
    expect([circuit.state, pauseMs()]).toEqual(['open', 5_000]);
    clock.jump(-7_200_000);
    clock.advance(5_000);
    expect(circuit.state).toBe('half_open');
  });

  test('stays closed while successes come between the failures', () => {
    for (let i = 0; i < 5; i++) {
      fail(2);
      circuit.enter()?.succeeded();
    }
    expect(circuit.state).toBe('closed');
  });

  test('takes no notice of calls that were abandoned', () => {
    fail(2);
    circuit.enter()?.abandoned();
    fail();
    expect(circuit.state).toBe('open');
  });

  test('lets one call through after the pause, whose success closes it', () => {
    fail(3);
    clock.advance(5_000);
    const probe = circuit.enter();
    expect([circuit.state, circuit.enter()]).toEqual(['half_open', undefined]);
    probe?.succeeded();
    expect([circuit.state, circuit.pausedUntilMs]).toEqual(['closed', undefined]);
    fail(2);
    expect(circuit.state).toBe('closed');
  });

  test('pauses longer with every call that was let through in vain, but not for ever', () => {
    fail(3);
    const pauses = [pauseMs()];
    for (let i = 0; i < 5; i++) {
      clock.advance(pauseMs());
      fail();
      pauses.push(pauseMs());
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    circuit.enterAnyway().succeeded();
    fail(3);
    expect(pauseMs()).toBe(5_000);
  });

  test('lets the next one through when the call that was let through was abandoned or forgotten', () => {
    fail(3);
    clock.advance(5_000);
    circuit.enter()?.abandoned();
    expect(circuit.enter()).toBeDefined();
    expect(circuit.enter()).toBeUndefined();
    clock.advance(120_000);
    expect(circuit.enter()).toBeDefined();
  });

  test('learns nothing from failures of calls that began before it opened', () => {
    const early = [circuit.enter(), circuit.enter(), circuit.enter(), circuit.enter()];
    for (const passage of early) passage?.failed();
    expect(pauseMs()).toBe(5_000);
  });

  test('closes when a call that began before it opened succeeds', () => {
    const early = circuit.enter();
    fail(3);
    early?.succeeded();
    expect(circuit.state).toBe('closed');
  });

  test('pauses as long as the provider asks for, within reason', () => {
    fail(3, 30_000);
    expect(pauseMs()).toBe(30_000);
    clock.advance(30_000);
    fail(1, 86_400_000);
    expect(pauseMs()).toBe(600_000);
  });

  test('lets a call through that is made in any case', () => {
    fail(3);
    circuit.enterAnyway().failed();
    expect(circuit.state).toBe('open');
    circuit.enterAnyway().succeeded();
    expect(circuit.state).toBe('closed');
  });
});
