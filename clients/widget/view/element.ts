/** Elements and icons of the widget. */
import { element, setAttribute } from '../../dom/element';

export { element, setAttribute, setText } from '../../dom/element';

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a grid of 24, drawn for this widget. */
const PATHS = {
  chat: 'M4 5h16v11H9l-5 4z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-6z',
  up: 'M7 11l4-7 2 1v5h6l-2 9H7zM3 11h4v8H3z',
  down: 'M17 13l-4 7-2-1v-5H5l2-9h10zM21 13h-4V5h4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7',
  again: 'M5 12a7 7 0 1 0 2-5M7 3v4h4',
};

export function icon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  setAttribute(svg, 'viewBox', '0 0 24 24');
  setAttribute(svg, 'aria-hidden', 'true');
  setAttribute(path, 'd', PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name: keyof typeof PATHS, label: string, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', 'aria-label': label, title: label, onclick }, icon(name));
}
