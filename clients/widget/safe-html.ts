/** Turns text that somebody else has written into nodes that can do nothing but be read. */
import DOMPurify, { type Config } from 'dompurify';
import { markdownToHtml } from './markdown';

/** As a fragment, so that a page that demands trusted types is content. */
const ALLOWED = {
  ALLOWED_TAGS: ['p', 'br', 'strong', 'em', 'code', 'pre', 'ul', 'ol', 'li', 'a'],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true as const,
} satisfies Config;

export function markdownNodes(markdown: string): DocumentFragment {
  const nodes = DOMPurify.sanitize(markdownToHtml(markdown), ALLOWED);
  for (const link of nodes.querySelectorAll('a')) openElsewhere(link);
  return nodes;
}

/** The page stays as it is, and the one that is opened learns nothing of it. */
export function openElsewhere(link: HTMLAnchorElement): void {
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

/** Only addresses that open a page. */
export function isPageAddress(address: string | null | undefined): address is string {
  return /^https?:\/\//i.test(address ?? '');
}
