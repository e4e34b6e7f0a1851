import type { CallToolResult, Tool } from '@modelcontextprotocol/server';
import { Injectable } from '@nestjs/common';
import { InputPipe, jsonSchemaOf } from '#infra/http';
import { LogContext } from '#infra/logging';
import { hasScope } from '#kernel';
import type { Caller } from '../protocol/caller';
import { internalMessage, toldFailure } from '../protocol/failures';
import type { Library } from '../protocol/mcp-library';
import type { Progress } from '../protocol/progress';
import { AddDocumentTool } from './add-document.tool';
import { AskBotTool } from './ask-bot.tool';
import { GetDocumentStatusTool } from './get-document-status.tool';
import { ListBotsTool } from './list-bots.tool';
import type { McpTool } from './mcp-tool';
import { RateAnswerTool } from './rate-answer.tool';
import { SearchKnowledgeTool } from './search-knowledge.tool';

interface Offered {
  tool: McpTool;
  described: Tool;
}

export interface ToolCall {
  name: string;
  args: Record<string, unknown>;
  progress: Progress | undefined;
}

/** The tools, as far as the scopes of a key go. */
@Injectable()
export class TeamTools {
  private readonly offered: ReadonlyMap<string, Offered>;

  constructor(
    private readonly inputs: InputPipe,
    listBots: ListBotsTool,
    askBot: AskBotTool,
    searchKnowledge: SearchKnowledgeTool,
    addDocument: AddDocumentTool,
    getDocumentStatus: GetDocumentStatusTool,
    rateAnswer: RateAnswerTool,
  ) {
    const tools: McpTool[] = [listBots, askBot, searchKnowledge, addDocument, getDocumentStatus, rateAnswer];
    this.offered = new Map(tools.map((tool) => [tool.name, { tool, described: describe(tool) }]));
  }

  list({ actor }: Caller): Tool[] {
    const known = [...this.offered.values()].filter(({ tool }) => hasScope(actor, tool.scope));
    return known.map(({ described }) => described);
  }

  outputSchemaOf(name: string): Tool['outputSchema'] {
    return this.offered.get(name)?.described.outputSchema;
  }

  /** @throws ProtocolError for a tool that the caller is not offered, and for what goes wrong on our side */
  async call(library: Library, caller: Caller, { name, args, progress }: ToolCall): Promise<CallToolResult> {
    const { tool } = this.require(library, caller, name);
    LogContext.add({ tool: tool.name });
    try {
      const input = this.inputs.transform<object>(args, { type: 'body', metatype: tool.input });
      const { text, output } = await tool.call(caller, input, progress);
      return { content: [{ type: 'text', text }], structuredContent: { ...output } };
    } catch (error) {
      const told = toldFailure(error, caller, name);
      if (told !== undefined) return { content: [{ type: 'text', text: told }], isError: true };
      throw new library.ProtocolError(library.ProtocolErrorCode.InternalError, internalMessage(caller));
    }
  }

  private require(library: Library, { actor }: Caller, name: string): Offered {
    const offered = this.offered.get(name);
    const { ProtocolError, ProtocolErrorCode } = library;
    if (!offered) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}`);
    const { scope } = offered.tool;
    if (hasScope(actor, scope)) return offered;
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `Unknown tool: ${name}. The key of this client lacks the scope ${scope}.`,
    );
  }
}

function describe({ name, title, description, hints, input, output }: McpTool): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...jsonSchemaOf(input), additionalProperties: false },
    outputSchema: jsonSchemaOf(output),
    annotations: { title, openWorldHint: false, ...hints },
  } as Tool;
}
