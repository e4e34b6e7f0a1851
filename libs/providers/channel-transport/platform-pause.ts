/**
 * How long a platform wants to be left alone: `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), or seconds in
 * the body: `parameters.retry_after` (Telegram), `retry_after` with a fraction (Discord). The body is the more exact one. A date
 * is read by the clock of the platform, which it tells in `Date`.
 */
import { fieldOf } from './payload';

/** When it does not say. */
const DEFAULT_PAUSE_MS = 5_000;
/** A platform that wants to be left alone for longer is asked again after it. */
const MAX_PAUSE_MS = 24 * 3_600_000;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export function pauseMsOf(headers: Headers, body: string): number {
  const seconds = secondsIn(body) ?? secondsOf([headers['retry-after']].flat()[0], [headers.date].flat()[0]);
  return seconds === undefined ? DEFAULT_PAUSE_MS : Math.min(Math.ceil(seconds * 1_000), MAX_PAUSE_MS);
}

function secondsIn(body: string): number | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return sane(fieldOf(parsed, 'parameters', 'retry_after')) ?? sane(fieldOf(parsed, 'retry_after'));
  } catch {
    return undefined;
  }
}

function secondsOf(header: string | undefined, now: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  return sane(Number.isNaN(seconds) ? (Date.parse(header) - Date.parse(now ?? '')) / 1_000 : seconds);
}

function sane(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
