/** The server's routes that a visitor may call. */
import type { ConversationAccess, WireConversation, WireStanding } from './wire';

/** The server answered, but not with what was asked for. */
export class Refusal extends Error {
  /** The conversation is not there (any more), or not for this visitor. */
  readonly isFinal: boolean;

  constructor(status: number) {
    super(`The server answered ${status}.`);
    this.isFinal = [401, 403, 404].includes(status);
  }
}

export interface Question {
  message: string;
  user_id: string;
  metadata: Readonly<Record<string, string | undefined>>;
}

export type Api = ReturnType<typeof createApi>;

export function createApi(baseUrl: string, apiKey: string) {
  const conversations = `${baseUrl}/api/v1/conversations`;

  const call = async (
    path: string,
    token: string,
    { body, signal, lastEventId }: { body?: unknown; signal?: AbortSignal; lastEventId?: string } = {},
  ): Promise<Response> => {
    const response = await fetch(conversations + path, {
      method: body ? 'POST' : 'GET',
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
      },
      body: body ? JSON.stringify(body) : null,
      signal: signal ?? null,
    });
    if (response.ok) return response;
    throw new Refusal(response.status);
  };
  const within = ({ id }: ConversationAccess, path = '') => `/${encodeURIComponent(id)}${path}`;

  return {
    /** An event stream. Begins a conversation when there is none. */
    ask: (question: Question, access: ConversationAccess | undefined, signal: AbortSignal) =>
      call('', access?.token ?? apiKey, {
        body: { ...question, channel: 'widget', conversation_id: access?.id, stream: true },
        signal,
      }),

    /** The rest of a reply's event stream; 204 when nothing is left of it. */
    resume: (access: ConversationAccess, messageId: string, lastEventId: string, signal: AbortSignal) =>
      call(within(access, `/replies/${encodeURIComponent(messageId)}`), access.token, { lastEventId, signal }),

    read: async (access: ConversationAccess, signal: AbortSignal): Promise<WireConversation> =>
      (await call(within(access, '?include=system'), access.token, { signal })).json(),

    /** An event stream of what happens after a position. */
    follow: (access: ConversationAccess, position: number, signal: AbortSignal) =>
      call(within(access, `/events?after=${position}&include=system`), access.token, { signal }),

    escalate: async (access: ConversationAccess): Promise<WireStanding> =>
      (await call(within(access, '/escalate'), access.token, { body: {} })).json(),

    rate: (access: ConversationAccess, messageId: string, rating: number) =>
      call(within(access, '/feedback'), access.token, { body: { rating, message_id: messageId } }),

    /**
     * Tells a page that the server does not let speak to it from being offline: browsers show scripts the same error for
     * both, but a request whose answer nobody reads (`no-cors`) passes.
     */
    isReachable: () =>
      fetch(`${baseUrl}/api/v1/health`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).then(
        () => true,
        () => false,
      ),
  };
}
