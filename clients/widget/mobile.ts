/** On a small screen, or a page that is enlarged very much, the chat takes all of it. */
import type { SetStyle } from './theme';

/** `styles.css` names the same widths. */
const SMALL = matchMedia('(max-width: 480px), (max-height: 420px)');

export const isSmallScreen = (): boolean => SMALL.matches;

/** Keeps the panel in the part of the screen that the keyboard leaves. @param signal ends it */
export function followScreen(setStyle: SetStyle, onSizeChange: () => void, signal: AbortSignal): void {
  const screen = window.visualViewport;
  const measure = () => {
    if (!screen) return;
    setStyle('top', `${screen.offsetTop}px`);
    setStyle('height', `${screen.height}px`);
  };
  SMALL.addEventListener('change', onSizeChange, { signal });
  for (const event of ['resize', 'scroll']) screen?.addEventListener(event, measure, { signal });
  measure();
}
