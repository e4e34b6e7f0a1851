/** The widget as a visitor sees it: by roles and names. Locators look into open shadow roots. */
import type { Locator, Page } from 'playwright-core';
import { eventually } from '#testing';

interface Remembered {
  conversation?: { id: string; token: string };
  unsent?: string[];
}

export class WidgetPage {
  constructor(readonly page: Page) {}

  get launcher(): Locator {
    return this.page.getByRole('button', { name: /^Open chat/ });
  }

  get panel(): Locator {
    return this.page.getByRole('dialog');
  }

  get input(): Locator {
    return this.panel.getByRole('textbox');
  }

  get log(): Locator {
    return this.panel.getByRole('log');
  }

  get status(): Locator {
    return this.panel.getByRole('status');
  }

  /** The texts of those who answer; the first is the greeting. */
  get answers(): Locator {
    return this.log.locator('.message.ai .body, .message.agent .body');
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  async open(): Promise<this> {
    await this.launcher.click();
    await this.panel.waitFor();
    return this;
  }

  async send(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  /** Resolves when the answer is complete. */
  async ask(text: string): Promise<string> {
    const before = await this.answers.count();
    await this.send(text);
    return eventually(async () => (await this.answers.count()) > before && (await this.answers.last().innerText()));
  }

  /** Resolves when the element's text matches. */
  async reads(element: Locator, text: string | RegExp): Promise<void> {
    await eventually(async () => {
      const found = (await element.allInnerTexts()).join('\n');
      if (typeof text === 'string' ? found.includes(text) : text.test(found)) return true;
      throw new Error(`It says ${JSON.stringify(found)}, not ${text}.`);
    });
  }

  /** What the site's policy had to stop. */
  violations(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  }

  heard(): Promise<[string, unknown][]> {
    return this.page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard);
  }

  remembered(): Promise<Remembered> {
    return this.page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('ourplatform:'));
      return JSON.parse((key && localStorage.getItem(key)) || '{}');
    });
  }

  /** What has the focus, within the widget too. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label') ?? element?.id ?? element?.tagName ?? '';
    });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
