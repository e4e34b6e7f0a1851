import { z } from 'zod';

/** Texts of the environment as values, each with the sentence that tells an operator its range. */
export const TRUE = /^(true|1|yes|on)$/i;
export const FALSE = /^(false|0|no|off)$/i;

export const bool = (fallback: boolean) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => TRUE.test(text) || FALSE.test(text), 'must be true or false')
    .transform((text) => TRUE.test(text));

export const optionalBool = z
  .string()
  .refine((text) => TRUE.test(text) || FALSE.test(text), 'must be true or false')
  .transform((text) => TRUE.test(text))
  .optional();

export const number = (fallback: number, min: number, max: number, integer = true) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+(\.\d+)?$/.test(text) && (!integer || Number.isInteger(Number(text))), {
      message: `must be ${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`,
      abort: true,
    })
    .transform(Number)
    .refine(
      (value) => value >= min && value <= max,
      `must be ${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`,
    );

export const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    )
    .optional();

/** Where an API is, without a slash at its end. */
export const apiUrl = (usual: string) =>
  url('http:', 'https:').transform((text) => (text ?? usual).replace(/\/+$/, ''));

const KEY_PREFIX = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/;

/** The beginning of names in a bucket, as `parley/production`; without a slash at its end. */
export const keyPrefix = z
  .string()
  .max(200, 'must have at most 200 characters')
  .regex(KEY_PREFIX, 'must be letters, digits, ., _ or -, in parts separated by / of which none begins with a dot')
  .transform((text) => text.replace(/\/$/, ''))
  .optional();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LIFETIME_UNITS_MS: Readonly<Record<string, number>> = {
  h: HOUR_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
  m: 30 * DAY_MS,
  y: 365 * DAY_MS,
};

/** A whole number of hours, days, weeks, months of 30 days or years, e.g. `12h`; as milliseconds. */
export const lifetime = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine(
      (text) => /^[1-9]\d{0,3}[hdwmy]$/.test(text),
      'must be a number from 1 to 9999 with h, d, w, m or y, as 12h',
    )
    .transform((text) => Number(text.slice(0, -1)) * (LIFETIME_UNITS_MS[text.at(-1) as string] ?? HOUR_MS));

const STEP_UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: HOUR_MS, d: DAY_MS };
const STEP = /^\d{1,5}[smhd]$/;
const MAX_STEPS = 30;

/** Whole numbers of seconds, minutes, hours or days, separated by commas, e.g. `0s,5s,5m`; as milliseconds. */
export const waits = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(',').map((step) => step.trim()))
    .refine(
      (steps) => steps.length <= MAX_STEPS && steps.every((step) => STEP.test(step)),
      `must be 1 to ${MAX_STEPS} numbers with s, m, h or d, separated by commas, as 0s,5s,5m,2h`,
    )
    .transform((steps) => steps.map((step) => Number(step.slice(0, -1)) * (STEP_UNITS_MS[step.at(-1) as string] ?? 0)));
