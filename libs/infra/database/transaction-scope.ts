import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

export interface OpenTransaction {
  readonly manager: EntityManager;
  /** What to do once it has committed. */
  readonly effects: Array<() => void>;
  /** Set when it has ended; work that it started and did not await may still run in its context. */
  ended: boolean;
}

/**
 * A query on another connection than that of the open transaction, awaited inside it. The embedded engine serves one
 * transaction at a time, so the query would wait for the transaction and the transaction for the query.
 */
export class OutsideTransactionError extends Error {
  readonly code = 'EMB_TX_OUTSIDE';

  constructor() {
    super(
      'A query outside the open transaction was awaited inside it and would wait for ever. Use Database.query or Database.repository.',
    );
    this.name = 'OutsideTransactionError';
  }
}

/** Which transaction of one data source the running code is in; it travels in the async context. */
export class TransactionScope {
  private readonly storage = new AsyncLocalStorage<OpenTransaction>();

  get current(): OpenTransaction | undefined {
    const transaction = this.storage.getStore();
    return transaction?.ended ? undefined : transaction;
  }

  async run<T>(transaction: OpenTransaction, work: () => Promise<T>): Promise<T> {
    try {
      return await this.storage.run(transaction, work);
    } finally {
      transaction.ended = true;
    }
  }

  /** @throws OutsideTransactionError */
  refuseOutsideQuery(): void {
    if (this.current) throw new OutsideTransactionError();
  }
}
