/** How the platforms write what is marked. */
import { type Flavour, markWords, prefixLines, type ReadSpan, type Span } from './rich-text';

/** Between characters that would be a mark if they stood together; it is not seen. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Nothing is marked; addresses stand behind their words. */
export const plainFlavour: Flavour = {
  escape: (text) => text,
  code: (text) => text,
  mark: (inner, span, { text }) => (span.kind === 'link' && span.href !== text ? `${inner} (${span.href})` : inner),
};

const HTML_TAGS = { bold: 'b', italic: 'i', strike: 's', quote: 'blockquote' } as const;

/**
 * HTML of Telegram (core.telegram.org/bots/api#html-style, November 2026). Chosen before MarkdownV2: three characters to
 * escape instead of eighteen, and tags that are closed in order are never refused.
 */
export const telegramHtml: Flavour = {
  escape: escapeHtml,
  code: (text, { kind, language }) => {
    if (kind === 'code') return `<code>${escapeHtml(text)}</code>`;
    const code = escapeHtml(text);
    return language === undefined
      ? `<pre>${code}</pre>`
      : `<pre><code class="language-${escapeHtml(language)}">${code}</code></pre>`;
  },
  mark: (inner, { kind, href = '' }) => {
    if (kind === 'link') return `<a href="${escapeHtml(href)}">${inner}</a>`;
    const tag = HTML_TAGS[kind as keyof typeof HTML_TAGS];
    return `<${tag}>${inner}</${tag}>`;
  },
};

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const WORD_MARKS: Readonly<Record<string, string>> = { bold: '*', italic: '_', strike: '~' };
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/** Slack and WhatsApp see a mark only at the edge of a word, which a space that is not seen makes within one. */
function markWholeWords(inner: string, kind: string, { before, after }: ReadSpan): string {
  const [left, right] = [before, after].map((character) => (WORD_CHARACTER.test(character) ? ZERO_WIDTH_SPACE : ''));
  return left + markWords(inner, WORD_MARKS[kind] ?? '') + right;
}

/**
 * mrkdwn of Slack (docs.slack.dev/messaging/formatting-message-text). Escaping `<` keeps a reply from calling `<!channel>`.
 * There is no escape for `*`, `_` and `~`: Slack takes them for marks only around whole words.
 */
export const slackMrkdwn: Flavour = {
  escape: escapeSlack,
  code: (text, { kind }) => {
    const code = escapeSlack(text);
    if (kind === 'pre') return `\`\`\`\n${withoutFences(code)}\n\`\`\``;
    return text.includes('`') ? code : markWords(code, '`');
  },
  mark: (inner, { kind, href = '' }, read) => {
    if (Object.hasOwn(WORD_MARKS, kind)) return markWholeWords(inner, kind, read);
    if (kind === 'quote') return prefixLines(inner, '>');
    const { text } = read;
    const address = escapeSlack(href.replaceAll('|', '%7C').replaceAll('>', '%3E'));
    const label = escapeSlack(text.replaceAll('|', '¦').replaceAll('\n', ' '));
    return text === href ? `<${address}>` : `<${address}|${label}>`;
  },
};

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Markdown of Discord (support.discord.com, "Markdown Text 101"). An address alone stays bare, or its escapes would be part of it. */
export const discordMarkdown: Flavour = {
  escape: (text, isLineStart) => {
    const escaped = text.replace(/[\\*_~`|[\]<]/g, '\\$&').replace(/(?<=\n)(\s*)([>#-])/g, '$1\\$2');
    return isLineStart ? escaped.replace(/^([^\S\n]*)([>#-])/, '$1\\$2') : escaped;
  },
  code: (text, span) => (span.kind === 'pre' ? fenceOf(text, span) : markWords(...codeMarks(text))),
  mark: (inner, { kind, href = '' }, { text }) => {
    if (kind === 'bold') return markWords(inner, '**');
    if (kind === 'italic') return markWords(inner, '*');
    if (kind === 'strike') return markWords(inner, '~~');
    if (kind === 'quote') return prefixLines(inner, '> ');
    if (text === href) return href;
    return `[${inner.replaceAll('\n', ' ')}](${href.replace(/[()<>\s]/g, encodeURIComponent).replace(/[()]/g, bracketOf)})`;
  },
};

function bracketOf(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}

function codeMarks(text: string): [string, string, string] {
  return text.includes('`') ? [text, '`` ', ' ``'] : [text, '`', '`'];
}

function fenceOf(text: string, { language = '' }: Span): string {
  return `\`\`\`${language}\n${withoutFences(text)}\n\`\`\``;
}

function withoutFences(text: string): string {
  return text.replaceAll('```', `\`${ZERO_WIDTH_SPACE}\`${ZERO_WIDTH_SPACE}\``);
}

/** Marks of WhatsApp (faq.whatsapp.com, "How to format your messages"). It has no links with words of their own. */
export const whatsappMarks: Flavour = {
  escape: (text) => text,
  code: (text, { kind }) => {
    if (kind === 'pre') return `\`\`\`${withoutFences(text)}\`\`\``;
    return text.includes('`') ? text : markWords(text, '`');
  },
  mark: (inner, { kind, href = '' }, read) => {
    if (Object.hasOwn(WORD_MARKS, kind)) return markWholeWords(inner, kind, read);
    if (kind === 'quote') return prefixLines(inner, '> ');
    return read.text === href ? href : `${inner} (${href})`;
  },
};
