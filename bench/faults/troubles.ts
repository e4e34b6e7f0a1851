/** What goes wrong without anything dying: services that hang, a full disk, clocks that jump, a model that never answers. */
import { setTimeout as wait } from 'node:timers/promises';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../libs/kernel';
import { MODEL_TIMEOUT_MS } from '../traffic/all-activities';
import type { Attempt } from '../traffic/journal';
import type { Scene } from '../traffic/scene';
import { type Breakage, NOTHING } from './breakages';
import type { Installed } from './cluster';
import { anyOf, setting } from './options';
import { Services } from './services';

const PAUSE_MS = Number(setting('pause-seconds', '30')) * SECOND_MS;
/** Deleted files leave room on a full disk. */
const REFILL_MS = 100;
/** Of everything else. */
const TROUBLE_MS = Math.min(PAUSE_MS, 20 * SECOND_MS);
/** Three turns wait for a time limit until the circuit of a process opens, and others that came at the same time. */
const HANGING_MS = Math.max(PAUSE_MS, 8 * MODEL_TIMEOUT_MS);
/** Long after it has opened. */
const OPEN_AFTER_MS = 4 * MODEL_TIMEOUT_MS;
/** Of one circuit in the time that is left then: its pauses grow from 5 s on. */
const PROBES = 2;

export function troublesOf(installed: Installed, scene: Scene): Breakage[] {
  const services = Services.fromEnvironment();
  return [
    ...(services ? [pausedPostgres(services), pausedRedis(services, scene)] : []),
    fullDisk(installed, scene),
    clockForward(installed),
    clockBackward(installed),
    clocksApart(installed),
    hangingModel(installed, scene),
  ];
}

/** Nothing can be stored meanwhile; afterwards everything goes on. */
function pausedPostgres(services: Services): Breakage {
  return {
    kind: `PostgreSQL paused, ${PAUSE_MS / SECOND_MS} s`,
    breakIt: async () => {
      await services.pause('postgres');
      await wait(PAUSE_MS);
      await services.resume('postgres');
      return NOTHING;
    },
  };
}

/** Redis keeps nothing that a request needs. */
function pausedRedis(services: Services, { journal }: Scene): Breakage {
  return {
    kind: `Redis paused, ${PAUSE_MS / SECOND_MS} s`,
    breakIt: async () => {
      const sinceMs = performance.now();
      await services.pause('redis');
      await wait(PAUSE_MS);
      const isAnswered = attemptsSince(journal.attempts, 'turn, ', sinceMs).some(
        ({ failure }) => failure === undefined,
      );
      await services.resume('redis');
      return isAnswered ? [] : ['no turn was answered meanwhile'];
    },
  };
}

/** Files are refused, not lost; what needs no disk goes on. A file for which another has just made room may be taken. */
function fullDisk({ cluster }: Installed, { journal }: Scene): Breakage {
  return {
    kind: `disk full, ${TROUBLE_MS / SECOND_MS} s`,
    breakIt: async () => {
      const fill = () => cluster.disk.fill(cluster.controls);
      fill();
      const refilling = setInterval(fill, REFILL_MS);
      const sinceMs = performance.now() + SECOND_MS;
      await wait(TROUBLE_MS);
      clearInterval(refilling);
      const files = attemptsSince(journal.attempts, 'document, file', sinceMs);
      const turns = attemptsSince(journal.attempts, 'turn, ', sinceMs);
      cluster.disk.free(cluster.controls);
      return [
        ...(files.some(({ failure }) => failure !== undefined) ? [] : ['no file was refused']),
        ...(turns.every(({ failure }) => failure === undefined) ? [] : ['turns failed']),
      ];
    },
  };
}

/** All leases, pauses and lifetimes that are shorter end at once. */
function clockForward({ cluster }: Installed): Breakage {
  return {
    kind: 'all clocks 1 h forward',
    breakIt: async () => {
      cluster.turnClocks(HOUR_MS);
      await wait(TROUBLE_MS);
      return NOTHING;
    },
  };
}

/** Whatever was to end in a moment would end hours later, also what the workers held that have just died. */
function clockBackward({ cluster }: Installed): Breakage {
  return {
    kind: 'all clocks 2 h backward, a worker killed',
    breakIt: async () => {
      const restarted = cluster.killWorker();
      cluster.turnClocks(-2 * HOUR_MS);
      await Promise.all([restarted, wait(TROUBLE_MS)]);
      return NOTHING;
    },
  };
}

/** One process takes what the others hold for left behind. */
function clocksApart({ cluster }: Installed): Breakage {
  return {
    kind: 'one clock 10 min ahead',
    breakIt: async () => {
      const control = anyOf(cluster.controls);
      cluster.turnOneClock(control, 10 * MINUTE_MS);
      await wait(TROUBLE_MS);
      cluster.turnOneClock(control, 0);
      return NOTHING;
    },
  };
}

/** Turns are answered all the same, and soon nobody waits for it any more. */
function hangingModel({ cluster }: Installed, { outside, journal }: Scene): Breakage {
  return {
    kind: `model hangs, ${HANGING_MS / SECOND_MS} s`,
    breakIt: async () => {
      const sinceMs = performance.now();
      let isHanging = true;
      outside.writer.replyWith(() =>
        isHanging ? { fault: { kind: 'stall' } } : { text: 'The shop opens at nine [1].' },
      );
      await wait(HANGING_MS);
      isHanging = false;
      const turns = attemptsSince(journal.attempts, 'turn with a model', sinceMs);
      const late = turns.filter(({ startMs }) => startMs > sinceMs + OPEN_AFTER_MS);
      const waiting = late.filter(({ startMs, endMs }) => endMs - startMs > MODEL_TIMEOUT_MS);
      return [
        ...(turns.every(({ failure }) => failure === undefined) ? [] : ['turns failed']),
        ...(late.length > 0 ? [] : ['no turn was answered in the end']),
        // The circuit of each api lets a call through now and then, to see whether the model is back.
        ...(waiting.length <= Math.max(late.length / 4, PROBES * cluster.apiCount)
          ? []
          : [`${waiting.length} of ${late.length} turns waited in the end`]),
      ];
    },
  };
}

function attemptsSince(attempts: readonly Attempt[], kind: string, sinceMs: number): Attempt[] {
  return attempts.filter((attempt) => attempt.kind.startsWith(kind) && attempt.startMs > sinceMs);
}
