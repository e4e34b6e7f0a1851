import { readCsv } from './csv-rows';
import { joinedRows } from './joined-rows';
import { readJson } from './json-rows';

const values = (read: ReturnType<typeof readCsv>) => joinedRows(read).rows.map(({ value }) => value);

describe('questions from a table', () => {
  test('columns are known by many names, in any order, and others are left out', () => {
    const text =
      'Answer,Remark,Phrasing,Alternates,LLM-Reply,Name,Tags\nYes.,x,May I?,Am I allowed? | May one?,yes,may,a;b';
    expect(values(readCsv(text))).toEqual([
      {
        answer: 'Yes.',
        phrasings: ['May I?', 'Am I allowed?', 'May one?'],
        llmReply: true,
        name: 'may',
        tags: ['a', 'b'],
      },
    ]);
  });

  test.each([',', ';', '\t'])('columns may be parted by %j, cells be quoted and hold lines', (delimiter) => {
    const text = [`question${delimiter}answer`, `"A, or; b?"${delimiter}"One ""line""\nand another"`].join('\n');
    expect(values(readCsv(text))).toEqual([{ phrasings: ['A, or; b?'], answer: 'One "line"\nand another' }]);
  });

  test('rows of one name, or without names of one answer, are one question', () => {
    const text = `question,answer,name,tags
A?,x,,one
B?,y,b,
AA?,x,,two
BB?,,b,
AAA?,x,a,
`;
    expect(joinedRows(readCsv(text)).rows).toEqual([
      { row: 2, value: { phrasings: ['A?', 'AA?'], answer: 'x', tags: ['one', 'two'] } },
      { row: 3, value: { phrasings: ['B?', 'BB?'], answer: 'y', name: 'b' } },
      { row: 6, value: { phrasings: ['AAA?'], answer: 'x', name: 'a' } },
    ]);
  });

  test('a name with two answers is refused by its row', () => {
    const { unreadable } = joinedRows(readCsv('question,answer,name\nA?,x,a\nB?,y,a'));
    expect(unreadable).toEqual([{ row: 3, message: 'It has the name of row 2, but another answer.' }]);
  });

  test('what cannot be read stays as it is, for its field to refuse', () => {
    const text =
      'question,answer,llm_reply,metadata,related_prompts\nA?,a,maybe,{x,"[{""label"":""L"",""prompt"":""P""}]"';
    expect(values(readCsv(text))).toEqual([
      {
        phrasings: ['A?'],
        answer: 'a',
        llmReply: 'maybe',
        metadata: '{x',
        relatedPrompts: [{ label: 'L', prompt: 'P' }],
      },
    ]);
  });

  test('a table without the columns is refused', () => {
    expect(() => readCsv('question,text\nA?,a')).toThrow('must name a column answer');
    expect(() => readCsv('')).toThrow('must name a column question');
  });
});

describe('questions from lines of JSON', () => {
  test('each line is one, whatever its keys are called, and blank lines are none', () => {
    const text =
      '{"question":"A?","alternates":["B?"],"answer":"a","llmReply":false}\n\n{"phrasings":["C?"],"answer":"c"}\n';
    expect(joinedRows(readJson(text)).rows).toEqual([
      { row: 1, value: { phrasings: ['A?', 'B?'], answer: 'a', llmReply: false } },
      { row: 3, value: { phrasings: ['C?'], answer: 'c' } },
    ]);
  });

  test('a list of objects is read, too', () => {
    expect(values(readJson(' [{"question":"A?","answer":"a"}]'))).toEqual([{ phrasings: ['A?'], answer: 'a' }]);
  });

  test('lines that are no object are told by their number', () => {
    expect(readJson('{"question":"A?","answer":"a"}\n{"question":\n7').unreadable.map(({ row }) => row)).toEqual([
      2, 3,
    ]);
    expect(() => readJson('[{]')).toThrow('not valid JSON');
  });
});
