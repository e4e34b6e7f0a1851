/** What happened in a domain, in the past tense. Written to the outbox in the transaction that caused it. */
export interface DomainEvent<Name extends string = string, Data extends object = object> {
  id: string;
  /** `<noun>.<past participle>`, e.g. `bot.created`. */
  name: Name;
  teamId: string;
  occurredAt: Date;
  data: Data;
}

/** A kind of event: its name and the type of its data. */
export interface EventDefinition<Name extends string, Data extends object> {
  readonly name: Name;
  /** Carries the type only; never set. */
  readonly data?: Data;
}

const declared = new Set<string>();

/**
 * Declares an event, e.g. `export const botCreated = defineEvent<'bot.created', { botId: string }>('bot.created')`.
 *
 * @throws Error when two events take one name.
 */
export function defineEvent<Name extends string, Data extends object>(name: Name): EventDefinition<Name, Data> {
  if (declared.has(name)) throw new Error(`Two events are called ${name}.`);
  declared.add(name);
  return { name };
}

/** The name of every event that the loaded modules declare. */
export function declaredEvents(): ReadonlySet<string> {
  return declared;
}
