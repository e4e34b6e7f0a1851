/** The statements of the product's own counting, on a database that this process has opened. */
import { BacklogQueries } from '../../libs/domain/analytics/counting/backlog.queries';
import { Backlog } from '../../libs/domain/analytics/counting/backlog.service';
import { CountingQueries } from '../../libs/domain/analytics/counting/counting.queries';
import { Counting } from '../../libs/domain/analytics/counting/counting.service';
import { SittingQueries } from '../../libs/domain/analytics/counting/sittings.queries';
import { Sittings } from '../../libs/domain/analytics/counting/sittings.service';
import { VisitQueries } from '../../libs/domain/analytics/counting/visits.queries';
import { Visits } from '../../libs/domain/analytics/counting/visits.service';
import { ExperimentCountingQueries } from '../../libs/domain/analytics/experiments/counting/experiment-counting.queries';
import { ExperimentCounting } from '../../libs/domain/analytics/experiments/counting/experiment-counting.service';
import type { Config } from '../../libs/infra/config';
import {
  Database,
  embeddedOptions,
  postgresOptions,
  startEmbedded,
  TransactionalDataSource,
} from '../../libs/infra/database';
import { MINUTE_MS } from '../../libs/kernel';

const CONFIG = { chats: { sessionIdleMs: 30 * MINUTE_MS } } as Config;
/** Writing a history in one statement takes longer than anything that the product does. */
const LIMIT_MS = 60 * MINUTE_MS;

export function countingOn(database: Database): { counting: Counting; backlog: Backlog } {
  const queries = new CountingQueries(database);
  const sittings = new Sittings(new SittingQueries(database), CONFIG);
  const experiments = new ExperimentCounting(new ExperimentCountingQueries(database));
  const counting = new Counting(queries, sittings, new Visits(new VisitQueries(database)), experiments, database);
  return { counting, backlog: new Backlog(new BacklogQueries(database), queries, counting, database) };
}

/** @param url of PostgreSQL; undefined for the embedded database of the folder, which nobody else has open */
export async function openDatabase(url: string | undefined, dataDir: string) {
  const engine = url === undefined ? startEmbedded({ dataDir, maxQueryMs: LIMIT_MS }) : undefined;
  await engine?.ready();
  const settings = { poolSize: 4, connectTimeoutMs: MINUTE_MS, statementTimeoutMs: LIMIT_MS, preparesStatements: true };
  const options = engine ? embeddedOptions(engine) : postgresOptions({ url: url!, ...settings }, () => undefined);
  const dataSource = new TransactionalDataSource(options);
  await dataSource.initialize();
  return {
    database: new Database(dataSource),
    close: async () => {
      await dataSource.destroy();
      await engine?.stop();
    },
  };
}
