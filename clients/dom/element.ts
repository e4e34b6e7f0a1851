/** Elements in one expression. Texts become text nodes, never markup. */

type Child = Node | string | undefined | false;

interface Properties {
  class?: string;
  onclick?: (event: MouseEvent) => void;
  [attribute: string]: unknown;
}

/** Attributes that are undefined or false are left out, true ones are empty; functions listen. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value as EventListener);
    else setAttribute(made, name, value);
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

export function setAttribute(target: Element, name: string, value: unknown): void {
  if (value === undefined || value === false) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? '' : String(value));
}

/** Changes a text only when it is another one: live regions read every change. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
