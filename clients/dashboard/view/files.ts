import { element } from '../../dom/element';

/** Gives a text to the person as a file. */
export function saveFile(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  element('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
