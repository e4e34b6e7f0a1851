/** One widget on the page: the button, the panel, the conversation, and what opens and closes. */
import { createApi } from './api';
import type { WidgetConfiguration } from './configuration';
import { createConversation } from './conversation';
import { type ConversationState, emptyState, unreadAfter } from './conversation-state';
import { onEscape, openDialog, reopenDialog } from './focus';
import { followScreen, isSmallScreen } from './mobile';
import { isShownOn, onNavigation } from './pages';
import { createMemory, newVisitorId, openInThisTab } from './storage';
import { isRightToLeft, textLanguage, textsFor } from './texts/texts';
import { applyTheme } from './theme';
import { element } from './view/element';
import { createLauncher } from './view/launcher';
import { createPanel } from './view/panel';

export type Widget = ReturnType<typeof createWidget>;

export function createWidget(configuration: WidgetConfiguration, emit: (name: string, detail?: unknown) => void) {
  const { apiKey, baseUrl, behavior, user } = configuration;
  const locale = configuration.locale ?? (document.documentElement.lang || navigator.language);
  const texts = textsFor(locale, configuration.texts);
  const memory = createMemory(apiKey, () => localStorage, newVisitorId);
  let state: ConversationState = emptyState(navigator.onLine);
  const ending = new AbortController();
  const { signal } = ending;
  let isOpen = false;

  const host = element('div', { id: 'ourplatform-widget', 'data-position': configuration.position });
  const root = host.attachShadow({ mode: 'open' });
  const setStyle = applyTheme(root, configuration.theme, signal);
  const conversation = createConversation({
    api: createApi(baseUrl, apiKey),
    memory,
    userId: user.id,
    // Without its query, which may hold secrets of the site.
    metadata: () => ({ user_name: user.name, user_email: user.email, page: location.origin + location.pathname }),
    onChange(next) {
      state = next;
      update();
    },
    onEvent: emit,
    ending: signal,
  });
  const launcher = createLauncher(texts, () => toggle());
  const panel = createPanel({
    texts,
    greeting: configuration.greeting ?? texts.greeting,
    hasHandOff: behavior.handOff,
    actions: { ...conversation, startOver: () => reset(), close: () => close() },
  });
  const attributes = { lang: textLanguage(locale, configuration.texts), dir: isRightToLeft(locale) ? 'rtl' : 'ltr' };
  root.append(element('div', attributes, panel.node, launcher.node));
  onEscape(root, panel.node, () => close());

  function update(): void {
    const newest = state.messages.filter(({ id }) => id).at(-1)?.id;
    if (isOpen && newest && newest !== memory.get().seen) memory.change({ seen: newest });
    panel.update(state);
    launcher.update(isOpen, isOpen ? 0 : unreadAfter(state.messages, memory.get().seen));
    tendFeed();
  }

  /** Closed, the feed is worth its connection only while a person may write. */
  function tendFeed(): void {
    conversation.setFeedWanted(!document.hidden && (isOpen || state.handling !== 'bot'));
  }

  /** @param draft what the visitor may want to send */
  function open(draft?: string): void {
    if (!isOpen && !host.hidden) {
      isOpen = true;
      openDialog(panel.node, panel.input, isSmallScreen());
      openInThisTab.set(true);
      update();
      panel.scrollToEnd();
      emit('open');
    }
    if (draft) panel.setDraft(draft);
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    const hadFocus = root.activeElement !== null;
    panel.node.close();
    openInThisTab.set(false);
    update();
    if (hadFocus) launcher.node.focus();
    emit('close');
  }

  function toggle(): void {
    if (isOpen) close();
    else open();
  }

  function reset(): void {
    conversation.reset();
    if (isOpen) panel.input.focus();
  }

  function showWhereWanted(): void {
    host.hidden = !isShownOn(location.pathname, behavior.showOnPages) || (behavior.hideOnMobile && isSmallScreen());
    if (host.hidden) close();
  }

  const onSizeChange = () => {
    showWhereWanted();
    if (isOpen) reopenDialog(panel.node, root, isSmallScreen());
  };
  followScreen(setStyle, onSizeChange, signal);
  onNavigation(showWhereWanted, signal);
  document.addEventListener('visibilitychange', tendFeed, { signal });

  document.body.append(host);
  showWhereWanted();
  const wasOpen = openInThisTab.get();
  // A page that covers itself is not what somebody on a phone has asked for by following a link.
  if (wasOpen ? !isSmallScreen() : wasOpen === undefined && behavior.autoOpen) open();
  conversation.load();

  return {
    open,
    close,
    toggle,
    reset,
    destroy(): void {
      ending.abort();
      host.remove();
    },
  };
}
