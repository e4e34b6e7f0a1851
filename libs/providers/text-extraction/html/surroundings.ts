/** What of a page stands around its text, told by its elements: their names, their roles, and the words in their classes. */

export type HtmlAttributes = Readonly<Record<string, string>>;

/**
 * `never`: for no reader at all. `around`: navigation, banners, footers and the like. `beside`: an aside, which inside the main
 * part is a note to its text. `head`: a header; its main heading is the page's own.
 */
export type Surrounding = 'never' | 'around' | 'beside' | 'head';

const words = (text: string) => new Set(text.split(' '));

const NEVER = words('script style noscript template svg math canvas iframe object audio video button select textarea');
const AROUND = words('nav footer dialog');
const AROUND_ROLES = words('navigation contentinfo search menu menubar toolbar dialog alertdialog');
/** Names of classes and ids that mean one thing only. A class such as "has-sidebar" is none of them. */
const AROUND_NAMES = words(
  'nav navbar navigation site-nav main-nav menu main-menu sidebar breadcrumb breadcrumbs pagination pager footer site-footer page-footer skip-link skip-to-content share share-buttons social-links social-share related related-posts related-articles newsletter newsletter-signup advertisement ad-banner ads promo-banner toc table-of-contents back-to-top language-switcher',
);
/** "cookie" alone may be what a page is about. */
const CONSENT = /cookie|consent|gdpr|ccpa/i;
const CONSENT_FORM = /banner|notice|bar\b|popup|modal|overlay|dialog|wall|message|alert|consent|prompt|manager|bot/i;
const CONSENT_TOOLS =
  /\b(?:onetrust|cybotcookiebot|didomi|usercentrics|cookieyes|truste|osano|iubenda|termly|klaro|cmplz|borlabs)/i;
/** So much of a class or an id is looked at. */
const MAX_NAME_CHARS = 500;

/** Undefined of what is text. */
export function surroundingOf(element: string, attributes: HtmlAttributes): Surrounding | undefined {
  if (NEVER.has(element) || isHidden(attributes)) return 'never';
  const role = (attributes.role ?? '').toLowerCase();
  if (AROUND.has(element) || AROUND_ROLES.has(role)) return 'around';
  if (element === 'aside' || role === 'complementary') return 'beside';
  if (element === 'header' || role === 'banner') return 'head';
  // A page is no part of itself, whatever its classes say.
  if (element === 'html' || element === 'body' || element === 'main' || element === 'article') return undefined;
  return isAroundByName(attributes) ? 'around' : undefined;
}

function isHidden({ hidden, style = '', 'aria-hidden': ariaHidden }: HtmlAttributes): boolean {
  return hidden !== undefined || ariaHidden === 'true' || /display\s{0,9}:\s{0,9}none/i.test(style.slice(0, 200));
}

function isAroundByName({ class: classes = '', id = '', title }: HtmlAttributes): boolean {
  // What word processors write around each page.
  if (title === 'header' || title === 'footer') return true;
  const names = `${classes.slice(0, MAX_NAME_CHARS)} ${id.slice(0, MAX_NAME_CHARS)}`.trim();
  if (names === '') return false;
  if (CONSENT_TOOLS.test(names)) return true;
  const separate = names.split(/\s+/);
  return separate.some(
    (name) => AROUND_NAMES.has(name.toLowerCase()) || (CONSENT.test(name) && CONSENT_FORM.test(name)),
  );
}
