import { expectProportionalGrowth } from '../../libs/testing/growth';
import { markdownToHtml } from './markdown';

test.each([
  ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
  ['**bold** __too__ *it* _too_', '<p><strong>bold</strong> <strong>too</strong> <em>it</em> <em>too</em></p>'],
  ['snake_case_name 2 * 3 * 4 **', '<p>snake_case_name 2 * 3 * 4 **</p>'],
  ['## Title\ntext', '<p><strong>Title</strong></p><p>text</p>'],
  ['- one\n- two\n  more\n\n- three', '<ul><li>one</li><li>two<br>more</li><li>three</li></ul>'],
  ['3. three\n4) four\nafter', '<ol start="3"><li>three</li><li>four</li></ol><p>after</p>'],
  ['`a **b** <c>`', '<p><code>a **b** &lt;c&gt;</code></p>'],
  ['``a ` b``', '<p><code>a ` b</code></p>'],
  ['```js\n<b>**x**\n\n- y\n```\nafter', '<pre><code>&lt;b&gt;**x**\n\n- y</code></pre><p>after</p>'],
  ['```\nstill being written', '<pre><code>still being written</code></pre>'],
  ['[a *b*](https://x.example/_y_?a=1&b=2)', '<p><a href="https://x.example/_y_?a=1&amp;b=2">a <em>b</em></a></p>'],
  ['[mail](mailto:a@b.example)', '<p><a href="mailto:a@b.example">mail</a></p>'],
  [
    'See https://x.example/a_b_c, or (http://y.example).',
    '<p>See <a href="https://x.example/a_b_c">https://x.example/a_b_c</a>, or (<a href="http://y.example">http://y.example</a>).</p>',
  ],
  ['It is so [1].', '<p>It is so [1].</p>'],
])('%j becomes %s', (markdown, html) => {
  expect(markdownToHtml(markdown)).toBe(html);
});

test.each([
  ['[x](javascript:alert(1))'],
  ['[x](data:text/html,y)'],
  ['<a href="javascript:alert(1)">x</a>'],
  ['<img src=x onerror=alert(1)>'],
])('%j stays text', (markdown) => {
  expect(markdownToHtml(markdown)).not.toMatch(/<(?!\/?p>)/);
});

test('an address cannot leave its attribute', () => {
  const html = markdownToHtml('[x](https://x.example/"onmouseover="a) https://y.example/"onclick=\'z');
  expect(html.match(/<a [^>]*>/g)).toEqual([
    '<a href="https://x.example/&quot;onmouseover=&quot;a">',
    '<a href="https://y.example/">',
  ]);
});

test('the marks that stand for finished pieces cannot be written', () => {
  expect(markdownToHtml('\uE0000\uE000 `a` \uE0005\uE000')).toBe('<p>0 <code>a</code> 5</p>');
});

test.each(['**', '*a', '[', '[a](', '`', '_a', '- \n', 'https://', '```\n', '# '])(
  'takes time in proportion to the length of a text of %j',
  async (piece) => {
    await expectProportionalGrowth((count) => markdownToHtml(piece.repeat(count)), 2_000);
  },
);
