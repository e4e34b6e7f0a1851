/**
 * The script of a site's page: reads `window.OurPlatformConfig`, whenever that is set, and gives the page
 * `window.OurPlatform`. Nothing that goes wrong here may disturb the page.
 */
import { readConfiguration } from './configuration';
import { createWidget, type Widget } from './widget';

interface Page {
  OurPlatformConfig?: unknown;
  OurPlatform?: unknown;
}

const page = window as Page;
const script = document.currentScript;
const scriptOrigin = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : undefined;
const events = new EventTarget();
let widget: Widget | undefined;
let given = page.OurPlatformConfig;

const complain = (...words: unknown[]) => console.error('OurPlatform chat:', ...words);

/** Whatever fails in here is told, and goes no further. */
function guarded<Arguments extends unknown[]>(work: (...given: Arguments) => void): (...given: Arguments) => void {
  return (...args) => {
    try {
      work(...args);
    } catch (error) {
      complain(error);
    }
  };
}

function emit(name: string, detail?: unknown): void {
  events.dispatchEvent(new CustomEvent(name, { detail }));
}

const start = guarded(() => {
  widget?.destroy();
  widget = undefined;
  const { configuration, problems } = readConfiguration(given, scriptOrigin);
  for (const problem of problems) complain(problem);
  if (!configuration) return;
  if (!('adoptedStyleSheets' in document)) return complain('This browser is too old for it.');
  widget = createWidget(configuration, emit);
});

/** Scripts that are loaded early run before there is a body. */
function startWithBody(): void {
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start, { once: true });
}

/** A page may set its configuration after the script has come, or set another one. */
function watchConfiguration(): void {
  Object.defineProperty(page, 'OurPlatformConfig', {
    configurable: true,
    enumerable: true,
    get: () => given,
    set(value: unknown) {
      given = value;
      startWithBody();
    },
  });
}

function remindOfConfiguration(): void {
  if (given === undefined) complain('set window.OurPlatformConfig = { apiKey: "pk_live_..." } to see it.');
}

if (page.OurPlatform) complain('its script is on this page twice.');
else {
  page.OurPlatform = {
    open: guarded((draft?: unknown) => widget?.open(typeof draft === 'string' ? draft : undefined)),
    close: guarded(() => widget?.close()),
    toggle: guarded(() => widget?.toggle()),
    reset: guarded(() => widget?.reset()),
    destroy: guarded(() => {
      widget?.destroy();
      widget = undefined;
    }),
    /** @returns how to stop listening */
    on(name: string, listener: (detail: unknown) => void): () => void {
      const hear = (event: Event) => listener((event as CustomEvent).detail);
      events.addEventListener(name, hear);
      return () => events.removeEventListener(name, hear);
    },
  };
  // Declared with `var`, it cannot be watched; then what it is now is all that counts.
  guarded(watchConfiguration)();
  if (given === undefined) addEventListener('load', remindOfConfiguration);
  else startWithBody();
}
