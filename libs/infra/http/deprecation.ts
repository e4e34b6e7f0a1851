/**
 * Routes that will go. From the day of the announcement every answer of such a route, refusals included, says so:
 *
 * - `Deprecation: @<Unix seconds>` (RFC 9745): from when on it should not be used any more; may lie ahead.
 * - `Sunset: <HTTP date>` (RFC 8594): from when on it may be gone.
 * - `Link: <…>; rel="deprecation"` (RFC 9745 §3): where to read what to do instead.
 *
 * A dialect's policy says how long callers have. One that promises 60 days of notice and 12 months of support is read as:
 * at least 60 days between the announcement and `since`, and at least 12 calendar months between `since` and `sunset`. A
 * route that breaks the policy of its dialect keeps the process from starting.
 */
import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { DAY_MS, SECOND_MS } from '#kernel';
import type { DeprecationPolicy } from './dialect';
import type { Dialects } from './dialects';
import { DEPRECATED_EXTENSION } from './openapi/describe-operations';

/** Days in UTC, `YYYY-MM-DD`. */
export interface DeprecationNotice {
  /** When callers are told first. */
  announced: string;
  /** From when on it should not be used any more. */
  since: string;
  /** From when on it may be gone. */
  sunset: string;
  /** An address that tells what to do instead. */
  link?: string;
}

export interface Deprecation {
  notice: DeprecationNotice;
  headers: Readonly<Record<string, string>>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    deprecation?: Deprecation | undefined;
  }
}

/** By handler. */
const DECLARED = new WeakMap<object, Deprecation>();

export function Deprecated(notice: DeprecationNotice): MethodDecorator {
  const declare: MethodDecorator = (_target, _name, descriptor) => {
    DECLARED.set(descriptor.value as object, { notice, headers: headersOf(notice) });
  };
  const documentation = ApiExtension(DEPRECATED_EXTENSION, notice) as unknown as MethodDecorator;
  return applyDecorators(declare, documentation);
}

export function deprecationOf(handler: object): Deprecation | undefined {
  return DECLARED.get(handler);
}

/**
 * Has deprecated routes say so. To be called before the hooks that refuse requests.
 *
 * @throws Error when a route is added whose notice breaks the policy of its dialect
 */
export function announceDeprecations(instance: FastifyInstance, dialects: Dialects): void {
  instance.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.deprecation) return;
    for (const each of [method].flat()) {
      const { deprecationPolicy } = dialects.owning(each, url);
      const fault = faultOf(config.deprecation.notice, deprecationPolicy);
      if (fault) throw new Error(`The deprecation of ${each} ${url} ${fault}.`);
    }
  });
  instance.addHook('onRequest', (request, reply, done) => {
    const { deprecation } = request.routeOptions.config;
    if (deprecation) reply.headers(deprecation.headers);
    done();
  });
}

/** What is wrong with a notice, as the end of a sentence. */
export function faultOf(notice: DeprecationNotice, policy: DeprecationPolicy | undefined): string | undefined {
  const { noticeDays = 0, supportMonths = 0 } = policy ?? {};
  const [announced, since, sunset] = [dayOf(notice.announced), dayOf(notice.since), dayOf(notice.sunset)];
  if (!announced || !since || !sunset) return 'needs days as YYYY-MM-DD';
  const soonestSince = new Date(announced.getTime() + noticeDays * DAY_MS);
  if (since < soonestSince)
    return `gives less than ${noticeDays} days of notice: since ${toDay(soonestSince)} at the soonest`;
  const soonestSunset = monthsAfter(since, supportMonths);
  if (sunset < soonestSunset)
    return `gives less than ${supportMonths} months of support: sunset ${toDay(soonestSunset)} at the soonest`;
  return undefined;
}

function headersOf({ since, sunset, link }: DeprecationNotice): Record<string, string> {
  return {
    deprecation: `@${(dayOf(since)?.getTime() ?? 0) / SECOND_MS}`,
    sunset: dayOf(sunset)?.toUTCString() ?? '',
    ...(link === undefined ? {} : { link: `<${link}>; rel="deprecation"; type="text/html"` }),
  };
}

/** Midnight in UTC; undefined for what is no day of the calendar. */
function dayOf(text: string): Date | undefined {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && toDay(day) === text ? day : undefined;
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The same day of a later month, or the last one of a month that is shorter. */
function monthsAfter(day: Date, months: number): Date {
  const target = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day.getUTCDate(), lastDay));
  return target;
}
