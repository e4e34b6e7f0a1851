/**
 * Records that are clearly questions with their answers: one field is named as a question, one as an answer, in the
 * languages that such files usually speak. Few further fields are allowed, since a wide table with a "question" in it is a
 * table.
 */
import type { Cell, FaqBlock } from '../text-extraction.contract';

/** A field of a record with all its values. */
export interface Field {
  name: string;
  values: readonly string[];
}

type Part = 'question' | 'answer' | 'alternates' | 'key';

const NAMES: Readonly<Record<Part, string>> = {
  question:
    'question|questions|q|faq question|main question|frage|fragen|pregunta|preguntas|domanda|domande|pergunta|perguntas|vraag|pytanie|вопрос|质问|问题|問題|質問|질문|سؤال',
  answer:
    'answer|answers|a|faq answer|response|reply|antwort|antworten|respuesta|respuestas|réponse|réponses|reponse|risposta|risposte|resposta|respostas|antwoord|odpowiedź|ответ|答案|回答|答え|답변|جواب',
  alternates:
    'alternate|alternates|alternative|alternatives|alternate question|alternate questions|alternative question|alternative questions|alt question|alt questions|variant|variants|question variants|variation|variations|phrasing|phrasings|other phrasings|rephrasing|rephrasings|paraphrase|paraphrases|also asked as|other questions|similar questions|synonyms|utterance|utterances|varianten|alternativfragen|weitere fragen|variantes|varianti|別の質問|相似问题',
  key: 'id|nr|no|number|key|uuid|faq id|question id|#',
};
const PART_OF = new Map(
  Object.entries(NAMES).flatMap(([part, names]) => names.split('|').map((name) => [name, part as Part] as const)),
);
/** Beside question, answer and alternates; the French word for question is the English one. */
const MAX_OTHERS = 6;
const ALTERNATES_PARTED_BY = /\s*[\n|;]\s*/;

export function faqOfCells(cells: readonly Cell[]): FaqBlock | undefined {
  if (!cells.some(({ name }) => name !== undefined && partOf(name) === 'answer')) return undefined;
  return faqOfFields(cells.map(({ name = '', value }) => ({ name, values: [value] })));
}

/** Undefined when it is another record, or its question or answer is empty. */
export function faqOfFields(fields: readonly Field[]): FaqBlock | undefined {
  const valuesOf = (wanted: Part) =>
    fields.filter(({ name }) => partOf(name) === wanted).flatMap(({ values }) => values.filter(isFilled));
  const [question, ...furtherQuestions] = valuesOf('question');
  const answers = valuesOf('answer');
  if (question === undefined || answers.length === 0) return undefined;
  const others = fields.filter(({ name, values }) => partOf(name) === undefined && values.some(isFilled));
  if (others.length > MAX_OTHERS) return undefined;
  const alternates = valuesOf('alternates').flatMap((value) => value.split(ALTERNATES_PARTED_BY));
  const rest = others.map(({ name, values }) => [name, values.join(', ')].filter(isFilled).join(': ')).join('; ');
  const answer = [...answers, rest].filter(isFilled).join('\n\n');
  return { kind: 'faq', question, alternates: [...furtherQuestions, ...alternates].filter(isFilled), answer };
}

/** `alternateQuestion_2` is one of the alternates. */
function partOf(name: string): Part | undefined {
  if (name.length > 40) return undefined;
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.:?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const unnumbered = words.replace(/ ?\d+$/, '');
  // `a1` is a column of something else.
  return PART_OF.get(words) ?? (unnumbered.length > 1 ? PART_OF.get(unnumbered) : undefined);
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
