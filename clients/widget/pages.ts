/** On which pages of a site the widget is shown. */

/** A prefix ends where a segment ends: `/help` is `/help` and `/help/orders`, but not `/helpers`. None means everywhere. */
export function isShownOn(path: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => `${path}/`.startsWith(`${prefix.replace(/\/+$/, '')}/`));
}

/** Not in the types yet; browsers without it tell of "back" and "forward" alone. */
type Navigating = Window & { navigation?: EventTarget };

/** Sites that are one page go elsewhere without loading anything. @param signal ends it */
export function onNavigation(listener: () => void, signal: AbortSignal): void {
  (window as Navigating).navigation?.addEventListener('currententrychange', listener, { signal });
  addEventListener('popstate', listener, { signal });
}
