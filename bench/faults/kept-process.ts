/** A process of the product that is started again whenever it dies. */
import { type ServerOrder, ServerProcess } from '../../libs/testing/parley';
import type { Control } from './turning';

export class KeptProcess {
  readonly name: string;
  readonly control: Control;
  private readonly onReady: () => void;
  private current: ServerProcess;
  private printedBefore = '';
  private isOver = false;
  private isRestarting = false;

  constructor(
    private readonly order: ServerOrder,
    { name, control, onReady }: { name: string; control: Control; onReady: () => void },
  ) {
    this.name = name;
    this.control = control;
    this.onReady = onReady;
    this.current = ServerProcess.spawn(order);
  }

  get address(): string {
    return this.current.address;
  }

  get pid(): number {
    return this.current.pid;
  }

  get isReady(): boolean {
    return !this.current.hasEnded && this.current.isReady;
  }

  /** By all that bore its name. */
  get printed(): string {
    return this.printedBefore + this.current.printed;
  }

  async ready(): Promise<void> {
    await this.current.ready();
    this.onReady();
  }

  /** SIGKILL, and a new one at once; resolves when that is ready. */
  async killAndRestart(): Promise<void> {
    this.isRestarting = true;
    await this.current.kill();
    try {
      await this.restart();
    } finally {
      this.isRestarting = false;
    }
  }

  /** Nobody has asked for its end. */
  get hasDied(): boolean {
    return this.current.hasEnded && !this.isOver && !this.isRestarting;
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.current.stop();
  }

  private async restart(): Promise<void> {
    while (!this.isOver) {
      this.printedBefore += `${this.current.printed}--- it ended and was started again\n`;
      this.current = ServerProcess.spawn(this.order);
      try {
        return await this.ready();
      } catch (error) {
        // Its database may be away as well; an orchestrator tries again too.
        console.log(`  ${this.name} did not start, once more: ${String(error).split('\n').slice(0, 3).join(' | ')}`);
      }
    }
  }
}
