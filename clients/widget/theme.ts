/** Colours, font and corners of the site, as properties of one rule that the style sheet reads. */
import { readableOn, surfaceColours } from './colours';
import type { WidgetConfiguration } from './configuration';

/** What texts stand on (--raised in `styles.css`): nearer to them than the page is, so what is read here is read there. */
const LIGHT = '#f0f2f5';
const DARK = '#2a2d35';

export interface Theme {
  /** A measure that changes while the page is used. */
  set(property: string, value: string): void;
  end(): void;
}

/** Constructed style sheets are content with every Content-Security-Policy; a style element is not. */
export function applyTheme(root: ShadowRoot, theme: WidgetConfiguration['theme']): Theme {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{}${WIDGET_STYLES}`);
  root.adoptedStyleSheets = [sheet];
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  const set = (property: string, value: string) => style.setProperty(`--${property}`, value);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const colour = () => {
    const isDark = theme.mode === 'auto' ? prefersDark.matches : theme.mode === 'dark';
    set('accent', readableOn(isDark ? DARK : LIGHT, theme.primaryColor));
    (root.host as HTMLElement).dataset.mode = isDark ? 'dark' : 'light';
  };
  const { surface, text } = surfaceColours(theme.primaryColor);
  set('surface', surface);
  set('on-surface', text);
  set('font', theme.fontFamily);
  set('corner', theme.borderRadius);
  prefersDark.addEventListener('change', colour);
  colour();
  return { set, end: () => prefersDark.removeEventListener('change', colour) };
}
