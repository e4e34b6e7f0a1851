/**
 * What the owner of a site writes into `window.OurPlatformConfig`. Whatever is wrong with it is said in the console, in a
 * sentence that names the option; an option that cannot be used has its default instead.
 */

export interface WidgetConfiguration {
  apiKey: string;
  /** Of the server, without a slash at its end. */
  baseUrl: string;
  position: 'bottom-right' | 'bottom-left';
  theme: { mode: 'light' | 'dark' | 'auto'; primaryColor: string; fontFamily: string; borderRadius: string };
  greeting: string | undefined;
  behavior: { autoOpen: boolean; showOnPages: readonly string[]; hideOnMobile: boolean; handOff: boolean };
  user: { id?: string; name?: string; email?: string };
  texts: Readonly<Record<string, string>>;
  locale: string | undefined;
}

export interface ConfigurationReading {
  /** Undefined when the widget cannot run. */
  configuration: WidgetConfiguration | undefined;
  problems: readonly string[];
}

type Fields = Record<string, unknown>;
type Rule = readonly [isRight: RegExp | ((value: unknown) => boolean), example: unknown, fallback?: unknown];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isFlag = (value: unknown) => typeof value === 'boolean';
const isFilled = (value: unknown) => typeof value === 'string' && /\S/.test(value);
const TEXT: Rule = [isFilled, 'some text'];
const FLAG: Rule = [isFlag, true, false];

/** By path. What is here is read; all else is ignored. */
const RULES: Readonly<Record<string, Rule>> = {
  apiKey: [/^pk_/, 'pk_live_...'],
  baseUrl: [/^https?:\/\/[^\s?#]+$/, 'https://chat.example.com'],
  position: [/^bottom-(?:right|left)$/, 'bottom-left', 'bottom-right'],
  // Without a word about it, the page is one of those that are light.
  'theme.mode': [/^(?:light|dark|auto)$/, 'auto', 'light'],
  'theme.primaryColor': [/^#(?:[\da-f]{3}){1,2}$/i, '#007bff', '#007bff'],
  'theme.fontFamily': [isFilled, 'Inter, sans-serif', 'system-ui, sans-serif'],
  'theme.borderRadius': [/^[\d.]+(?:px|r?em)$/, '12px', '12px'],
  greeting: TEXT,
  'behavior.autoOpen': FLAG,
  'behavior.showOnPages': [(value) => Array.isArray(value) && value.every(isFilled), ['/help'], []],
  'behavior.hideOnMobile': FLAG,
  'behavior.handOff': [isFlag, false, true],
  'user.id': TEXT,
  'user.name': TEXT,
  'user.email': TEXT,
  texts: [(value) => isFields(value) && Object.values(value).every(isFilled), { title: 'Help' }, {}],
  locale: TEXT,
};

/** @param scriptOrigin where the widget's script came from: the server, unless `baseUrl` says otherwise */
export function readConfiguration(given: unknown, scriptOrigin: string | undefined): ConfigurationReading {
  const fields: Fields = isFields(given) ? { baseUrl: scriptOrigin, ...given } : {};
  if (!isFields(fields.theme)) fields.theme = { mode: fields.theme };
  const problems: string[] = [];
  const groups: Record<string, Fields> = { theme: {}, behavior: {}, user: {} };
  const read: Fields = { ...groups };
  for (const [path, rule] of Object.entries(RULES)) {
    const [name, group] = path.split('.').reverse() as [string, string | undefined];
    const from = group ? fields[group] : fields;
    (group ? groups[group]! : read)[name] = option(path, isFields(from) ? from[name] : undefined, rule, problems);
  }
  if (String(fields.apiKey).startsWith('sk_'))
    problems.push('apiKey is a secret that this page gives away: revoke it.');
  const { apiKey, baseUrl } = read;
  if (!apiKey || !baseUrl) return { configuration: undefined, problems };
  return { configuration: { ...read, baseUrl: String(baseUrl).replace(/\/+$/, '') } as WidgetConfiguration, problems };
}

/** The value when it is right, else what stands in for it; what nothing can stand in for is always a problem. */
function option(path: string, value: unknown, [isRight, example, fallback]: Rule, problems: string[]): unknown {
  const isMissing = value === undefined || value === null;
  const isGood = isRight instanceof RegExp ? typeof value === 'string' && isRight.test(value) : isRight(value);
  if (isGood) return value;
  if (!isMissing || /^(?:apiKey|baseUrl)$/.test(path))
    problems.push(`${path} has to be something like ${JSON.stringify(example)}${isMissing ? '.' : '; it is ignored.'}`);
  return fallback;
}
