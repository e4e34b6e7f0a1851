import { element } from '../../dom/element';

/** While it works it cannot be pressed again. What goes wrong is told. */
export function workButton(
  text: string,
  work: () => Promise<void>,
  announce: (text: string) => void,
  look: 'quiet' | 'primary' = 'quiet',
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text);
  made.addEventListener('click', async () => {
    made.disabled = true;
    await work().catch((error: Error) => announce(error.message));
    made.disabled = false;
  });
  return made;
}
