import { Database } from '#infra/database';
import { NoticeCarrier, type NoticeListener, Notices } from '#infra/notices';

/** Notices of several processes in one: each call gives those of another process, and all hear each other at once. */
export function linkedNotices(database: Database): () => Notices {
  const listeners = new Set<NoticeListener>();

  class LinkedCarrier extends NoticeCarrier {
    private listener: NoticeListener | undefined;

    async start(listener: NoticeListener): Promise<void> {
      this.listener = listener;
      listeners.add(listener);
    }
    async send(text: string): Promise<void> {
      for (const listener of listeners) listener.heard(text);
    }
    async stop(): Promise<void> {
      if (this.listener) listeners.delete(this.listener);
    }
  }

  return () => {
    const notices = new Notices(new LinkedCarrier(), database);
    void notices.start();
    return notices;
  };
}
