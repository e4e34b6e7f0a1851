import { DateField, EnumField, NumberField, ObjectField, TextField } from '#infra/http';

export class Health {
  @EnumField('`ok` as long as requests are served.', ['ok'])
  status!: 'ok';

  @NumberField('Seconds since the process started.', { min: 0 })
  uptime!: number;

  @DateField('Time of the server.')
  timestamp!: string;

  @TextField('Version of the product.')
  version!: string;
}

export class DetailedHealth {
  @EnumField('`down` when nothing works without what is down, `degraded` when something is not as it should be.', [
    'ok',
    'degraded',
    'down',
  ])
  status!: 'ok' | 'degraded' | 'down';

  @ObjectField('By name, e.g. `database`: `{status: ok|degraded|down|not used, latencyMs?, note?}`.', {
    example: { database: { status: 'ok', latencyMs: 0.6 }, redis: { status: 'not used' } },
  })
  components!: Record<string, { status: string; latencyMs?: number; note?: string }>;

  @NumberField('Seconds since the process started.', { min: 0 })
  uptime!: number;

  @DateField('Time of the server.')
  timestamp!: string;

  @TextField('Version of the product.')
  version!: string;
}
