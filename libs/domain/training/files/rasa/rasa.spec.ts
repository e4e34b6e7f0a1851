import { withLiteralBrackets, withoutAnnotations } from './annotations';
import { readRasa } from './rasa-document';
import { readRasaInThread } from './read-in-thread';
import { beginningOf, formOf, RASA_HEAD, writtenExample, writtenResponse } from './written-rasa';

const NLU = `version: "3.1"
nlu:
- intent: greet
  examples: |
    - hey there
    - hello [Anna](name), how is [Berlin]{"entity": "city", "role": "home"}?

    - - dash
- intent: chitchat/ask_name
  examples:
  - text: |
      what is your name
    metadata:
      sentiment: neutral
  - text: "two\\nlines"
- synonym: credit
  examples: |
    - card
- regex: zip
  examples: |
    - \\d{5}
- lookup: banks
  examples: |
    - JPMC
stories:
- story: one
responses:
  utter_greet:
  - image: x.png
  - text: "Hello!"
  - text: "Hi!"
  utter_chitchat/ask_name:
  - text: I am Parley.
  utter_bye:
  - text: Bye!
  action_x:
  - custom: {}
`;

describe('training data of Rasa', () => {
  test('is read with its intents, their texts without annotations, and their answers', async () => {
    const expected = {
      intents: [
        {
          intent: 'greet',
          texts: ['hey there', 'hello Anna, how is Berlin?', '- dash'],
          lines: [5, 6, 8],
        },
        { intent: 'chitchat/ask_name', texts: ['what is your name', 'two\nlines'], lines: [11, 15] },
      ],
      answers: new Map([
        ['greet', 'Hello!'],
        ['chitchat/ask_name', 'I am Parley.'],
        ['bye', 'Bye!'],
      ]),
      warnings: [
        '1 × synonym: passed over.',
        '1 × regex: passed over.',
        '1 × lookup: passed over.',
        '1 × stories: passed over.',
        '1 × response without a text or an intent: passed over.',
        '1 × response for an intent without examples: passed over.',
      ],
      problems: [],
    };
    expect(readRasa(NLU)).toEqual(expected);
    expect(await readRasaInThread(NLU)).toMatchObject(expected);
  });

  test.each([
    ['nlu: 5', 1, 'nlu must be a list.'],
    ['- a', 1, 'The file must have nlu, as Rasa 3 has it.'],
    ['nlu:\n- x', 2, 'Each element of nlu must be a mapping with intent and examples.'],
    ['nlu:\n- examples: |\n    - a', 2, 'intent is required and must be a text.'],
    ['nlu:\n- intent: a', 2, 'examples is required and must be a text or a list.'],
    ['nlu:\n- intent: a\n  examples: |\n    - b\n    c', 5, "An example must begin with '- '."],
    ['nlu:\n- intent: a\n  examples:\n  - {x: y}', 4, 'An example must be a text, or have one.'],
    ['nlu:\n- intent: &a b\n  examples: *a', 3, 'Aliases (*name) cannot be read here.'],
    ['nlu: [', 1, expect.stringContaining('It is not YAML')],
    ['nlu: !!js/function x', 1, expect.stringContaining('It is not YAML')],
    ['nlu: a\n---\nnlu: b', 2, expect.stringContaining('It is not YAML')],
  ])('that is wrong is refused with its line: %j', (text, line, fault) => {
    expect(readRasa(text).problems[0]).toEqual({ line, fault });
  });

  test('has texts only, whatever they look like', () => {
    const text = 'nlu:\n- intent: yes\n  examples:\n  - 1.50\n  - null\n  - __proto__\n';
    expect(readRasa(text).intents).toEqual([{ intent: 'yes', texts: ['1.50', 'null', '__proto__'], lines: [4, 5, 6] }]);
  });

  test('that is hostile is refused, and takes neither the process nor its time', async () => {
    const bomb = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`).join('\n');
    const files = [
      `a0: &a0 [x]\n${bomb}\nnlu: *a30`,
      `nlu: ${'['.repeat(200_000)}`,
      `nlu: ${'- '.repeat(100_000)}`,
      `nlu:\n- intent: a\n  examples: ${'{a: '.repeat(50_000)}`,
    ];
    for (const file of files) expect((await readRasaInThread(file)).problems).not.toEqual([]);
    const slow = readRasaInThread(`nlu:\n${'- {}\n'.repeat(200_000)}`, { timeoutMs: 50, heapMb: 512 });
    expect((await slow).problems).toEqual([{ line: 1, fault: 'Reading the YAML takes too long.' }]);
    const hungry = readRasaInThread(`nlu:\n${'- {}\n'.repeat(1_000_000)}`, { timeoutMs: 60_000, heapMb: 64 });
    expect((await hungry).problems).toEqual([
      { line: 1, fault: 'Reading the YAML takes more memory than is allowed.' },
    ]);
  }, 120_000);
});

describe('annotations', () => {
  test.each([
    ['[a](b)', 'a'],
    ['to [New York](city:nyc) and [x]{"entity":"y"} or [z][{"entity":"a"},{"entity":"b"}]!', 'to New York and x or z!'],
    ['[[](bracket)x](y)', '[x](y)'],
    ['[]()', '[]()'],
    ['[a]()', '[a]()'],
    ['[a] (b)', '[a] (b)'],
    ['[a](b', '[a](b'],
    ['a](b)', 'a](b)'],
  ])('are left out: %s', (text, plain) => {
    expect(withoutAnnotations(text)).toBe(plain);
  });

  test('that are none stay as they are', () => {
    for (const text of ['[x](y)', '[[x](y)', '[a][{b}]', ']([x]{y}', 'no [brackets]', '[]([x](y))', '[[[x](y)](z)']) {
      expect(withoutAnnotations(withLiteralBrackets(text))).toBe(text);
    }
    expect(withLiteralBrackets('no [brackets]')).toBe('no [brackets]');
  });

  test('take time by the length of the text only', () => {
    expect(withoutAnnotations('['.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(withoutAnnotations('[a]('.repeat(500_000))).toHaveLength(2_000_000);
  });
});

describe('written for Rasa', () => {
  const AWKWARD = [
    'plain',
    '- dash',
    '# no comment',
    'a: b',
    '"quoted" \'it\'',
    '[x](y) and [z]{w}',
    '{a: [b',
    'two\nlines',
    'cr\rlf\r\n',
    ' blanks ',
    '\ttab\t',
    'nel\u0085ls\u2028ps\u2029bom\ufeff',
    'control \u0001 \u007f',
    '🦜 näïve 中文',
    '\\ back \\n',
    '%TAG',
    '---',
    '...',
    '*alias',
    '!tag',
    '|',
  ];

  test('any text comes back exactly, in a block or in a list', () => {
    for (const form of ['lines', 'list'] as const) {
      const texts = AWKWARD.filter((text) => form === 'list' || formOf(text) === 'lines');
      const file = RASA_HEAD + beginningOf('a', form) + texts.map((text) => writtenExample(text, form)).join('');
      const { intents, problems } = readRasa(file);
      expect(problems).toEqual([]);
      expect(intents[0]?.texts).toEqual(texts);
    }
  });

  test('any text that is made of what YAML and annotations are made of comes back exactly', () => {
    const pieces = [
      ...AWKWARD,
      ...'[](){}:,#&*!|>%@`"\'\\-?',
      ' ',
      '\n',
      '\r',
      '{"text":"a"}',
      '- intent: a',
      'utter_',
    ];
    for (let at = 0; at < 500; at++) {
      const text = Array.from(
        { length: 1 + (at % 7) },
        (_, step) => pieces[(at * 31 + step * (at + 17)) % pieces.length],
      );
      const form = formOf(text.join(''));
      const file = RASA_HEAD + beginningOf('a', form) + writtenExample(text.join(''), form);
      expect(readRasa(file).intents[0]?.texts).toEqual([text.join('')]);
    }
  });

  test('any name and answer comes back exactly', () => {
    const names = [...AWKWARD.filter((text) => text.trim() === text), 'true', 'No', '~', '1', '\u0001'.repeat(200)];
    for (const name of names) {
      const file = `${RASA_HEAD}${beginningOf(name, 'lines')}${writtenExample('x', 'lines')}\nresponses:\n${writtenResponse(name, ` ${name}\n`)}`;
      const { intents, answers, problems } = readRasa(file);
      expect(problems).toEqual([]);
      expect(intents[0]?.intent).toBe(name);
      expect([...answers]).toEqual([[name, ` ${name}\n`]]);
    }
  });

  test('a plain text stands on a line of its own, as people write it', () => {
    expect(beginningOf('ask/price', 'lines') + writtenExample("what's up: 5", 'lines')).toBe(
      "- intent: ask/price\n  examples: |\n    - what's up: 5\n",
    );
  });
});
