/** Where the keyboard is. */

/**
 * On a large screen the page beside the chat stays usable. On a small one the chat covers it, so `showModal` keeps focus
 * and screen readers inside; the keyboard of a phone comes up when it is asked for, not before.
 */
export function openDialog(dialog: HTMLDialogElement, input: HTMLElement, isModal: boolean): void {
  if (isModal) dialog.showModal();
  else dialog.show();
  (isModal ? dialog : input).focus({ preventScroll: true });
}

/** The same dialog after the screen has become small or large, with the same element in focus. */
export function reopenDialog(dialog: HTMLDialogElement, root: ShadowRoot, isModal: boolean): void {
  const focused = root.activeElement;
  dialog.close();
  openDialog(dialog, focused instanceof HTMLElement ? focused : dialog, isModal);
}

/** Escape means "close" wherever the focus is in the chat. */
export function onEscape(root: ShadowRoot, dialog: HTMLDialogElement, close: () => void): void {
  root.addEventListener('keydown', (event) => {
    const { key, isComposing } = event as KeyboardEvent;
    if (key === 'Escape' && !isComposing) close();
  });
  // The gesture "back" of a phone, for a modal dialog.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
}
