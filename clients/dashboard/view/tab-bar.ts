import { element } from '../../dom/element';
import type { Tab } from '../tabs/tab';

/** The views of the dashboard. They are links of a kind: each has an address. */
export function tabBar(tabs: readonly Tab[], current: Tab, choose: (id: string) => void): HTMLElement {
  return element(
    'nav',
    { 'aria-label': 'Views' },
    ...tabs.map(({ id, title }) =>
      element(
        'button',
        { type: 'button', 'aria-current': id === current.id ? 'page' : undefined, onclick: () => choose(id) },
        title,
      ),
    ),
  );
}
