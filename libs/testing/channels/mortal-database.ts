import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '#infra/database';

/**
 * A database whose process dies with the statement after so many: that one and all later ones are never made. It has died when
 * its open transactions are undone, as for those who find out later by a lease.
 */
export function mortalDatabase(database: Database, statements: number) {
  const death = Promise.withResolvers<'died'>();
  let left = statements;
  let openTransactions = 0;
  const inTransaction = new AsyncLocalStorage<true>();
  const never = () => new Promise<never>(() => undefined);
  const counted =
    (call: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) => {
      if (left-- > 0) return call(...given);
      // As the database does when a connection is lost.
      if (openTransactions > 0) throw new Error('The process has died in a transaction.');
      death.resolve('died');
      return never();
    };
  const transaction = async (work: () => Promise<unknown>) => {
    // One within another ends with that one.
    if (inTransaction.getStore()) return database.transaction(work);
    openTransactions += 1;
    const end = () => {
      openTransactions -= 1;
      if (left < 0 && openTransactions === 0) death.resolve('died');
    };
    try {
      const result = await inTransaction.run(true, () => database.transaction(work));
      end();
      return result;
    } catch (error) {
      end();
      return left < 0 ? await never() : Promise.reject(error);
    }
  };
  const mortal = new Proxy(database, {
    get(target, name) {
      if (name === 'transaction') return transaction;
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const bound = member.bind(target);
      return name === 'query' || name === 'execute' ? counted(bound) : bound;
    },
  });
  return { database: mortal, died: death.promise };
}
