import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '#infra/database';

/** A database whose process dies with the statement after so many: that one and all later ones are never made. */
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
      death.resolve('died');
      // As the database does when a connection is lost.
      if (openTransactions > 0) throw new Error('The process has died in a transaction.');
      return never();
    };
  const transaction = async (work: () => Promise<unknown>) => {
    // One within another ends with that one.
    if (inTransaction.getStore()) return database.transaction(work);
    openTransactions += 1;
    try {
      return await inTransaction.run(true, () => database.transaction(work));
    } catch (error) {
      if (left < 0) return await never();
      throw error;
    } finally {
      openTransactions -= 1;
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
