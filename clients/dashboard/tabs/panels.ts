import type { Panel } from '../view/panel';

/** Puts panels into the page and draws their plots; gives a function that takes the plots away. */
export function showPanels(into: HTMLElement, panels: readonly Panel[]): () => void {
  into.replaceChildren(...panels.map(({ root }) => root));
  const gone = panels.map((panel) => panel.drawn());
  return () => {
    for (const takeAway of gone) takeAway();
  };
}
