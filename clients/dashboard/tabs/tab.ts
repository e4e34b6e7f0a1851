import type { Filter } from '../filter';
import type { Session } from '../session';

/** What a view needs to show itself. */
export interface TabContext {
  session: Session;
  chatbotId: string;
  filter: Filter;
  /** Of the chatbot and the time that are shown, e.g. `/chatbots/<id>/analytics/messages?startDate=...`. */
  analyticsPath(name: string): string;
  /** Gives the answer to `analyticsPath(name)` as a file. */
  download(name: string): void;
  /** Aborts when something else is to be shown. */
  signal: AbortSignal;
  /** Told to the eyes and to screen readers. */
  announce(text: string): void;
}

export interface Tab {
  id: string;
  title: string;
  /** Puts its view into `into`; gives a function that takes away what the page would keep. */
  show(into: HTMLElement, context: TabContext): Promise<() => void>;
}
