import type { z } from 'zod';

/**
 * Something that happened, told to every process: what they hold in memory of it is no longer true. Payloads are ids and
 * small scalars, because PostgreSQL carries at most 8,000 bytes.
 */
export interface Notice<Payload> {
  /** `<domain>.<what-happened>`, e.g. `bots.changed`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** A notice whose payload is not known here. */
export type AnyNotice = Notice<unknown>;

const NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;
const defined = new Map<string, AnyNotice>();

/** @throws Error when the name has another form than `<domain>.<what-happened>`, or two notices take one name. */
export function defineNotice<Payload>(name: string, payload: z.ZodType<Payload>): Notice<Payload> {
  if (!NAME.test(name)) throw new Error(`The notice name "${name}" is not of the form <domain>.<what-happened>.`);
  if (defined.has(name)) throw new Error(`Two notices are called ${name}.`);
  const notice = { name, payload };
  defined.set(name, notice);
  return notice;
}
