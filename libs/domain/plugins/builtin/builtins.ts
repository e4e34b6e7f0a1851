import { Injectable } from '@nestjs/common';
import { ActiveBases, PassageSearch } from '#domain/knowledge';
import { Clock } from '#kernel';
import type { BuiltIn } from './builtin.types';
import { calculator } from './calculator/calculator';
import { dateAndTime } from './date-and-time/date-and-time';
import { knowledgeSearch } from './knowledge-search/knowledge-search';
import { piiRedactor } from './pii-redactor/pii-redactor';
import { profanityFilter } from './profanity-filter/profanity-filter';

/** What plugins can be that are part of Parley. The migration has a row for each, of every team. */
@Injectable()
export class BuiltIns {
  private readonly byName: ReadonlyMap<string, BuiltIn>;

  constructor(bases: ActiveBases, search: PassageSearch, clock: Clock) {
    const all = [calculator, dateAndTime(clock), knowledgeSearch(bases, search), piiRedactor, profanityFilter];
    this.byName = new Map(all.map((builtIn) => [builtIn.name, builtIn]));
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  find(name: string): BuiltIn | undefined {
    return this.byName.get(name);
  }
}
