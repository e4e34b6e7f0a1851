/** What must be known of a webhook to tell whether it hears an event. */
export interface ListeningWebhook {
  id: string;
  teamId: string;
  dialect: string;
  events: readonly string[];
  /** Null: of all bots. */
  botId: string | null;
  /** Of what happened before it hears nothing. */
  listeningSince: Date | null;
}

/** A row of `webhook_delivery` to be written. */
export interface NewDelivery {
  id: string;
  webhookId: string;
  event: string;
  body: string;
  /** When the event happened. */
  createdAt: Date;
  /** Whom it tells of, so that it can be found when they want to be forgotten. */
  about: DeliverySubject;
}

/** Null where the event is of no bot, conversation or end user. */
export interface DeliverySubject {
  eventId: string;
  botId: string | null;
  conversationId: string | null;
  /** The end user, in the words of the caller. */
  userRef: string | null;
}
