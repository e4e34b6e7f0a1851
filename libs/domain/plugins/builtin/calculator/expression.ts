/**
 * Arithmetic of people and models. An expression is parsed with mathjs and is evaluated only if it has nothing but numbers,
 * operators, and the functions and constants named here: no assignments, no functions of its own, no lists, no properties. So
 * evaluating takes as many steps as it has parts, and nothing outside of it can be reached.
 */
import type { MathNode } from 'mathjs';
import { ToolFault } from '../builtin.types';

export const MAX_EXPRESSION = 500;
/** As many digits as doubles are good for: 0.1 + 0.2 is 0.3. */
const DIGITS = 14;

const FUNCTIONS = new Set(
  (
    'abs ceil floor round fix sign sqrt cbrt square cube exp expm1 log log2 log10 log1p pow nthRoot mod min max gcd lcm hypot ' +
    'factorial sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh'
  ).split(' '),
);
const CONSTANTS = new Set(['pi', 'e', 'tau', 'phi', 'PI', 'E']);
const OPERATORS = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'mod',
  'pow',
  'unaryMinus',
  'unaryPlus',
  'factorial',
]);

interface Arithmetic {
  parse(expression: string): MathNode;
  format(value: number, digits: number): string;
}

let arithmetic: Promise<Arithmetic> | undefined;

/** Half a second of loading, which only who calculates should pay. */
function load(): Promise<Arithmetic> {
  arithmetic ??= import('mathjs/number').then(({ all, create }) => create(all!) as unknown as Arithmetic);
  return arithmetic;
}

/** @throws ToolFault in words for a model */
export async function evaluate(expression: string): Promise<number> {
  if (expression.length > MAX_EXPRESSION)
    throw new ToolFault(`An expression has at most ${MAX_EXPRESSION} characters.`);
  const { parse, format } = await load();
  const value = evaluated(expression, parse);
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new ToolFault('The expression has no result that is a number.');
  if (!Number.isFinite(value)) throw new ToolFault('The result is infinite, or too large.');
  return Number(format(value, DIGITS));
}

function evaluated(expression: string, parse: Arithmetic['parse']): unknown {
  try {
    const node = parse(expression);
    requireArithmetic(node);
    return node.evaluate({});
  } catch (error) {
    if (error instanceof ToolFault) throw error;
    throw new ToolFault(`The expression is not understood: ${String((error as Error).message).slice(0, 200)}`);
  }
}

function requireArithmetic(root: MathNode): void {
  root.traverse((node, path, parent) => {
    const isName = node.type === 'SymbolNode' && parent?.type === 'FunctionNode' && path === 'fn';
    if (!isName && !isArithmetic(node)) throw new ToolFault(`Only arithmetic is calculated, not "${shown(node)}".`);
  });
}

function isArithmetic(node: MathNode): boolean {
  const { type, name, fn } = node as unknown as { type: string; name?: string; fn?: unknown };
  switch (type) {
    case 'ConstantNode':
      return typeof (node as unknown as { value: unknown }).value === 'number';
    case 'ParenthesisNode':
      return true;
    case 'OperatorNode':
      return OPERATORS.has(String(fn));
    case 'SymbolNode':
      return CONSTANTS.has(name ?? '');
    case 'FunctionNode':
      return (fn as MathNode).type === 'SymbolNode' && FUNCTIONS.has(name ?? '');
    default:
      return false;
  }
}

function shown(node: MathNode): string {
  return node.toString().slice(0, 50);
}
