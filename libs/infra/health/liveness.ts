import { Injectable } from '@nestjs/common';
import { ShutdownGrace } from '#infra/config';
import { defineErrors } from '#kernel';

const errors = defineErrors('health', {
  draining: { kind: 'unavailable', message: 'The server is shutting down and takes no more work.' },
});

/** The cheap answer to "send work here?": it asks nobody, so that a slow database does not end processes that wait for it. */
@Injectable()
export class Liveness {
  constructor(private readonly grace: ShutdownGrace) {}

  /** Seconds since the process started. @throws AppError `health.draining` (unavailable) once it is asked to stop. */
  uptimeSeconds(): number {
    if (this.grace.hasBegun) throw errors.draining();
    return process.uptime();
  }
}
