import { Injectable } from '@nestjs/common';
import { productVersion } from '#infra/http';
import { PersonalityPrompts } from '../prompts/personality-prompts.service';
import { TeamResources } from '../resources/team-resources.service';
import { TeamTools } from '../tools/team-tools.service';
import type { Caller } from './caller';
import { protocolFailure } from './failures';
import type { Library, Server } from './mcp-library';
import { progressOf } from './progress';

const INSTRUCTIONS = `Parley answers from a team's documents. list_bots tells which bots there are; ask_bot has one of them answer, with its sources;
search_knowledge gives the passages themselves. Go on with a conversation by its conversation_id. Documents and past
conversations are resources; the manners of the bots are prompts.`;

/** Servers of the protocol, one for each message: what it offers is what its sender may do. */
@Injectable()
export class McpServers {
  constructor(
    private readonly tools: TeamTools,
    private readonly resources: TeamResources,
    private readonly prompts: PersonalityPrompts,
  ) {}

  create(library: Library, caller: Caller): Server {
    const server = new library.Server(
      { name: 'parley', title: 'Parley', version: productVersion() },
      // Nothing is logged to clients: older ones set a level as soon as they can, and want to hear that it was taken.
      { capabilities: { tools: {}, resources: {}, prompts: {}, logging: {} }, instructions: INSTRUCTIONS },
    );
    this.offerTools(library, server, caller);
    this.offerResources(library, server, caller);
    this.offerPrompts(library, server, caller);
    return server;
  }

  private offerTools(library: Library, server: Server, caller: Caller): void {
    server.setRequestHandler('tools/list', () => ({ tools: this.tools.list(caller) }));
    server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
      const { name, arguments: args = {} } = params;
      const result = await this.tools.call(library, caller, { name, args, progress: progressOf(mcpReq) });
      return server.projectCallToolResult(result, this.tools.outputSchemaOf(name));
    });
  }

  private offerResources(library: Library, server: Server, caller: Caller): void {
    server.setRequestHandler('resources/list', ({ params }) =>
      worded(library, caller, 'resources/list', () => this.resources.list(library, caller, params?.cursor)),
    );
    server.setRequestHandler('resources/templates/list', () => ({
      resourceTemplates: this.resources.templates(caller),
    }));
    server.setRequestHandler('resources/read', ({ params }) =>
      worded(library, caller, 'resources/read', () => this.resources.read(library, caller, params.uri)),
    );
  }

  private offerPrompts(library: Library, server: Server, caller: Caller): void {
    server.setRequestHandler('prompts/list', ({ params }) =>
      worded(library, caller, 'prompts/list', () => this.prompts.list(library, caller, params?.cursor)),
    );
    server.setRequestHandler('prompts/get', ({ params }) =>
      worded(library, caller, 'prompts/get', () => this.prompts.get(library, caller, params)),
    );
  }
}

async function worded<Result>(
  library: Library,
  caller: Caller,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw protocolFailure(library, error, caller, what);
  }
}
