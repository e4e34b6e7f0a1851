import { Identity0000000000001 } from './0001-identity';
import { Bots0000000000002 } from './0002-bots';
import { Knowledge0000000000003 } from './0003-knowledge';
import { Documents0000000000004 } from './0004-documents';
import { Chats0000000000005 } from './0005-chats';
import { Outbox0000000000006 } from './0006-outbox';
import { DocumentIngestion0000000000007 } from './0007-document-ingestion';
import { AccountCare0000000000008 } from './0008-account-care';
import { Models0000000000009 } from './0009-models';
import { PassageVectors0000000000010 } from './0010-passage-vectors';
import { Questions0000000000011 } from './0011-questions';
import { NamesAndBotKeys0000000000012 } from './0012-names-and-bot-keys';
import { ChatsOfSeveralBots0000000000013 } from './0013-chats-of-several-bots';
import { Webhooks0000000000014 } from './0014-webhooks';
import { Artifacts0000000000015 } from './0015-artifacts';
import { HandOff0000000000016 } from './0016-hand-off';
import { Files0000000000017 } from './0017-files';
import { WidgetKeys0000000000018 } from './0018-widget-keys';
import { WebhooksListeningSince0000000000019 } from './0019-webhooks-listening-since';
import { Personalities0000000000020 } from './0020-personalities';
import { Training0000000000021 } from './0021-training';
import { Context0000000000022 } from './0022-context';
import { Plugins0000000000023 } from './0023-plugins';
import { Analytics0000000000024 } from './0024-analytics';
import { Learning0000000000025 } from './0025-learning';
import { Insights0000000000026 } from './0026-insights';
import { Integrations0000000000027 } from './0027-integrations';
import { Channels0000000000028 } from './0028-channels';
import { ConversationsOfChannels0000000000029 } from './0029-conversations-of-channels';
import { Agents0000000000030 } from './0030-agents';
import { Experiments0000000000031 } from './0031-experiments';
import { WebSources0000000000032 } from './0032-web-sources';
import { DocumentVersions0000000000033 } from './0033-document-versions';
import { Transfers0000000000034 } from './0034-transfers';
import { NearestIndexes0000000000035 } from './0035-nearest-indexes';
import { QuestionClassifiers0000000000036 } from './0036-question-classifiers';
import { TrainingComparisons0000000000037 } from './0037-training-comparisons';
import { Completions0000000000038 } from './0038-completions';
import { TeamLists0000000000039 } from './0039-team-lists';
import { People0000000000040 } from './0040-people';
import { IdempotentRequests0000000000041 } from './0041-idempotent-requests';
import { Budgets0000000000042 } from './0042-budgets';
import { TeamData0000000000043 } from './0043-team-data';
import { BotImports0000000000044 } from './0044-bot-imports';

/**
 * The one sequence of migrations, in order, for both databases. Tables of all domains stand in it because foreign keys
 * cross domains. A migration that has landed is never edited.
 */
export const MIGRATIONS = [
  Identity0000000000001,
  Bots0000000000002,
  Knowledge0000000000003,
  Documents0000000000004,
  Chats0000000000005,
  Outbox0000000000006,
  DocumentIngestion0000000000007,
  AccountCare0000000000008,
  Models0000000000009,
  PassageVectors0000000000010,
  Questions0000000000011,
  NamesAndBotKeys0000000000012,
  ChatsOfSeveralBots0000000000013,
  Webhooks0000000000014,
  Artifacts0000000000015,
  HandOff0000000000016,
  Files0000000000017,
  WidgetKeys0000000000018,
  WebhooksListeningSince0000000000019,
  Personalities0000000000020,
  Training0000000000021,
  Context0000000000022,
  Plugins0000000000023,
  Analytics0000000000024,
  Learning0000000000025,
  Insights0000000000026,
  Integrations0000000000027,
  Channels0000000000028,
  ConversationsOfChannels0000000000029,
  Agents0000000000030,
  Experiments0000000000031,
  WebSources0000000000032,
  DocumentVersions0000000000033,
  Transfers0000000000034,
  NearestIndexes0000000000035,
  QuestionClassifiers0000000000036,
  TrainingComparisons0000000000037,
  Completions0000000000038,
  TeamLists0000000000039,
  People0000000000040,
  IdempotentRequests0000000000041,
  Budgets0000000000042,
  TeamData0000000000043,
  BotImports0000000000044,
];
