import type { Provider } from '@nestjs/common';
import { AgentQueries } from './agents.queries';
import { SupportAgents } from './agents.service';
import { Assignment } from './assignment.service';
import { ConversationLock } from './conversation-lock.service';
import { EscalationQueries } from './escalations.queries';
import { Escalations } from './escalations.service';
import { HandOffQueries } from './hand-off.queries';
import { HandOff } from './hand-off.service';
import { LastWordsReader } from './last-words.service';
import { Orphans } from './orphans.service';
import { EscalationStatisticsReader } from './statistics.service';
import { TeamFeed } from './team-feed.service';
import { EscalationUpkeep } from './upkeep.service';

export const HAND_OFF: Provider[] = [
  AgentQueries,
  EscalationQueries,
  HandOffQueries,
  Assignment,
  LastWordsReader,
  HandOff,
  ConversationLock,
  Orphans,
  SupportAgents,
  Escalations,
  EscalationStatisticsReader,
  TeamFeed,
  EscalationUpkeep,
];
