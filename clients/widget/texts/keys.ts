/** Every text that the widget shows. `{name}` is filled in. */
export type Texts = {
  title: string;
  greeting: string;
  open: string;
  close: string;
  placeholder: string;
  send: string;
  you: string;
  assistant: string;
  /** In place of the name of a person who has none. */
  person: string;
  source: string;
  helpful: string;
  notHelpful: string;
  thanks: string;
  askPerson: string;
  startOver: string;
  waiting: string;
  human: string;
  resolved: string;
  offline: string;
  reconnecting: string;
  sendAgain: string;
  refused: string;
  failed: string;
};
