import { Injectable, Logger } from '@nestjs/common';
import {
  DataSource,
  type EntityTarget,
  type ObjectLiteral,
  QueryRunnerAlreadyReleasedError,
  type Repository,
} from 'typeorm';
import { poolOf } from './channel-listener';
import { TransactionalDataSource } from './data-source';
import { databaseUnavailable, isDeadlock, translateDatabaseError } from './database.errors';
import { statementName } from './prepared-statement';
import { observeStatement } from './statement-observation';
import { type OpenTransaction, TransactionScope } from './transaction-scope';

export interface QueryOptions {
  /**
   * Parsed and planned once by each connection: for the statements of a chat turn, whose texts never change and whose
   * plan does not depend on their values. Has no effect inside a transaction.
   */
  prepare?: boolean;
}

export interface TransactionOptions {
  /**
   * Another run when the database has sacrificed it to end a deadlock: for work that locks more rows than anybody can put
   * in order, such as deletes that cascade. It must do nothing but statements and `afterCommit`.
   */
  repeatsAfterDeadlock?: boolean;
}

/** Runs of one transaction that loses every deadlock; each begins after the one that won has ended or goes on. */
const MAX_RUNS = 3;

interface Outcome {
  rows: unknown[];
  affected: number;
}

/**
 * The one door to the database. A transaction travels in the async context, so that no call can leave it by forgetting
 * an argument. Never wait for a provider or any other I/O inside a transaction.
 */
@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  private readonly transactions: TransactionScope;
  private readonly mayPrepare: boolean;

  constructor(readonly dataSource: DataSource) {
    const isOurs = dataSource instanceof TransactionalDataSource;
    this.transactions = isOurs ? dataSource.transactions : new TransactionScope();
    this.mayPrepare = isOurs && dataSource.mayPrepare;
  }

  /**
   * Runs `work` in a transaction; inside one already open it joins that one.
   *
   * @throws AppError `database.unavailable`; if the connection was lost at the commit, it may have been committed.
   */
  async transaction<T>(work: () => Promise<T>, { repeatsAfterDeadlock = false }: TransactionOptions = {}): Promise<T> {
    if (this.transactions.current) return work();
    for (let run = 1; ; run++) {
      const effects: OpenTransaction['effects'] = [];
      try {
        const result = await this.commit(work, effects);
        for (const effect of effects) this.runEffect(effect);
        return result;
      } catch (error) {
        if (!repeatsAfterDeadlock || run === MAX_RUNS || !isDeadlock(error)) throw error;
      }
    }
  }

  /** Runs `effect` once the open transaction has committed (never if it rolls back); at once when none is open. */
  afterCommit(effect: () => void): void {
    const transaction = this.transactions.current;
    if (transaction) transaction.effects.push(effect);
    else effect();
  }

  /**
   * One parameterised statement (`$1`, `$2`, ...), within the open transaction if there is one. Gives its rows, also
   * those of UPDATE and DELETE with RETURNING.
   */
  async query<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
    options?: QueryOptions,
  ): Promise<Row[]> {
    const { rows } = await this.run(sql, parameters, options);
    return rows as Row[];
  }

  /** As `query`, but gives how many rows the statement has changed. */
  async execute(sql: string, parameters: readonly unknown[] = [], options?: QueryOptions): Promise<number> {
    const { affected } = await this.run(sql, parameters, options);
    return affected;
  }

  /** Take it anew for each use: it belongs to the transaction that is open now. */
  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    const manager = this.transactions.current?.manager ?? this.dataSource.manager;
    return manager.getRepository(entity);
  }

  private async commit<T>(work: () => Promise<T>, effects: OpenTransaction['effects']): Promise<T> {
    try {
      return await this.dataSource.transaction((manager) =>
        this.transactions.run({ manager, effects, ended: false }, work),
      );
    } catch (error) {
      // TypeORM gives back the connection of a transaction only when it is lost, and then says just this.
      if (error instanceof QueryRunnerAlreadyReleasedError) throw databaseUnavailable(error);
      throw error;
    }
  }

  /** Outside a transaction straight through the pool: TypeORM's runner costs more than the statement. */
  private async run(sql: string, parameters: readonly unknown[], options?: QueryOptions): Promise<Outcome> {
    const open = this.transactions.current?.manager.queryRunner;
    if (open) {
      const { records, affected } = await open.query(sql, [...parameters], true);
      return { rows: records ?? [], affected: affected ?? 0 };
    }
    const name = options?.prepare && this.mayPrepare ? { name: statementName(sql) } : undefined;
    const statement = { ...name, text: sql, values: parameters as unknown[] };
    const { rows, rowCount } = await observeStatement(sql, () =>
      translateDatabaseError(() => poolOf(this.dataSource).query(statement)),
    );
    return { rows, affected: rowCount ?? 0 };
  }

  /** What the transaction has stored stays stored, so a failing effect must not make it look failed. */
  private runEffect(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      this.logger.error('What was to follow a commit has failed.', (error as Error).stack);
    }
  }
}
