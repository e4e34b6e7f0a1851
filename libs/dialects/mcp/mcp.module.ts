import { Module } from '@nestjs/common';
import { BotsModule, PersonalitiesModule } from '#domain/bots';
import { ChatsModule } from '#domain/chats';
import { DocumentsModule } from '#domain/documents';
import { KnowledgeModule } from '#domain/knowledge';
import { KnownBots } from './access/known-bots';
import { McpController } from './mcp.controller';
import { PersonalityPrompts } from './prompts/personality-prompts.service';
import { McpEndpoint } from './protocol/mcp-endpoint.service';
import { McpServers } from './protocol/mcp-servers';
import { ConversationResources } from './resources/conversation-resources.service';
import { DocumentResources } from './resources/document-resources.service';
import { TeamResources } from './resources/team-resources.service';
import { AddDocumentTool } from './tools/add-document.tool';
import { AskBotTool } from './tools/ask-bot.tool';
import { GetDocumentStatusTool } from './tools/get-document-status.tool';
import { ListBotsTool } from './tools/list-bots.tool';
import { RateAnswerTool } from './tools/rate-answer.tool';
import { SearchKnowledgeTool } from './tools/search-knowledge.tool';
import { TeamTools } from './tools/team-tools.service';

@Module({
  imports: [BotsModule, PersonalitiesModule, ChatsModule, DocumentsModule, KnowledgeModule],
  controllers: [McpController],
  providers: [
    KnownBots,
    ListBotsTool,
    AskBotTool,
    SearchKnowledgeTool,
    AddDocumentTool,
    GetDocumentStatusTool,
    RateAnswerTool,
    TeamTools,
    DocumentResources,
    ConversationResources,
    TeamResources,
    PersonalityPrompts,
    McpServers,
    McpEndpoint,
  ],
})
export class McpModule {}
