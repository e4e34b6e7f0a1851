import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { stopTracing } from './start-tracing';

@Injectable()
class TracingEnd implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return stopTracing();
  }
}

/** Flushes the traces. Global, because Nest ends global modules last, when the last turns and jobs have ended. */
@Global()
@Module({ providers: [TracingEnd] })
export class TracingModule {}
