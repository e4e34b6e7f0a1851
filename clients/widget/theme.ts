/** Colours, font and corners of the site, as properties of one rule that the style sheet reads. */
import { surfaceColours } from './colours';
import type { WidgetConfiguration } from './configuration';

/** Sets a property of the style sheet, as measures that change while the page is used. */
export type SetStyle = (property: string, value: string) => void;

/**
 * Constructed style sheets are content with every Content-Security-Policy; a style element is not.
 *
 * @param signal ends it
 */
export function applyTheme(root: ShadowRoot, theme: WidgetConfiguration['theme'], signal: AbortSignal): SetStyle {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{}${WIDGET_STYLES}`);
  root.adoptedStyleSheets = [sheet];
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  const set: SetStyle = (property, value) => style.setProperty(`--${property}`, value);
  const { surface, text } = surfaceColours(theme.primaryColor);
  set('surface', surface);
  set('on-surface', text);
  set('font', theme.fontFamily);
  set('corner', theme.borderRadius);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const applyMode = () => {
    const isDark = theme.mode === 'auto' ? prefersDark.matches : theme.mode === 'dark';
    (root.host as HTMLElement).dataset.mode = isDark ? 'dark' : 'light';
  };
  prefersDark.addEventListener('change', applyMode, { signal });
  applyMode();
  return set;
}
