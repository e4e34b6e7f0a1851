import type { Texts } from '../texts/keys';
import { element, icon, setAttribute, setText } from './element';

export function createLauncher(texts: Texts, toggle: () => void) {
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  const node = element('button', { type: 'button', class: 'launcher', 'aria-controls': 'panel', onclick: toggle });
  return {
    node,
    update(isOpen: boolean, unread: number): void {
      const label = isOpen ? texts.close : texts.open;
      setAttribute(node, 'aria-label', unread ? `${label} (${unread})` : label);
      setAttribute(node, 'aria-expanded', String(isOpen));
      setText(badge, String(unread));
      badge.hidden = !unread;
      node.replaceChildren(icon(isOpen ? 'close' : 'chat'), badge);
    },
  };
}
