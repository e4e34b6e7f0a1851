/**
 * Whether the log of deliveries and the receivers' own count agree. A request that was answered is in the log with its
 * status. One whose end Parley could not see, because it died or its database was away, is there as cut off: the receiver
 * may have got it or not. So for every delivery: attempts with a status <= requests received <= attempts in the log.
 */
import { Client } from 'pg';
import type { WebhookSink } from '../../libs/testing/webhooks';

interface LoggedDelivery {
  id: string;
  state: string;
  /** Requests begun, as the delivery says. */
  attempts: number;
  /** Lines of the log, and of these the ones with a status and the ones that were cut off. */
  logged: number;
  answered: number;
  cutOff: number;
}

export class WebhookVerification {
  constructor(
    private readonly databaseUrl: string,
    private readonly sink: WebhookSink,
    private readonly paths: readonly string[] = [],
    /** All that is told to each of the paths. */
    private readonly eventIds: readonly string[] = [],
  ) {}

  /** A sentence for each thing that is not as it must be. */
  async faults(): Promise<string[]> {
    const { length } = await this.log();
    return [
      ...this.missingEvents(),
      ...(length === this.wanted ? [] : [`the log has ${length} deliveries instead of ${this.wanted}`]),
      ...(await this.logFaults()),
    ];
  }

  /** The same of what is in the log and what was received alone, whatever was to be told. */
  async logFaults(): Promise<string[]> {
    const log = await this.log();
    const requests = this.requestsById();
    const logged = new Set(log.map(({ id }) => id));
    return [
      ...[...requests.keys()].filter((id) => !logged.has(id)).map((id) => `${id} was received and is not in the log`),
      ...log.flatMap((delivery) => faultsOf(delivery, requests.get(delivery.id) ?? 0)),
    ];
  }

  async figures(): Promise<Record<string, number>> {
    const log = await this.log();
    const sum = (of: (delivery: LoggedDelivery) => number) => log.reduce((total, delivery) => total + of(delivery), 0);
    return {
      'events x receivers': this.wanted,
      'deliveries in the log': log.length,
      'of these delivered': log.filter(({ state }) => state === 'delivered').length,
      'distinct deliveries received': this.requestsById().size,
      'requests received': this.sink.deliveries.length,
      'attempts in the log': sum(({ logged }) => logged),
      'of these with a status': sum(({ answered }) => answered),
      'of these cut off': sum(({ cutOff }) => cutOff),
    };
  }

  private get wanted(): number {
    return this.eventIds.length * this.paths.length;
  }

  private missingEvents(): string[] {
    return this.paths.flatMap((path) => {
      const received = new Set(this.sink.eventsAt(path).map(({ data }) => data.messageId));
      return this.eventIds.filter((id) => !received.has(id)).map((id) => `event ${id} did not come to ${path}`);
    });
  }

  private requestsById(): Map<string, number> {
    const requests = new Map<string, number>();
    for (const { headers } of this.sink.deliveries) {
      const id = headers['webhook-id'] ?? '';
      requests.set(id, (requests.get(id) ?? 0) + 1);
    }
    return requests;
  }

  private async log(): Promise<LoggedDelivery[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<LoggedDelivery>(
        `select d.id, d.state, d.attempts,
           count(a.number)::int as logged,
           count(a.response_status)::int as answered,
           count(a.number) filter (where a.outcome = 'cut_off')::int as "cutOff"
         from webhook_delivery d
         left join webhook_attempt a on a.delivery_id = d.id
         group by d.id`,
      );
      return rows;
    } finally {
      await client.end();
    }
  }
}

function faultsOf({ id, state, attempts, logged, answered }: LoggedDelivery, received: number): string[] {
  const faults = [
    state !== 'delivered' && `${id} is ${state}`,
    state === 'delivered' && received === 0 && `${id} is delivered and was not received`,
    answered > received && `${id} was received ${received} times, and the log has ${answered} answers`,
    received > logged && `${id} was received ${received} times, and the log has ${logged} attempts`,
    attempts !== logged && `${id} has ${attempts} attempts and ${logged} lines in the log`,
  ];
  return faults.filter((fault) => fault !== false);
}
