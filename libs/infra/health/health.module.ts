import { Global, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthComponents } from './health-components';
import { HealthStatus } from './health-status';
import { Liveness } from './liveness';
import { Machinery } from './machinery';

/** Gives everyone `Liveness`, `HealthStatus`, and `HealthComponents` to add their own parts to. */
@Global()
@Module({
  // What is down is in the answer; a log line for each look of each monitor would tell nothing more.
  imports: [TerminusModule.forRoot({ logger: false })],
  providers: [HealthComponents, HealthStatus, Liveness, Machinery],
  exports: [HealthComponents, HealthStatus, Liveness],
})
export class HealthModule {}
