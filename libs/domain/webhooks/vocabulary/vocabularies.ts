import { Injectable } from '@nestjs/common';
import type { Cause, EventVocabulary, NamedEvent } from './event-vocabulary';

/** One way in which a domain event is told. */
export interface Telling {
  dialect: string;
  /** Name of the event in that dialect. */
  name: string;
  cause: Cause;
}

/** The vocabularies of every dialect that Parley speaks. */
@Injectable()
export class Vocabularies {
  private readonly byDialect: ReadonlyMap<string, EventVocabulary>;
  private readonly byCause: ReadonlyMap<string, readonly Telling[]>;

  /** @throws Error when two vocabularies are of one dialect. */
  constructor(vocabularies: readonly EventVocabulary[]) {
    this.byDialect = new Map(vocabularies.map((vocabulary) => [vocabulary.dialect, vocabulary]));
    if (this.byDialect.size < vocabularies.length) throw new Error('Two vocabularies are of one dialect.');
    this.byCause = Map.groupBy(vocabularies.flatMap(tellingsIn), ({ cause }) => cause.event);
  }

  /** Names of the events that a webhook of the dialect may ask for; none for a dialect without webhooks. */
  namesOf(dialect: string): readonly string[] {
    return Object.keys(this.byDialect.get(dialect)?.events ?? {});
  }

  find(dialect: string, name: string): NamedEvent | undefined {
    const events = this.byDialect.get(dialect)?.events;
    return events && Object.hasOwn(events, name) ? events[name] : undefined;
  }

  /** Every way in which the domain event is told. */
  tellingsOf(event: string): readonly Telling[] {
    return this.byCause.get(event) ?? [];
  }

  /** Names of the domain events that somebody may want to be told. */
  get causes(): readonly string[] {
    return [...this.byCause.keys()];
  }
}

function tellingsIn({ dialect, events }: EventVocabulary): Telling[] {
  return Object.entries(events).flatMap(([name, { causes }]) => causes.map((cause) => ({ dialect, name, cause })));
}
