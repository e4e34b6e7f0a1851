import { describeTextExtractor } from '../text-extractor.contract-suite';
import { csvExtractor } from './csv.adapter';
import { htmlExtractor } from './html.adapter';
import { jsonExtractor } from './json.adapter';
import { markdownExtractor } from './markdown.adapter';
import { plainTextExtractor } from './plain-text.adapter';

describeTextExtractor(plainTextExtractor, {
  readable: 'Käse\n\nBrot\n\n',
  hostile: ['x', '\n', ' ', 'x\n\n', '\t', 'Q: x\n\n', 'Q: x\nA: y\n\n'],
});

describeTextExtractor(markdownExtractor, {
  readable: '# Käse\n\n*Brot*\n\n',
  hostile: [
    '*',
    '*a_ ',
    '[',
    '[a](',
    '![',
    '`',
    '```\n',
    '> ',
    '- ',
    '\n- a\n  ',
    '1. ',
    '#',
    '# a\n',
    '|',
    '| a | b |\n',
    '|-|-|\n',
    '<',
    '<!--',
    '<a ',
    '\\',
    '[a]: b\n',
    '~~',
    '    a\n',
    '\t',
    '* * *\n',
    '_a',
    '&',
    '---\n',
    '><',
    '- - ',
    '<div>\n\n',
    'a\n=\n',
    '[a]: <b\n',
    '[\n',
    "[a]: b '\n",
    '  - a\n',
    '# a?\n\nb\n\n',
    '+\n',
    '</',
    '<a\n',
  ],
});

describeTextExtractor(htmlExtractor, {
  readable: '<p>Käse</p><p>Brot</p>',
  hostile: [
    '<div>',
    '</div>',
    '<p>',
    '<b>',
    '<table><td>',
    '<',
    '<a b="',
    '<!--',
    '&',
    '&amp',
    '<br>',
    '<li>',
    '<td>',
    '<p></b>',
    '<script>',
    '<svg><title>',
    '<a href="https://x.example">b',
    '<nav class="cookie">',
  ],
});

describeTextExtractor(jsonExtractor, {
  readable: '[{"a": "Käse"}, {"a": "Brot"}]\n',
  hostile: ['[', '{"a":', '[{"a":1},', '"', '1\n', '{"a":[]}\n', '\\'],
});

describeTextExtractor(csvExtractor, {
  readable: 'name;price\nKäse;3\nBrot;2\n',
  hostile: [',', '"', '","', 'a,b\n', '\n', 'x', '"a', ';"\n'],
});
