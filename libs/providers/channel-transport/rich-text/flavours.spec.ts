import { discordMarkdown, plainFlavour, slackMrkdwn, telegramHtml, whatsappMarks } from './flavours';
import { markdownText } from './markdown-text';
import { render } from './rich-text';

const html = (markdown: string) => render(markdownText(markdown), telegramHtml);
const mrkdwn = (markdown: string) => render(markdownText(markdown), slackMrkdwn);
const discord = (markdown: string) => render(markdownText(markdown), discordMarkdown);
const whatsapp = (markdown: string) => render(markdownText(markdown), whatsappMarks);
const plain = (markdown: string) => render(markdownText(markdown), plainFlavour);

const ANSWER = [
  '## Tea',
  '',
  'Our tea is **very *good***, see [the menu](https://tea.example/a_(b)?x=1&y=2) [1].',
  '',
  '1. Green',
  '2. Black',
  '   - with milk',
  '   - without',
  '',
  '> Drink it & be glad.',
  '',
  '```js',
  'if (a < b) brew();',
  '```',
].join('\n');

describe('flavours', () => {
  it('writes HTML for Telegram', () => {
    expect(html(ANSWER)).toBe(
      [
        '<b>Tea</b>',
        'Our tea is <b>very <i>good</i></b>, see <a href="https://tea.example/a_(b)?x=1&amp;y=2">the menu</a> [1].',
        '1. Green\n2. Black\n  • with milk\n  • without',
        '<blockquote>Drink it &amp; be glad.</blockquote>',
        '<pre><code class="language-js">if (a &lt; b) brew();</code></pre>',
      ].join('\n\n'),
    );
  });

  it('writes mrkdwn for Slack', () => {
    expect(mrkdwn(ANSWER)).toBe(
      [
        '*Tea*',
        'Our tea is *very _good_*, see <https://tea.example/a_(b)?x=1&amp;y=2|the menu> [1].',
        '1. Green\n2. Black\n  • with milk\n  • without',
        '>Drink it &amp; be glad.',
        '```\nif (a &lt; b) brew();\n```',
      ].join('\n\n'),
    );
  });

  it('writes Markdown for Discord', () => {
    expect(discord(ANSWER)).toBe(
      [
        '**Tea**',
        'Our tea is **very *good***, see [the menu](https://tea.example/a_%28b%29?x=1&y=2) \\[1\\].',
        '1. Green\n2. Black\n  • with milk\n  • without',
        '> Drink it & be glad.',
        '```js\nif (a < b) brew();\n```',
      ].join('\n\n'),
    );
  });

  it('writes marks for WhatsApp, and plain text with addresses', () => {
    expect(whatsapp(ANSWER)).toContain(
      'Our tea is *very _good_*, see the menu (https://tea.example/a_(b)?x=1&y=2) [1].',
    );
    expect(plain(ANSWER)).toContain('Our tea is very good, see the menu (https://tea.example/a_(b)?x=1&y=2) [1].');
  });

  it('lets nobody be called by what a bot says', () => {
    const said = '<!channel> <@U123> <@&9> @everyone';
    expect(mrkdwn(said)).toBe('&lt;!channel&gt; &lt;@U123&gt; &lt;@&amp;9&gt; @everyone');
    expect(discord(said)).toBe('\\<!channel> \\<@U123> \\<@&9> @everyone');
  });

  it('lets text be text that looks like marks', () => {
    expect(discord('2 \\* 3 \\* 4, snake_case, \\# no heading, ||open||')).toBe(
      '2 \\* 3 \\* 4, snake\\_case, # no heading, \\|\\|open\\|\\|',
    );
    expect(discord('\\# none\n\n\\> none')).toBe('\\# none\n\n\\> none');
    expect(html('1 < 2 && "a" <b>bold?</b>')).toBe('1 &lt; 2 &amp;&amp; &quot;a&quot; &lt;b&gt;bold?&lt;/b&gt;');
    expect(html('&lt;tag&gt; &amp;amp; &#128512; &nosuch;')).toBe('&lt;tag&gt; &amp;amp; 😀 &amp;nosuch;');
  });

  it('leaves bare addresses bare', () => {
    const address = 'https://tea.example/snake_case?a=b_c-d';
    expect(discord(address)).toBe(address);
    expect(mrkdwn(`<${address}>`)).toBe(`<${address}>`);
    expect(plain(address)).toBe(address);
  });

  it('makes no link of what is none', () => {
    expect(html('[run](javascript:alert(1)) [home](/docs)')).toBe('run (javascript:alert(1)) home (/docs)');
    const long = `https://tea.example/${'x'.repeat(1_100)}`;
    expect(html(`[long](${long})`)).toBe(`long (${long})`);
  });

  it('keeps addresses from ending their link', () => {
    expect(mrkdwn('[a|b>c](https://tea.example/a|b%3E)')).toBe('<https://tea.example/a%7Cb%3E|a¦b&gt;c>');
    expect(html('[x](https://tea.example/"><b>)')).not.toMatch(/"><b>/);
  });

  it('marks words, not the blanks around them nor the ends of lines', () => {
    expect(mrkdwn('**one\ntwo**')).toBe('*one*\n*two*');
    expect(mrkdwn('a** b **c')).toBe('a** b **c');
    expect(discord('**a `x` b**')).toBe('**a `x` b**');
  });

  it('marks a part of a word where a platform marks only whole ones', () => {
    expect(mrkdwn('**Tee**tasse')).toBe('*Tee*\u200btasse');
    expect(whatsapp('緑**茶**は')).toBe('緑\u200b*茶*\u200bは');
    expect(discord('**Tee**tasse')).toBe('**Tee**tasse');
    expect(mrkdwn('(**Tee**, _Milch_)')).toBe('(*Tee*, _Milch_)');
  });

  it('writes code that has backticks in it', () => {
    expect(discord('`` a`b ``')).toBe('`` a`b ``');
    expect(mrkdwn('`` a`b ``')).toBe('a`b');
    expect(html('`` a`b ``')).toBe('<code>a`b</code>');
    expect(discord('````\n```\ninner\n```\n````').match(/```/g)).toHaveLength(2);
  });

  it('writes tables in columns, pictures as links, tasks as boxes and rules as lines', () => {
    expect(plain('| Tea | Price |\n|---|---|\n| Green | 3 |\n| Oolong | 12 |')).toBe(
      'Tea    | Price\n------ | -----\nGreen  | 3\nOolong | 12',
    );
    expect(html('![A cup](https://tea.example/cup.png)')).toBe('<a href="https://tea.example/cup.png">A cup</a>');
    expect(plain('- [ ] brew\n- [x] drink')).toBe('☐ brew\n☑ drink');
    expect(plain('a\n\n---\n\nb<br>c')).toBe('a\n\n———\n\nb\nc');
  });

  it('closes every tag in order, whatever lies within what', () => {
    const nested = '> **bold *both* `code`** and [*link* **bold**](https://tea.example)\n>\n> - ~~gone **x**~~';
    const open: string[] = [];
    for (const [, slash, tag] of html(nested).matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (slash === '') open.push(tag!);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
    expect(html('# **all** bold')).toBe('<b>all bold</b>');
  });
});
