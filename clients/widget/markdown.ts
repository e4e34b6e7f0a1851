/**
 * The part of Markdown that answers use, as HTML: paragraphs, line breaks, bold, italic, code, fences, lists of one level,
 * links, headings as bold paragraphs. Everything is escaped before anything is read, so the only tags are those written
 * here; `safe-html.ts` sanitizes the outcome all the same.
 */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Stands for a finished piece of HTML while the rest of a line is read. Never in a text: taken out of it first. */
const MARK = '\uE000';
const MARKED = new RegExp(`${MARK}(\\d+)${MARK}`, 'g');

const FENCE = /^ {0,3}(?:```|~~~)/;
const HEADING = /^ {0,3}#{1,6} +(.+)$/;
const BULLET = /^\s*[-*+] +(.*)$/;
const NUMBERED = /^\s*(\d{1,9})[.)] +(.*)$/;
/** Where a bare address ends: before a sign of the sentence around it. Entities are of quotes and brackets. */
const ADDRESS =
  /\bhttps?:\/\/(?:(?!&(?:lt|gt|quot|#39);)[^\s\uE000])+?(?=[.,;:!?)\]]*(?:\s|$|&(?:lt|gt|quot|#39);|\uE000))/g;

export function markdownToHtml(markdown: string): string {
  const lines = markdown.replaceAll(MARK, '').split(/\r\n?|\n/);
  let html = '';
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length) html += `<p>${paragraph.map(inline).join('<br>')}</p>`;
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const block =
      fenceAt(lines, at) ?? headingAt(lines, at) ?? listAt(lines, at, BULLET) ?? listAt(lines, at, NUMBERED);
    if (block || !lines[at]!.trim()) endParagraph();
    else paragraph.push(lines[at]!.trim());
    html += block?.html ?? '';
    at = block?.end ?? at + 1;
  }
  endParagraph();
  return html;
}

interface Block {
  html: string;
  /** The first line after it. */
  end: number;
}

/** To the end of the text when it is not closed, as while an answer is being written. */
function fenceAt(lines: readonly string[], start: number): Block | undefined {
  if (!FENCE.test(lines[start]!)) return undefined;
  let end = start + 1;
  while (end < lines.length && !FENCE.test(lines[end]!)) end++;
  return { html: `<pre><code>${escaped(lines.slice(start + 1, end).join('\n'))}</code></pre>`, end: end + 1 };
}

function headingAt(lines: readonly string[], start: number): Block | undefined {
  const heading = HEADING.exec(lines[start]!);
  return heading ? { html: `<p><strong>${inline(heading[1]!)}</strong></p>`, end: start + 1 } : undefined;
}

/** Items go on in indented lines; an empty line between two items does not end a list. */
function listAt(lines: readonly string[], start: number, item: RegExp): Block | undefined {
  const first = item.exec(lines[start]!);
  if (!first) return undefined;
  const items: string[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    const found = item.exec(line);
    if (found) items.push(inline(found.at(-1)!));
    else if (/^\s+\S/.test(line)) items[items.length - 1] += `<br>${inline(line.trim())}`;
    else if (line.trim() || !item.test(lines[end + 1] ?? '')) break;
  }
  const tag = item === BULLET ? 'ul' : 'ol';
  // A list of the text that was cut in two goes on counting.
  const from = item === NUMBERED && first[1] !== '1' ? ` start="${first[1]}"` : '';
  return { html: `<${tag}${from}>${items.map((text) => `<li>${text}</li>`).join('')}</${tag}>`, end };
}

function inline(text: string): string {
  const kept: string[] = [];
  const keep = (html: string) => `${MARK}${kept.push(html) - 1}${MARK}`;
  const link = (href: string, label: string) => keep(`<a href="${href}">`) + label + keep('</a>');
  return escaped(text)
    .replace(/(`+)(.+?)\1(?!`)/g, (_, __, code: string) => keep(`<code>${code.trim()}</code>`))
    .replace(/\[([^\][]+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)/gi, (_, label: string, href: string) =>
      link(href, label),
    )
    .replace(ADDRESS, (address) => link(address, address))
    .replace(/\*\*(?=\S)(.+?)\*\*|(?<!\w)__(?=\S)(.+?)__(?!\w)/g, (_, a, b) => `<strong>${a ?? b}</strong>`)
    .replace(/\*(?=[^\s*])([^*]+?)\*|(?<!\w)_(?=\S)([^_]+?)_(?!\w)/g, (_, a, b) => `<em>${a ?? b}</em>`)
    .replace(MARKED, (_, index) => kept[Number(index)]!);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}
