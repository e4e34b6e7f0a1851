import type { Type } from '@nestjs/common';
import type { EventVocabulary } from '#domain/webhooks';
import type { Dialect } from '#infra/http';
import { assistant } from './assistant/assistant.dialect';
import { assistantEvents } from './assistant/assistant.events';
import { AssistantModule } from './assistant/assistant.module';
import { criabot } from './criabot/criabot.dialect';
import { CriabotModule } from './criabot/criabot.module';
import { RootPagesModule } from './criabot/root-pages.module';
import { manager } from './manager/manager.dialect';
import { managerEvents } from './manager/manager.events';
import { ManagerModule } from './manager/manager.module';
import { mcp } from './mcp/mcp.dialect';
import { McpModule } from './mcp/mcp.module';
import { openai } from './openai/openai.dialect';
import { OpenAiModule } from './openai/openai.module';
import { platform } from './platform/platform.dialect';
import { platformEvents } from './platform/platform.events';
import { PlatformModule } from './platform/platform.module';
import { support } from './support/support.dialect';
import { SupportModule } from './support/support.module';

export interface SpokenDialect {
  dialect: Dialect;
  /** Its controllers in this room; those of the main API stand in the domains. */
  modules: readonly Type[];
  /** What its webhooks may ask for; absent for a dialect without webhooks. */
  events?: EventVocabulary;
}

/** Every dialect that Parley speaks. One line and one folder each. */
export const DIALECTS: readonly SpokenDialect[] = [
  { dialect: platform, modules: [PlatformModule], events: platformEvents },
  { dialect: support, modules: [SupportModule] },
  { dialect: assistant, modules: [AssistantModule], events: assistantEvents },
  { dialect: manager, modules: [ManagerModule], events: managerEvents },
  { dialect: openai, modules: [OpenAiModule] },
  { dialect: mcp, modules: [McpModule] },
  { dialect: criabot, modules: [RootPagesModule, CriabotModule] },
];

export { criabot, platform };
