/**
 * The name under which a file is saved (RFC 6266): plain for old readers, and in UTF-8 (RFC 8187) where that says less. In
 * both it is a name and no path.
 */
export function attachmentNamed(name: string): string {
  const safe = safeName(name);
  const plain = safe.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\]/g, '_');
  return plain === safe
    ? `attachment; filename="${plain}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${encoded(safe)}`;
}

const MAX_NAME_CHARS = 200;
const NAMELESS = 'file';

/** Folders, and marks that turn around what is read (Unicode 17, 9.9), have no place in a name. */
function safeName(name: string): string {
  const own = name.toWellFormed().replace(/^.*[/\\]/s, '');
  const visible = own.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return [...visible].slice(0, MAX_NAME_CHARS).join('') || NAMELESS;
}

/** RFC 8187, 3.2.1: of what encodeURIComponent leaves, these are no attr-char. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
