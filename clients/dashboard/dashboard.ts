import { element, setText } from '../dom/element';
import { type Filter, filterOf, hashOf, spanOf } from './filter';
import { Session, SignedOut } from './session';
import { insights } from './tabs/insights';
import { intents } from './tabs/intents';
import { learning } from './tabs/learning';
import { overview } from './tabs/overview';
import type { Tab, TabContext } from './tabs/tab';
import { training } from './tabs/training';
import { usage } from './tabs/usage';
import { saveFile } from './view/files';
import { filterBar } from './view/filter-bar';
import { signInView } from './view/sign-in';
import { tabBar } from './view/tab-bar';
import type { Chatbot } from './wire';

const TABS: readonly Tab[] = [overview, intents, usage, insights, learning, training];
/** One page of them, the largest that there is. */
const MAX_CHATBOTS = 100;

export class Dashboard {
  private readonly session = new Session({
    storage: sessionStorage,
    fetch: (input, init) => fetch(input, init),
    onWait: (seconds) => this.announce(`The server asks to wait for ${seconds} s.`),
  });
  private readonly status = element('p', { class: 'status', role: 'status' });
  private chatbots: readonly Chatbot[] = [];
  private leave: () => void = () => undefined;

  constructor(private readonly root: HTMLElement) {}

  start(): void {
    addEventListener('hashchange', () => this.render());
    void this.render();
  }

  private async render(): Promise<void> {
    this.leave();
    if (!this.session.isSignedIn) return this.renderSignIn();
    const stopped = new AbortController();
    let takeAway: () => void = () => undefined;
    this.leave = () => {
      stopped.abort();
      takeAway();
    };
    try {
      const gone = await this.renderView(stopped.signal);
      if (stopped.signal.aborted) gone();
      else takeAway = gone;
    } catch (error) {
      if (!stopped.signal.aborted) this.tell(error);
    }
  }

  private renderSignIn(reason?: string): void {
    const signIn = async (username: string, password: string) => {
      await this.session.signIn(username, password);
      await this.render();
    };
    this.root.replaceChildren(signInView(signIn, reason));
  }

  private async renderView(signal: AbortSignal): Promise<() => void> {
    if (this.chatbots.length === 0) {
      const path = `/chatbots?limit=${MAX_CHATBOTS}`;
      this.chatbots = (await this.session.request(path, { signal })) as Chatbot[];
    }
    const filter = this.filter();
    const tab = TABS.find(({ id }) => id === filter.tab) ?? overview;
    const view = element('div', { class: 'view', 'aria-busy': 'true' });
    this.root.replaceChildren(this.frame(filter, tab, view));
    const { chatbotId } = filter;
    if (chatbotId === undefined) {
      this.announce('This team has no chatbots yet.');
      return () => undefined;
    }
    this.announce('Reading ...');
    const takeAway = await tab.show(view, this.contextOf(filter, chatbotId, signal));
    view.removeAttribute('aria-busy');
    if (this.status.textContent === 'Reading ...') this.announce('');
    return takeAway;
  }

  private frame(filter: Filter, tab: Tab, view: HTMLElement): HTMLElement {
    return element(
      'div',
      { class: 'frame' },
      element(
        'header',
        {},
        element('h1', {}, 'Parley dashboard'),
        element('button', { type: 'button', class: 'quiet', onclick: () => this.signOut() }, 'Sign out'),
      ),
      tabBar(TABS, tab, (id) => this.change({ tab: id })),
      element(
        'main',
        {},
        element('h2', {}, tab.title),
        filterBar(filter, this.chatbots, (patch) => this.change(patch)),
        this.status,
        view,
      ),
    );
  }

  private contextOf(filter: Filter, chatbotId: string, signal: AbortSignal): TabContext {
    const { session } = this;
    const analyticsPath = (name: string) => {
      const query = new URLSearchParams({ ...spanOf(filter, new Date()), timezone: filter.timezone });
      return `/chatbots/${chatbotId}/analytics/${name}?${query}`;
    };
    const download = (name: string) => {
      session
        .text(`${analyticsPath(name)}&format=csv`)
        .then((text) => saveFile(`${name}.csv`, 'text/csv', text))
        .catch((error) => this.tell(error));
    };
    const announce = (text: string) => this.announce(text);
    return { session, chatbotId, filter, analyticsPath, download, signal, announce };
  }

  /** The chatbot of the address, or the newest when the team has no such one. */
  private filter(): Filter {
    const filter = filterOf(location.hash, Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());
    const chosen = this.chatbots.find(({ id }) => id === filter.chatbotId) ?? this.chatbots[0];
    return { ...filter, chatbotId: chosen?.id };
  }

  private change(patch: Partial<Filter>): void {
    const hash = hashOf({ ...this.filter(), ...patch });
    if (hash === location.hash) void this.render();
    else location.hash = hash;
  }

  private async signOut(): Promise<void> {
    this.leave();
    await this.session.signOut();
    this.chatbots = [];
    this.renderSignIn();
  }

  private tell(error: unknown): void {
    if (error instanceof SignedOut) this.renderSignIn(error.message);
    else this.announce((error as Error).message);
  }

  private announce(text: string): void {
    setText(this.status, text);
  }
}
