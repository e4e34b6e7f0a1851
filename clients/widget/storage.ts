/** What stays with the visitor from page to page. The server has the messages; this is only how to find them. */
import type { ConversationAccess, Handling } from './wire';

export interface Remembered {
  visitorId: string;
  /** Whose conversation it is: the visitor's, or that of the user whom the site has named. */
  userId?: string;
  conversation?: ConversationAccess;
  handling?: Handling;
  /** Id of the newest message that has been on the screen. */
  seen?: string;
  /** What was written and did not reach the server. */
  unsent?: readonly string[];
  /** Scores by message. */
  ratings?: Readonly<Record<string, number>>;
}

export interface Memory {
  get(): Remembered;
  change(patch: Partial<Remembered>): void;
  /** The key of localStorage, for those who listen to other tabs. */
  readonly key: string;
}

type Stored = Pick<Storage, 'getItem' | 'setItem'>;

/** @param storage undefined, or throwing, where the browser blocks it: then it lasts as long as the page */
export function createMemory(apiKey: string, storage: () => Stored, newId: () => string): Memory {
  const key = `ourplatform:${apiKey.slice(-12)}`;
  let inPage: Remembered = { visitorId: newId() };
  const get = (): Remembered => {
    try {
      const stored = JSON.parse(storage().getItem(key) ?? 'null');
      if (typeof stored?.visitorId === 'string') inPage = stored;
    } catch {
      // Blocked, or written by somebody else: what the page knows has to do.
    }
    return inPage;
  };
  const change = (patch: Partial<Remembered>) => {
    inPage = { ...get(), ...patch };
    try {
      storage().setItem(key, JSON.stringify(inPage));
    } catch {
      // Blocked or full.
    }
  };
  return { get, change, key };
}

/** Works on pages without TLS too, where `randomUUID` is missing. */
export function newVisitorId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `visitor_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

const OPEN_KEY = 'ourplatform:open';

/** Whether the visitor has opened (or closed) the chat in this tab; undefined when neither. */
export const openInThisTab = {
  get(): boolean | undefined {
    try {
      return JSON.parse(sessionStorage.getItem(OPEN_KEY) ?? '') as boolean;
    } catch {
      // Blocked, or nothing is there.
      return undefined;
    }
  },
  set(isOpen: boolean): void {
    try {
      sessionStorage.setItem(OPEN_KEY, String(isOpen));
    } catch {
      // Blocked: the next page begins closed.
    }
  },
};
