/**
 * The text of a Markdown line as a person reads it. Every expression stops at the next character that could begin it
 * again, so the whole takes time in proportion to the text. https://spec.commonmark.org/0.31.2/#inlines
 */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

export function plainInline(text: string): string {
  if (!/[*_`[\]<&\\~!]/.test(text)) return text;
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/g, '$1')
    .replace(/<br\s{0,9}\/?>/gi, '\n')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/`+([^`]*)`+/g, '$1')
    .replace(/~~/g, '')
    .replace(/(?<!\\)\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}/g, '')
    .replace(/(?<![\p{L}\p{N}\\_])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_match, name: string) => ENTITIES[name] as string);
}
