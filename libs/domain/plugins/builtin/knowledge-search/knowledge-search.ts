import type { ActiveBases, FoundPassage, PassageSearch } from '#domain/knowledge';
import { type BuiltIn, ToolFault } from '../builtin.types';
import { numberIn } from '../builtin-config';

const MAX_QUERY = 500;
/** Of a passage; five of them fit into what a model is given of a result. */
const MAX_PASSAGE = 2_000;
const MAX_RESULTS = 10;
const DEFAULT_RESULTS = 5;
/** What is less likely to answer only leads astray. */
const DEFAULT_MIN_SCORE = 0.3;

/** Lets the model look things up by itself, in the bases that its bot answers from. */
export function knowledgeSearch(bases: ActiveBases, search: PassageSearch): BuiltIn {
  return {
    name: 'knowledge-search',
    description: 'Lets the model search the knowledge bases of the chatbot by itself.',
    hooks: [],
    configOptions: [
      {
        name: 'maxResults',
        type: 'integer',
        required: false,
        default: DEFAULT_RESULTS,
        description: `Passages at most, 1 to ${MAX_RESULTS}.`,
      },
      {
        name: 'minScore',
        type: 'number',
        required: false,
        default: DEFAULT_MIN_SCORE,
        description: 'How likely (0 to 1) a passage must answer.',
      },
    ],
    async start(config) {
      const limit = Math.round(numberIn(config, 'maxResults', DEFAULT_RESULTS, [1, MAX_RESULTS]));
      const minScore = numberIn(config, 'minScore', DEFAULT_MIN_SCORE, [0, 1]);
      return {
        tools: [
          {
            name: 'search_knowledge',
            description:
              'Searches the knowledge base for passages that answer a question. Use it when what you were given does not ' +
              'answer the user, with a short question or key words.',
            parameters: {
              type: 'object',
              properties: { query: { type: 'string', minLength: 1, maxLength: MAX_QUERY } },
              required: ['query'],
            },
            async call({ query }, { turn: { teamId, botId } }) {
              if (typeof query !== 'string') throw new ToolFault('The query must be a text.');
              if (botId === null) throw new ToolFault('There is no knowledge base to search.');
              const active = await bases.of(teamId, botId);
              const baseIds = active.map(({ id }) => id);
              const found = await search.search({ baseIds, query: query.slice(0, MAX_QUERY), limit, minScore });
              return { passages: found.map(toldPassage) };
            },
          },
        ],
      };
    },
  };
}

function toldPassage({ title, section, body, score }: FoundPassage) {
  return {
    title,
    ...(section === null ? {} : { section }),
    text: body.slice(0, MAX_PASSAGE),
    score: Number(score.toFixed(2)),
  };
}
