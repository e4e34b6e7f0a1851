import { Injectable, Logger } from '@nestjs/common';
import {
  DataSource,
  type EntityTarget,
  type ObjectLiteral,
  type QueryResult,
  QueryRunnerAlreadyReleasedError,
  type Repository,
} from 'typeorm';
import { TransactionalDataSource } from './data-source';
import { databaseUnavailable } from './database.errors';
import { type OpenTransaction, TransactionScope } from './transaction-scope';

/**
 * The one door to the database. A transaction travels in the async context, so that no call can leave it by forgetting
 * an argument. Never wait for a provider or any other I/O inside a transaction.
 */
@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  private readonly transactions: TransactionScope;

  constructor(readonly dataSource: DataSource) {
    this.transactions =
      dataSource instanceof TransactionalDataSource ? dataSource.transactions : new TransactionScope();
  }

  /**
   * Runs `work` in a transaction; inside one already open it joins that one.
   *
   * @throws AppError `database.unavailable`; if the connection was lost at the commit, it may have been committed.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.transactions.current) return work();
    const effects: OpenTransaction['effects'] = [];
    const result = await this.commit(work, effects);
    for (const effect of effects) this.runEffect(effect);
    return result;
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
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { records } = await this.run(sql, parameters);
    return (records ?? []) as Row[];
  }

  /** As `query`, but gives how many rows the statement has changed. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const { affected } = await this.run(sql, parameters);
    return affected ?? 0;
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

  private async run(sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
    const open = this.transactions.current?.manager.queryRunner;
    if (open) return open.query(sql, [...parameters], true);
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runner.query(sql, [...parameters], true);
    } finally {
      await runner.release();
    }
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
