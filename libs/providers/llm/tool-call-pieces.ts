/**
 * Tool calls put together from the pieces of a stream: the first piece of a call has its id and name, later ones have more
 * of its arguments. Pieces of several calls may come mixed, told apart by their index; some servers give each call whole and
 * the same index, told apart by its id; some give no id at all.
 */
import { randomUUID } from 'node:crypto';
import type { LlmToolCall } from './llm.contract';

export interface ToolCallPiece {
  index?: number | undefined;
  id?: string | null | undefined;
  name?: string | null | undefined;
  arguments?: string | null | undefined;
}

interface Begun {
  index: number | undefined;
  id: string | undefined;
  name: string;
  arguments: string;
}

export class ToolCallPieces {
  private readonly begun: Begun[] = [];

  add({ index, id, name, arguments: text }: ToolCallPiece): void {
    const last = this.begun.findLast((one) => one.index === index);
    const isNext = last === undefined || (id ? last.id !== undefined && last.id !== id : index === undefined && !!name);
    const call = isNext ? this.begin(index) : last;
    if (id) call.id = id;
    if (name) call.name = name;
    call.arguments += text ?? '';
  }

  /** In the order in which they began. */
  calls(): LlmToolCall[] {
    return this.begun.map(({ id, name, arguments: text }) => ({
      id: id ?? `call_${randomUUID()}`,
      name,
      arguments: text,
    }));
  }

  private begin(index: number | undefined): Begun {
    const call = { index, id: undefined, name: '', arguments: '' };
    this.begun.push(call);
    return call;
  }
}

/** What a model wrote as arguments, as an object; empty when it wrote none, because providers refuse anything else. */
export function argumentsObjectOf({ arguments: text }: LlmToolCall): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    return {};
  }
}
