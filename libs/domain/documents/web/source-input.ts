/** What a source must be, from what a caller says of it. Fields alone are checked at the door too; here is what they are together. */
import { scheduleFault } from '#infra/schedules';
import { type FieldProblem, invalidInput } from '#kernel';
import { kindOf, webAddress } from './addresses/web-address';
import type { WebSourceDefinition } from './web-sources.queries';
import { type CreateWebSource, WEB_LIMITS, type WebSourceSettings } from './web-sources.types';

type Settings = Omit<WebSourceDefinition, 'url' | 'kind'>;

const DEFAULTS: Settings = {
  maxPages: WEB_LIMITS.maxPages.default,
  include: [],
  exclude: [],
  cron: null,
  timeZone: null,
  refreshHours: null,
};

/** @throws AppError `input.invalid` naming each field that is not acceptable */
export function newDefinition({ url, kind, ...settings }: CreateWebSource): WebSourceDefinition {
  const address = webAddress(url);
  const problems: FieldProblem[] = [];
  if (address === undefined) {
    const rule = `an http or https address without a user name, of at most ${WEB_LIMITS.urlLength} characters`;
    problems.push({ field: 'url', message: `url must be ${rule}.` });
  }
  const defined = settingsOf(DEFAULTS, settings, problems);
  if (address === undefined || problems.length > 0) throw invalidInput(problems);
  return { ...defined, url: address, kind: kind ?? kindOf(address) };
}

/** Absent leaves a field as it is, null sets its default. @throws AppError `input.invalid` */
export function changedDefinition(current: WebSourceDefinition, patch: WebSourceSettings): WebSourceDefinition {
  const problems: FieldProblem[] = [];
  const defined = settingsOf(current, patch, problems);
  if (problems.length > 0) throw invalidInput(problems);
  return { ...defined, url: current.url, kind: current.kind };
}

function settingsOf(current: Settings, given: WebSourceSettings, problems: FieldProblem[]): Settings {
  const settings: Settings = {
    maxPages: given.maxPages === undefined ? current.maxPages : (given.maxPages ?? DEFAULTS.maxPages),
    include: pathsOf('include', given.include, current.include, problems),
    exclude: pathsOf('exclude', given.exclude, current.exclude, problems),
    ...scheduleOf(current, given, problems),
    refreshHours: given.refreshHours === undefined ? current.refreshHours : given.refreshHours,
  };
  problems.push(
    ...rangeProblem('maxPages', settings.maxPages, WEB_LIMITS.maxPages),
    ...rangeProblem('refreshHours', settings.refreshHours, WEB_LIMITS.refreshHours),
  );
  if (settings.cron !== null && settings.refreshHours !== null)
    problems.push({ field: 'refreshHours', message: 'refreshHours must be null beside a schedule.' });
  return settings;
}

function pathsOf(
  field: 'include' | 'exclude',
  given: readonly string[] | null | undefined,
  current: string[],
  problems: FieldProblem[],
): string[] {
  if (given === undefined) return current;
  const paths = [...new Set((given ?? []).map((path) => path.trim()))];
  const isFine = (path: string) => path.startsWith('/') && path.length <= WEB_LIMITS.pathLength;
  if (paths.length > WEB_LIMITS.paths || !paths.every(isFine)) {
    const rule = `at most ${WEB_LIMITS.paths} beginnings of paths with a slash in front, of at most ${WEB_LIMITS.pathLength} characters`;
    problems.push({ field, message: `${field} must be ${rule}.` });
    return current;
  }
  // In the form that addresses have.
  return paths.map((path) => new URL(path, 'http://host').pathname);
}

function scheduleOf(current: Settings, { schedule }: WebSourceSettings, problems: FieldProblem[]) {
  if (schedule === undefined) return { cron: current.cron, timeZone: current.timeZone };
  if (schedule === null) return { cron: null, timeZone: null };
  const { cron, timeZone } = { cron: schedule.cron.trim(), timeZone: schedule.timeZone ?? 'UTC' };
  const fault = scheduleFault(cron, timeZone);
  if (fault)
    problems.push({ field: `schedule.${fault.field}`, message: `schedule.${fault.field} must ${fault.message}.` });
  return { cron, timeZone };
}

function rangeProblem(field: string, value: number | null, { min, max }: { min: number; max: number }): FieldProblem[] {
  if (value === null || (Number.isInteger(value) && value >= min && value <= max)) return [];
  return [{ field, message: `${field} must be a whole number from ${min} to ${max}.` }];
}
