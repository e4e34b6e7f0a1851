import { element } from '../../dom/element';

/** A form whose button waits for what it does. @param tell hears what went wrong */
export function form(
  title: string,
  fields: readonly HTMLElement[],
  send: HTMLButtonElement,
  work: () => Promise<void>,
  tell: (text: string) => void,
): HTMLElement {
  const submit = async (event: Event) => {
    event.preventDefault();
    send.disabled = true;
    await work().catch((error: Error) => tell(error.message));
    send.disabled = false;
  };
  return element(
    'form',
    { class: 'filter', 'aria-label': title, onsubmit: submit },
    ...fields,
    element('div', {}, send),
  );
}

let count = 0;

export function field(title: string, input: HTMLElement): HTMLElement {
  count += 1;
  input.id = `field-${count}`;
  return element('div', {}, element('label', { for: input.id }, title), input);
}
