import type { Logger } from '@nestjs/common';
import { SECOND_MS } from '#kernel';

const INTERVAL_MS = 30 * SECOND_MS;

/** While Redis is away everything that asks it fails; a line in half a minute tells as much, and one that it is back. */
export class TroubleLog {
  private lastToldMs = Number.NEGATIVE_INFINITY;
  private isTold = false;

  constructor(
    private readonly logger: Logger,
    private readonly trouble: string,
    private readonly recovery: string,
  ) {}

  tell(error: unknown): void {
    if (performance.now() - this.lastToldMs < INTERVAL_MS) return;
    this.lastToldMs = performance.now();
    this.isTold = true;
    this.logger.warn({ message: this.trouble, err: error });
  }

  /** Said only after trouble that was told. */
  tellRecovery(): void {
    if (!this.isTold) return;
    this.isTold = false;
    this.lastToldMs = Number.NEGATIVE_INFINITY;
    this.logger.log(this.recovery);
  }
}
