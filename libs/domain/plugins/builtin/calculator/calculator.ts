import { type BuiltIn, ToolFault } from '../builtin.types';
import { evaluate, MAX_EXPRESSION } from './expression';

export const calculator: BuiltIn = {
  name: 'calculator',
  description: 'Lets the model calculate: arithmetic, powers, roots, logarithms, percentages and trigonometry.',
  hooks: [],
  configOptions: [],
  async start() {
    return {
      tools: [
        {
          name: 'calculate',
          description:
            'Calculates an arithmetic expression exactly, e.g. "(17.5 - 3) * 4", "15% * 80" or "sqrt(2)". Use it for every ' +
            'calculation instead of calculating yourself.',
          parameters: {
            type: 'object',
            properties: { expression: { type: 'string', minLength: 1, maxLength: MAX_EXPRESSION } },
            required: ['expression'],
          },
          async call({ expression }) {
            if (typeof expression !== 'string') throw new ToolFault('The expression must be a text.');
            return { expression, result: await evaluate(expression) };
          },
        },
      ],
    };
  },
};
