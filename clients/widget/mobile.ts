/** On a small screen, or a page that is enlarged very much, the chat takes all of it. */
import type { Theme } from './theme';

/** `styles.css` names the same widths. */
const SMALL = matchMedia('(max-width: 480px), (max-height: 420px)');

export const isSmallScreen = (): boolean => SMALL.matches;

/** Keeps the panel in the part of the screen that the keyboard leaves. @returns how to stop */
export function followScreen(theme: Theme, onSizeChange: () => void): () => void {
  const screen = window.visualViewport;
  const measure = () => {
    theme.set('top', `${screen!.offsetTop}px`);
    theme.set('height', `${screen!.height}px`);
  };
  SMALL.addEventListener('change', onSizeChange);
  for (const event of ['resize', 'scroll']) screen?.addEventListener(event, measure);
  if (screen) measure();
  return () => {
    SMALL.removeEventListener('change', onSizeChange);
    for (const event of ['resize', 'scroll']) screen?.removeEventListener(event, measure);
  };
}
