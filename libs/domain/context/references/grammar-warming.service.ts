/**
 * Compiles the patterns of the languages that the knowledge of this installation is written in, after the start and in small
 * pieces: all patterns of one take a fifth of a second and more, which the first who writes in it would wait for, and everybody
 * who is served meanwhile.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#infra/database';
import { SECOND_MS } from '#kernel';
import { grammarOf } from './find-pointers';
import type { ReferenceGrammar } from './references.types';

/** Until then the process has other things to do for the first time. */
const WAIT_MS = 5 * SECOND_MS;
/** Between two patterns, of which each takes some milliseconds. */
const PAUSE_MS = 25;
/** V8 interprets a pattern at first and compiles it when it is used again. */
const TIMES = 2;
/** In the width of characters in which messages are read. */
const SAMPLE = "What does it cost, and how long is the second one's warranty if I order that?";

@Injectable()
export class GrammarWarming implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(GrammarWarming.name);
  private readonly stopping = new AbortController();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    void this.warmLater();
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /** Resolves when all are compiled, or the process stops. */
  async warm(signal: AbortSignal): Promise<string[]> {
    const languages = await this.languages();
    for (const language of languages) {
      for (const pattern of patternsOf(grammarOf(language))) {
        await delay(PAUSE_MS, undefined, { signal, ref: false });
        for (let time = 0; time < TIMES; time += 1) {
          pattern.lastIndex = 0;
          pattern.exec(SAMPLE);
        }
        pattern.lastIndex = 0;
      }
    }
    return languages;
  }

  private async warmLater(): Promise<void> {
    const { signal } = this.stopping;
    try {
      await delay(WAIT_MS, undefined, { signal, ref: false });
      await this.warm(signal);
    } catch (err) {
      // Whoever comes first waits, then.
      if (!signal.aborted) this.logger.warn({ message: 'Grammars could not be compiled beforehand.', err });
    }
  }

  /** Looks at all segments, of which even a large installation has some thousands. */
  private async languages(): Promise<string[]> {
    const rows = await this.database.query<{ language: string }>(
      'select distinct unnest(languages) as language from lexical_segment order by language',
    );
    return rows.map(({ language }) => language).filter((language) => grammarOf(language) !== undefined);
  }
}

export function patternsOf(grammar: ReferenceGrammar | undefined): RegExp[] {
  if (!grammar) return [];
  const { rules, nouns, ordinals, empty } = grammar;
  return [...[...rules, ...nouns, ...ordinals].map(({ pattern }) => pattern), ...empty];
}
