/** A library in a process of its own for each training. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ClassifierName, ClassifierNews, ClassifierOrder } from '../classifiers/classifier.types';
import type { Subject, Tell, TrainedSubject } from './subject.types';

const SCRIPT = path.resolve(__dirname, '../classifiers/classifier-process.js');
const MEGABYTE = 1e6;

export class TookTooLongError extends Error {}

export interface Peer {
  /** Where it is installed. */
  folder: string;
  /** Of one training. */
  timeLimitMs: number;
}

export function inOwnProcess(name: ClassifierName, title: string, peer?: Peer): Subject {
  return {
    name: title,
    async train(examples, onProgress) {
      const process = new ClassifierProcess(name, peer?.folder, onProgress);
      const timer = peer && setTimeout(() => process.kill(new TookTooLongError(tooLong(peer))), peer.timeLimitMs);
      try {
        return trainedOf(process, await process.ask('trained', { kind: 'train', examples }));
      } catch (error) {
        await process.stop();
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    stop: async () => {},
  };
}

function tooLong({ timeLimitMs }: Peer): string {
  return `a training was not over after ${timeLimitMs / 60_000} minutes`;
}

type Trained = Extract<ClassifierNews, { kind: 'trained' }>;

function trainedOf(process: ClassifierProcess, trained: Trained): TrainedSubject {
  return {
    costs: {
      trainingS: trained.seconds,
      trainingCpuS: trained.cpuSeconds,
      peakMemoryMb: trained.peakMemoryBytes / MEGABYTE,
      artefactMb: trained.artefactBytes / MEGABYTE,
    },
    predict: async (texts) => (await process.ask('predicted', { kind: 'predict', texts })).predictions,
    latenciesMs: async (texts) => (await process.ask('timed', { kind: 'time', texts })).latenciesMs,
    close: () => process.stop(),
  };
}

class ClassifierProcess {
  private readonly child: ChildProcess;
  private killedBy: Error | undefined;

  constructor(name: ClassifierName, folder: string | undefined, onProgress: Tell) {
    // What a library says while it trains is not a result.
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    this.child = fork(SCRIPT, [name, ...(folder ? [folder] : [])], { stdio: [...stdio] });
    this.child.on('message', (news: ClassifierNews) => {
      if (news.kind === 'progress') onProgress(news.percent, news.stage);
    });
  }

  ask<Kind extends ClassifierNews['kind']>(kind: Kind, order: ClassifierOrder) {
    return new Promise<Extract<ClassifierNews, { kind: Kind }>>((resolve, reject) => {
      const onExit = (code: number | null) =>
        reject(this.killedBy ?? new Error(`The classifier's process ended (${code})`));
      const onMessage = (news: ClassifierNews) => {
        if (news.kind !== kind) return;
        this.child.off('message', onMessage).off('exit', onExit);
        resolve(news as Extract<ClassifierNews, { kind: Kind }>);
      };
      this.child.on('message', onMessage).once('exit', onExit);
      this.child.send(order);
    });
  }

  kill(reason: Error): void {
    this.killedBy = reason;
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await exited;
  }
}
