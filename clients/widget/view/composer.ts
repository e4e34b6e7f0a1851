import type { Texts } from '../texts/keys';
import { element, icon, setAttribute } from './element';

/** The server takes no more. */
const MAX_CHARACTERS = 32_000;

export function createComposer(texts: Texts, send: (text: string) => void) {
  let isBusy = false;
  const input = element('textarea', {
    rows: 1,
    maxlength: MAX_CHARACTERS,
    placeholder: texts.placeholder,
    'aria-label': texts.placeholder,
    dir: 'auto',
    enterkeyhint: 'send',
    onkeydown: (event: KeyboardEvent) => {
      // Enter that ends the writing of a Chinese or Japanese word sends nothing.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    },
  });
  const button = element('button', { class: 'send', 'aria-label': texts.send, title: texts.send }, icon('send'));
  const node = element(
    'form',
    {
      onsubmit: (event: Event) => {
        event.preventDefault();
        submit();
      },
    },
    input,
    button,
  );

  function submit(): void {
    const text = input.value.trim();
    input.focus();
    if (isBusy || !text) return;
    input.value = '';
    send(text);
  }

  return {
    node,
    input,
    setDraft(text: string): void {
      input.value = text;
      input.focus();
    },
    /** One question at a time; the next one can be written meanwhile. The button keeps its focus. */
    setBusy(busy: boolean): void {
      isBusy = busy;
      setAttribute(button, 'aria-disabled', busy && 'true');
    },
  };
}
