/** `[1]` in an answer becomes a button that shows the passage it was taken from, below the answer. */
import { isPageAddress, openElsewhere } from '../safe-html';
import type { Texts } from '../texts/keys';
import type { Citation } from '../wire';
import { element } from './element';

let lastId = 0;

/** @param body the answer, whose text nodes are split. @returns what is shown below it */
export function linkCitations(body: HTMLElement, citations: readonly Citation[], texts: Texts): HTMLElement {
  const id = `passage-${++lastId}`;
  const passage = element('div', { id, class: 'passage', hidden: true });
  const shows: HTMLButtonElement[] = [];
  let shown: Citation | undefined;

  const toggle = (citation: Citation) => {
    shown = shown === citation ? undefined : citation;
    passage.hidden = !shown;
    passage.replaceChildren(...(shown ? passageNodes(shown) : []));
    passage.scrollIntoView({ block: 'nearest' });
    for (const button of shows) button.setAttribute('aria-expanded', String(button.value === String(shown?.number)));
  };
  const button = (citation: Citation, isInline: boolean) => {
    const made = element(
      'button',
      {
        type: 'button',
        class: isInline ? 'citation' : 'citation listed',
        value: citation.number,
        'aria-label': isInline && `${texts.source} ${citation.number}: ${citation.title}`,
        'aria-expanded': 'false',
        'aria-controls': id,
        onclick: () => toggle(citation),
      },
      isInline ? String(citation.number) : `${citation.number} ${citation.title}`,
    );
    shows.push(made);
    return made;
  };

  const mentioned = replaceMarks(body, citations, (citation) => button(citation, true));
  const listed = citations.filter((citation) => !mentioned.has(citation)).map((citation) => button(citation, false));
  return element('div', {}, ...listed, passage);
}

function replaceMarks(body: HTMLElement, citations: readonly Citation[], button: (citation: Citation) => Node) {
  const mentioned = new Set<Citation>();
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    if (node.parentElement?.closest('code, a')) continue;
    const parts = node.data.split(/\[(\d{1,3})\]/);
    if (parts.length === 1) continue;
    node.replaceWith(
      ...parts.map((part, at) => {
        if (at % 2 === 0) return part;
        const citation = citations.find(({ number }) => number === Number(part));
        if (!citation) return `[${part}]`;
        mentioned.add(citation);
        return button(citation);
      }),
    );
  }
  return mentioned;
}

function passageNodes({ title, section, passage, url }: Citation): HTMLElement[] {
  const heading = element(isPageAddress(url) ? 'a' : 'strong', { dir: 'auto', href: isPageAddress(url) && url }, title);
  if (heading instanceof HTMLAnchorElement) openElsewhere(heading);
  const nodes = [heading, element('blockquote', { dir: 'auto' }, passage)];
  if (section && section !== title) nodes.splice(1, 0, element('span', { class: 'section', dir: 'auto' }, section));
  return nodes;
}
