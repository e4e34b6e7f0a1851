/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Call, ListCall } from '../calls';
import type { Operations } from '../operations';
import type { operations } from './platform.types';

export interface PlatformOperations {
  /** Register a user: `POST /api/v1/auth/register` */
  registerUser: Call<operations['registerUser']>;
  /** Log in: `POST /api/v1/auth/login` */
  logIn: Call<operations['logIn']>;
  /** Refresh a login: `POST /api/v1/auth/refresh-token` */
  refreshLogin: Call<operations['refreshLogin']>;
  /** Log out: `POST /api/v1/auth/logout` */
  logOut: Call<operations['logOut']>;
  /** Show the current user: `GET /api/v1/auth/me` */
  showCurrentUser: Call<operations['showCurrentUser']>;
  /** Update the current user: `PUT /api/v1/auth/me` */
  updateCurrentUser: Call<operations['updateCurrentUser']>;
  /** Request a password reset: `POST /api/v1/auth/password-reset-request` */
  requestPasswordReset: Call<operations['requestPasswordReset']>;
  /** Reset a password: `POST /api/v1/auth/password-reset` */
  resetPassword: Call<operations['resetPassword']>;
  /** Create an API key: `POST /api/v1/auth/api-key` */
  createAPIKey: Call<operations['createAPIKey']>;
  /** List API keys: `GET /api/v1/auth/api-keys` */
  listAPIKeys: ListCall<operations['listAPIKeys'], 'data'>;
  /** Update an API key: `PUT /api/v1/auth/api-keys/{id}` */
  updateAPIKey: Call<operations['updateAPIKey']>;
  /** Revoke an API key: `DELETE /api/v1/auth/api-keys/{id}` */
  revokeAPIKey: Call<operations['revokeAPIKey']>;
  /** Rotate an API key: `POST /api/v1/auth/api-key/{id}/rotate` */
  rotateAPIKey: Call<operations['rotateAPIKey']>;
  /** Show the team: `GET /api/v1/team` */
  showTeam: Call<operations['showTeam']>;
  /** Update the team: `PUT /api/v1/team` */
  updateTeam: Call<operations['updateTeam']>;
  /** Delete the team: `DELETE /api/v1/team` */
  deleteTeam: Call<operations['deleteTeam']>;
  /** List the people of the team: `GET /api/v1/team/members` */
  listPeopleOfTeam: ListCall<operations['listPeopleOfTeam'], 'data'>;
  /** Change the role of a person: `PUT /api/v1/team/members/{id}` */
  changeRoleOfPerson: Call<operations['changeRoleOfPerson']>;
  /** Remove a person from the team: `DELETE /api/v1/team/members/{id}` */
  removePersonFromTeam: Call<operations['removePersonFromTeam']>;
  /** Invite a person: `POST /api/v1/team/invitations` */
  invitePerson: Call<operations['invitePerson']>;
  /** List invitations: `GET /api/v1/team/invitations` */
  listInvitations: ListCall<operations['listInvitations'], 'data'>;
  /** Send an invitation again: `POST /api/v1/team/invitations/{id}/resend` */
  sendInvitationAgain: Call<operations['sendInvitationAgain']>;
  /** Withdraw an invitation: `DELETE /api/v1/team/invitations/{id}` */
  withdrawInvitation: Call<operations['withdrawInvitation']>;
  /** Accept an invitation: `POST /api/v1/auth/invitations/accept` */
  acceptInvitation: Call<operations['acceptInvitation']>;
  /** List users: `GET /api/v1/admin/users` */
  listUsers: ListCall<operations['listUsers'], 'data'>;
  /** Show a user: `GET /api/v1/admin/users/{id}` */
  showUser: Call<operations['showUser']>;
  /** Update a user: `PUT /api/v1/admin/users/{id}` */
  updateUser: Call<operations['updateUser']>;
  /** Delete a user: `DELETE /api/v1/admin/users/{id}` */
  deleteUser: Call<operations['deleteUser']>;
  /** Show the team's audit log: `GET /api/v1/team/audit-log` */
  showTeamsAuditLog: ListCall<operations['showTeamsAuditLog'], 'data'>;
  /** Show the audit log of all teams: `GET /api/v1/admin/audit-log` */
  showAuditLogOfAllTeams: ListCall<operations['showAuditLogOfAllTeams'], 'data'>;
  /** List budgets: `GET /api/v1/team/budgets` */
  listBudgets: Call<operations['listBudgets']>;
  /** Set a budget: `PUT /api/v1/team/budgets` */
  setBudget: Call<operations['setBudget']>;
  /** Delete a budget: `DELETE /api/v1/team/budgets/{id}` */
  deleteBudget: Call<operations['deleteBudget']>;
  /** Get the use of budgets: `GET /api/v1/team/usage` */
  getUseOfBudgets: Call<operations['getUseOfBudgets']>;
  /** Export the team: `POST /api/v1/team/exports` */
  exportTeam: Call<operations['exportTeam']>;
  /** List exports of the team: `GET /api/v1/team/exports` */
  listExportsOfTeam: ListCall<operations['listExportsOfTeam'], 'data'>;
  /** Show an export of the team: `GET /api/v1/team/exports/{id}` */
  showExportOfTeam: Call<operations['showExportOfTeam']>;
  /** Delete an export of the team: `DELETE /api/v1/team/exports/{id}` */
  deleteExportOfTeam: Call<operations['deleteExportOfTeam']>;
  /** Download an export of the team: `GET /api/v1/team/exports/{id}/download` */
  downloadExportOfTeam: Call<operations['downloadExportOfTeam']>;
  /** Count what the team owns: `GET /api/v1/team/contents` */
  countWhatTeamOwns: Call<operations['countWhatTeamOwns']>;
  /** Show how long the team keeps its data: `GET /api/v1/team/retention` */
  showHowLongTeamKeepsItsData: Call<operations['showHowLongTeamKeepsItsData']>;
  /** Change how long the team keeps its data: `PUT /api/v1/team/retention` */
  changeHowLongTeamKeepsItsData: Call<operations['changeHowLongTeamKeepsItsData']>;
  /** List models: `GET /api/v1/models` */
  listModels: ListCall<operations['listModels'], 'data'>;
  /** Register a model: `POST /api/v1/models` */
  registerModel: Call<operations['registerModel']>;
  /** Get a model: `GET /api/v1/models/{id}` */
  getModel: Call<operations['getModel']>;
  /** Update a model: `PUT /api/v1/models/{id}` */
  updateModel: Call<operations['updateModel']>;
  /** Change fields of a model: `PATCH /api/v1/models/{id}` */
  changeFieldsOfModel: Call<operations['changeFieldsOfModel']>;
  /** Delete a model: `DELETE /api/v1/models/{id}` */
  deleteModel: Call<operations['deleteModel']>;
  /** Test a model: `POST /api/v1/models/{id}/test` */
  testModel: Call<operations['testModel']>;
  /** Export a chatbot: `GET /api/v1/chatbots/{id}/export` */
  exportChatbot: Call<operations['exportChatbot']>;
  /** Import a chatbot: `POST /api/v1/chatbots/import` */
  importChatbot: Call<operations['importChatbot']>;
  /** List imports of chatbots: `GET /api/v1/chatbots/imports` */
  listImportsOfChatbots: ListCall<operations['listImportsOfChatbots'], 'data'>;
  /** Get an import of a chatbot: `GET /api/v1/chatbots/imports/{importId}` */
  getImportOfChatbot: Call<operations['getImportOfChatbot']>;
  /** List chatbots: `GET /api/v1/chatbots` */
  listChatbots: ListCall<operations['listChatbots'], 'data'>;
  /** Create a chatbot: `POST /api/v1/chatbots` */
  createChatbot: Call<operations['createChatbot']>;
  /** Get a chatbot: `GET /api/v1/chatbots/{id}` */
  getChatbot: Call<operations['getChatbot']>;
  /** Update a chatbot: `PUT /api/v1/chatbots/{id}` */
  updateChatbot: Call<operations['updateChatbot']>;
  /** Delete a chatbot: `DELETE /api/v1/chatbots/{id}` */
  deleteChatbot: Call<operations['deleteChatbot']>;
  /** List personalities: `GET /api/v1/chatbots/{chatbotId}/personalities` */
  listPersonalities: ListCall<operations['listPersonalities'], 'data'>;
  /** Create a personality: `POST /api/v1/chatbots/{chatbotId}/personalities` */
  createPersonality: Call<operations['createPersonality']>;
  /** Create the default personality: `POST /api/v1/chatbots/{chatbotId}/personalities/default` */
  createDefaultPersonality: Call<operations['createDefaultPersonality']>;
  /** Get a personality: `GET /api/v1/personalities/{id}` */
  getPersonality: Call<operations['getPersonality']>;
  /** Update a personality: `PUT /api/v1/personalities/{id}` */
  updatePersonality: Call<operations['updatePersonality']>;
  /** Delete a personality: `DELETE /api/v1/personalities/{id}` */
  deletePersonality: Call<operations['deletePersonality']>;
  /** Make a personality the default: `POST /api/v1/personalities/{id}/default` */
  makePersonalityDefault: Call<operations['makePersonalityDefault']>;
  /** Get the prompt modifier of a personality: `GET /api/v1/personalities/{id}/prompt-modifier` */
  getPromptModifierOfPersonality: Call<operations['getPromptModifierOfPersonality']>;
  /** Send a message to the chatbot: `POST /api/v1/chatbots/{id}/conversation` */
  sendMessageToChatbot: Call<operations['sendMessageToChatbot']>;
  /** Get conversation history: `GET /api/v1/chatbots/{id}/conversation/history` */
  getConversationHistory: ListCall<operations['getConversationHistory'], 'data'>;
  /** Rate a response: `POST /api/v1/chatbots/{id}/response-rating` */
  rateResponse: Call<operations['rateResponse']>;
  /** List conversations: `GET /api/v1/chatbots/{chatbotId}/conversations` */
  listConversations: ListCall<operations['listConversations'], 'data'>;
  /** Get a conversation: `GET /api/v1/chatbots/{chatbotId}/conversations/{conversationId}` */
  getConversation: Call<operations['getConversation']>;
  /** Delete a conversation: `DELETE /api/v1/chatbots/{chatbotId}/conversations/{conversationId}` */
  deleteConversation: Call<operations['deleteConversation']>;
  /** List the messages of a conversation: `GET /api/v1/chatbots/{chatbotId}/conversations/{conversationId}/messages` */
  listMessagesOfConversation: ListCall<operations['listMessagesOfConversation'], 'data'>;
  /** List support agents: `GET /api/v1/escalations/agents` */
  listSupportAgents: Call<operations['listSupportAgents']>;
  /** Set a support agent: `PUT /api/v1/escalations/agents/{userId}` */
  setSupportAgent: Call<operations['setSupportAgent']>;
  /** Remove a support agent: `DELETE /api/v1/escalations/agents/{userId}` */
  removeSupportAgent: Call<operations['removeSupportAgent']>;
  /** List escalations: `GET /api/v1/escalations` */
  listEscalations: ListCall<operations['listEscalations'], 'data'>;
  /** Ask for a person: `POST /api/v1/escalations` */
  askForPerson: Call<operations['askForPerson']>;
  /** Get statistics of escalations: `GET /api/v1/escalations/statistics` */
  getStatisticsOfEscalations: Call<operations['getStatisticsOfEscalations']>;
  /** Get an escalation: `GET /api/v1/escalations/{id}` */
  getEscalation: Call<operations['getEscalation']>;
  /** Accept an escalation: `POST /api/v1/escalations/{id}/accept` */
  acceptEscalation: Call<operations['acceptEscalation']>;
  /** Reply as a person: `POST /api/v1/escalations/{id}/messages` */
  replyAsPerson: Call<operations['replyAsPerson']>;
  /** Transfer an escalation: `POST /api/v1/escalations/{id}/transfer` */
  transferEscalation: Call<operations['transferEscalation']>;
  /** Assign an escalation: `POST /api/v1/escalations/{id}/assign` */
  assignEscalation: Call<operations['assignEscalation']>;
  /** Return an escalation: `POST /api/v1/escalations/{id}/return` */
  returnEscalation: Call<operations['returnEscalation']>;
  /** Resolve an escalation: `POST /api/v1/escalations/{id}/resolve` */
  resolveEscalation: Call<operations['resolveEscalation']>;
  /** List channels of a chatbot: `GET /api/v1/chatbots/{chatbotId}/channels` */
  listChannelsOfChatbot: ListCall<operations['listChannelsOfChatbot'], 'data'>;
  /** Create a channel: `POST /api/v1/chatbots/{chatbotId}/channels` */
  createChannel: Call<operations['createChannel']>;
  /** Get a channel: `GET /api/v1/channels/{id}` */
  getChannel: Call<operations['getChannel']>;
  /** Update a channel: `PATCH /api/v1/channels/{id}` */
  updateChannel: Call<operations['updateChannel']>;
  /** Delete a channel: `DELETE /api/v1/channels/{id}` */
  deleteChannel: Call<operations['deleteChannel']>;
  /** Reconnect a channel: `POST /api/v1/channels/{id}/reconnect` */
  reconnectChannel: Call<operations['reconnectChannel']>;
  /** List deliveries of a channel: `GET /api/v1/channels/{id}/deliveries` */
  listDeliveriesOfChannel: ListCall<operations['listDeliveriesOfChannel'], 'data'>;
  /** Retry a delivery: `POST /api/v1/channels/{id}/deliveries/{deliveryId}/retry` */
  retryDelivery: Call<operations['retryDelivery']>;
  /** List knowledge bases: `GET /api/v1/chatbots/{chatbotId}/knowledge-bases` */
  listKnowledgeBases: ListCall<operations['listKnowledgeBases'], 'data'>;
  /** Create a knowledge base: `POST /api/v1/chatbots/{chatbotId}/knowledge-bases` */
  createKnowledgeBase: Call<operations['createKnowledgeBase']>;
  /** Get a knowledge base: `GET /api/v1/knowledge-bases/{id}` */
  getKnowledgeBase: Call<operations['getKnowledgeBase']>;
  /** Update a knowledge base: `PUT /api/v1/knowledge-bases/{id}` */
  updateKnowledgeBase: Call<operations['updateKnowledgeBase']>;
  /** Delete a knowledge base: `DELETE /api/v1/knowledge-bases/{id}` */
  deleteKnowledgeBase: Call<operations['deleteKnowledgeBase']>;
  /** Search a knowledge base: `GET /api/v1/knowledge-bases/{id}/search` */
  searchKnowledgeBase: Call<operations['searchKnowledgeBase']>;
  /** Search a knowledge base by a body: `POST /api/v1/knowledge-bases/{id}/search` */
  searchKnowledgeBaseByBody: Call<operations['searchKnowledgeBaseByBody']>;
  /** List items: `GET /api/v1/knowledge-bases/{id}/items` */
  listItems: ListCall<operations['listItems'], 'data'>;
  /** Add an item: `POST /api/v1/knowledge-bases/{id}/items` */
  addItem: Call<operations['addItem']>;
  /** Get an item: `GET /api/v1/knowledge-bases/{id}/items/{itemId}` */
  getItem: Call<operations['getItem']>;
  /** Update an item: `PUT /api/v1/knowledge-bases/{id}/items/{itemId}` */
  updateItem: Call<operations['updateItem']>;
  /** Delete an item: `DELETE /api/v1/knowledge-bases/{id}/items/{itemId}` */
  deleteItem: Call<operations['deleteItem']>;
  /** Add a document: `POST /api/v1/chatbots/{chatbotId}/documents` */
  addDocument: Call<operations['addDocument']>;
  /** List documents: `GET /api/v1/chatbots/{chatbotId}/documents` */
  listDocuments: ListCall<operations['listDocuments'], 'data'>;
  /** Get a document: `GET /api/v1/chatbots/{chatbotId}/documents/{id}` */
  getDocument: Call<operations['getDocument']>;
  /** Delete a document: `DELETE /api/v1/chatbots/{chatbotId}/documents/{id}` */
  deleteDocument: Call<operations['deleteDocument']>;
  /** Download the file of a document: `GET /api/v1/chatbots/{chatbotId}/documents/{id}/file` */
  downloadFileOfDocument: Call<operations['downloadFileOfDocument']>;
  /** Replace the content of a document: `PUT /api/v1/chatbots/{chatbotId}/documents/{id}/content` */
  replaceContentOfDocument: Call<operations['replaceContentOfDocument']>;
  /** Cancel the indexing of a document: `POST /api/v1/chatbots/{chatbotId}/documents/{id}/cancel` */
  cancelIndexingOfDocument: Call<operations['cancelIndexingOfDocument']>;
  /** Retry the indexing of a document: `POST /api/v1/chatbots/{chatbotId}/documents/{id}/retry` */
  retryIndexingOfDocument: Call<operations['retryIndexingOfDocument']>;
  /** Add a web source: `POST /api/v1/chatbots/{chatbotId}/web-sources` */
  addWebSource: Call<operations['addWebSource']>;
  /** List web sources: `GET /api/v1/chatbots/{chatbotId}/web-sources` */
  listWebSources: ListCall<operations['listWebSources'], 'data'>;
  /** Get a web source: `GET /api/v1/chatbots/{chatbotId}/web-sources/{id}` */
  getWebSource: Call<operations['getWebSource']>;
  /** Change a web source: `PATCH /api/v1/chatbots/{chatbotId}/web-sources/{id}` */
  changeWebSource: Call<operations['changeWebSource']>;
  /** Delete a web source: `DELETE /api/v1/chatbots/{chatbotId}/web-sources/{id}` */
  deleteWebSource: Call<operations['deleteWebSource']>;
  /** List the pages of a web source: `GET /api/v1/chatbots/{chatbotId}/web-sources/{id}/pages` */
  listPagesOfWebSource: ListCall<operations['listPagesOfWebSource'], 'data'>;
  /** Sync a web source now: `POST /api/v1/chatbots/{chatbotId}/web-sources/{id}/sync` */
  syncWebSourceNow: Call<operations['syncWebSourceNow']>;
  /** Cancel the sync of a web source: `POST /api/v1/chatbots/{chatbotId}/web-sources/{id}/cancel` */
  cancelSyncOfWebSource: Call<operations['cancelSyncOfWebSource']>;
  /** List questions: `GET /api/v1/knowledge-bases/{baseId}/questions` */
  listQuestions: ListCall<operations['listQuestions'], 'data'>;
  /** Add a question: `POST /api/v1/knowledge-bases/{baseId}/questions` */
  addQuestion: Call<operations['addQuestion']>;
  /** Import questions: `POST /api/v1/knowledge-bases/{baseId}/questions/import` */
  importQuestions: Call<operations['importQuestions']>;
  /** Get a question: `GET /api/v1/knowledge-bases/{baseId}/questions/{id}` */
  getQuestion: Call<operations['getQuestion']>;
  /** Update a question: `PUT /api/v1/knowledge-bases/{baseId}/questions/{id}` */
  updateQuestion: Call<operations['updateQuestion']>;
  /** Delete a question: `DELETE /api/v1/knowledge-bases/{baseId}/questions/{id}` */
  deleteQuestion: Call<operations['deleteQuestion']>;
  /** Import into a knowledge base: `POST /api/v1/knowledge-bases/{id}/import` */
  importIntoKnowledgeBase: Call<operations['importIntoKnowledgeBase']>;
  /** List imports into a knowledge base: `GET /api/v1/knowledge-bases/{id}/imports` */
  listImportsIntoKnowledgeBase: ListCall<operations['listImportsIntoKnowledgeBase'], 'data'>;
  /** Get an import into a knowledge base: `GET /api/v1/knowledge-bases/{id}/imports/{importId}` */
  getImportIntoKnowledgeBase: Call<operations['getImportIntoKnowledgeBase']>;
  /** Cancel an import into a knowledge base: `POST /api/v1/knowledge-bases/{id}/imports/{importId}/cancel` */
  cancelImportIntoKnowledgeBase: Call<operations['cancelImportIntoKnowledgeBase']>;
  /** Retry an import into a knowledge base: `POST /api/v1/knowledge-bases/{id}/imports/{importId}/retry` */
  retryImportIntoKnowledgeBase: Call<operations['retryImportIntoKnowledgeBase']>;
  /** Export a knowledge base: `GET /api/v1/knowledge-bases/{id}/export` */
  exportKnowledgeBase: Call<operations['exportKnowledgeBase']>;
  /** Create an artifact: `POST /api/v1/artifacts` */
  createArtifact: Call<operations['createArtifact']>;
  /** List artifacts: `GET /api/v1/artifacts` */
  listArtifacts: ListCall<operations['listArtifacts'], 'data'>;
  /** Get an artifact: `GET /api/v1/artifacts/{id}` */
  getArtifact: Call<operations['getArtifact']>;
  /** Update an artifact: `PUT /api/v1/artifacts/{id}` */
  updateArtifact: Call<operations['updateArtifact']>;
  /** Change fields of an artifact: `PATCH /api/v1/artifacts/{id}` */
  changeFieldsOfArtifact: Call<operations['changeFieldsOfArtifact']>;
  /** Delete an artifact: `DELETE /api/v1/artifacts/{id}` */
  deleteArtifact: Call<operations['deleteArtifact']>;
  /** List versions of an artifact: `GET /api/v1/artifacts/{id}/versions` */
  listVersionsOfArtifact: ListCall<operations['listVersionsOfArtifact'], 'data'>;
  /** Get a version of an artifact: `GET /api/v1/artifacts/{id}/versions/{version}` */
  getVersionOfArtifact: Call<operations['getVersionOfArtifact']>;
  /** Restore a version of an artifact: `POST /api/v1/artifacts/{id}/versions/{version}/restore` */
  restoreVersionOfArtifact: Call<operations['restoreVersionOfArtifact']>;
  /** List plugins: `GET /api/v1/plugins` */
  listPlugins: ListCall<operations['listPlugins'], 'data'>;
  /** Register a plugin: `POST /api/v1/plugins` */
  registerPlugin: Call<operations['registerPlugin']>;
  /** Get a plugin: `GET /api/v1/plugins/{id}` */
  getPlugin: Call<operations['getPlugin']>;
  /** Update a plugin: `PUT /api/v1/plugins/{id}` */
  updatePlugin: Call<operations['updatePlugin']>;
  /** Unregister a plugin: `DELETE /api/v1/plugins/{id}` */
  unregisterPlugin: Call<operations['unregisterPlugin']>;
  /** Rotate the secret of a plugin: `POST /api/v1/plugins/{id}/rotate-secret` */
  rotateSecretOfPlugin: Call<operations['rotateSecretOfPlugin']>;
  /** List installed plugins: `GET /api/v1/chatbots/{chatbotId}/plugins` */
  listInstalledPlugins: ListCall<operations['listInstalledPlugins'], 'data'>;
  /** Install a plugin: `POST /api/v1/chatbots/{chatbotId}/plugins` */
  installPlugin: Call<operations['installPlugin']>;
  /** Uninstall a plugin: `DELETE /api/v1/chatbots/{chatbotId}/plugins/{pluginId}` */
  uninstallPlugin: Call<operations['uninstallPlugin']>;
  /** Replace the configuration of a plugin: `PUT /api/v1/chatbots/{chatbotId}/plugins/{pluginId}/config` */
  replaceConfigurationOfPlugin: Call<operations['replaceConfigurationOfPlugin']>;
  /** Get the status of an installed plugin: `GET /api/v1/chatbots/{chatbotId}/plugins/{pluginId}/status` */
  getStatusOfInstalledPlugin: Call<operations['getStatusOfInstalledPlugin']>;
  /** Get an integration: `GET /api/v1/integrations/{id}` */
  getIntegration: Call<operations['getIntegration']>;
  /** Update an integration: `PATCH /api/v1/integrations/{id}` */
  updateIntegration: Call<operations['updateIntegration']>;
  /** Delete an integration: `DELETE /api/v1/integrations/{id}` */
  deleteIntegration: Call<operations['deleteIntegration']>;
  /** Get the health of an integration: `GET /api/v1/integrations/{id}/health` */
  getHealthOfIntegration: Call<operations['getHealthOfIntegration']>;
  /** Test an integration: `POST /api/v1/integrations/{id}/test` */
  testIntegration: Call<operations['testIntegration']>;
  /** List integrations: `GET /api/v1/chatbots/{chatbotId}/integrations` */
  listIntegrations: ListCall<operations['listIntegrations'], 'data'>;
  /** Create an integration: `POST /api/v1/chatbots/{chatbotId}/integrations` */
  createIntegration: Call<operations['createIntegration']>;
  /** List datasets: `GET /api/v1/chatbots/{chatbotId}/training/datasets` */
  listDatasets: ListCall<operations['listDatasets'], 'data'>;
  /** Create a dataset: `POST /api/v1/chatbots/{chatbotId}/training/datasets` */
  createDataset: Call<operations['createDataset']>;
  /** Get a dataset: `GET /api/v1/training/datasets/{id}` */
  getDataset: Call<operations['getDataset']>;
  /** Update a dataset: `PUT /api/v1/training/datasets/{id}` */
  updateDataset: Call<operations['updateDataset']>;
  /** Delete a dataset: `DELETE /api/v1/training/datasets/{id}` */
  deleteDataset: Call<operations['deleteDataset']>;
  /** List examples of a dataset: `GET /api/v1/training/datasets/{id}/examples` */
  listExamplesOfDataset: ListCall<operations['listExamplesOfDataset'], 'data'>;
  /** Add examples: `POST /api/v1/training/datasets/{id}/examples` */
  addExamples: Call<operations['addExamples']>;
  /** Delete an example: `DELETE /api/v1/training/datasets/{id}/examples/{exampleId}` */
  deleteExample: Call<operations['deleteExample']>;
  /** Import examples: `POST /api/v1/training/datasets/{id}/import` */
  importExamples: Call<operations['importExamples']>;
  /** Export examples: `GET /api/v1/training/datasets/{id}/export` */
  exportExamples: Call<operations['exportExamples']>;
  /** Start a training session: `POST /api/v1/chatbots/{chatbotId}/training/sessions` */
  startTrainingSession: Call<operations['startTrainingSession']>;
  /** List training sessions: `GET /api/v1/chatbots/{chatbotId}/training/sessions` */
  listTrainingSessions: ListCall<operations['listTrainingSessions'], 'data'>;
  /** Get a training session: `GET /api/v1/training/sessions/{id}` */
  getTrainingSession: Call<operations['getTrainingSession']>;
  /** Cancel a training session: `DELETE /api/v1/training/sessions/{id}` */
  cancelTrainingSession: Call<operations['cancelTrainingSession']>;
  /** List trained models: `GET /api/v1/chatbots/{chatbotId}/training/models` */
  listTrainedModels: ListCall<operations['listTrainedModels'], 'data'>;
  /** Get a trained model: `GET /api/v1/chatbots/{chatbotId}/training/models/{version}` */
  getTrainedModel: Call<operations['getTrainedModel']>;
  /** Delete a trained model: `DELETE /api/v1/chatbots/{chatbotId}/training/models/{version}` */
  deleteTrainedModel: Call<operations['deleteTrainedModel']>;
  /** Activate a trained model: `POST /api/v1/chatbots/{chatbotId}/training/models/{version}/activate` */
  activateTrainedModel: Call<operations['activateTrainedModel']>;
  /** Predict intents: `POST /api/v1/chatbots/{chatbotId}/intents/predict` */
  predictIntents: Call<operations['predictIntents']>;
  /** Get the report of a training session: `GET /api/v1/training/sessions/{id}/report` */
  getReportOfTrainingSession: Call<operations['getReportOfTrainingSession']>;
  /** Compare two trained models: `GET /api/v1/chatbots/{chatbotId}/training/models/{version}/comparison` */
  compareTwoTrainedModels: Call<operations['compareTwoTrainedModels']>;
  /** Get the context of an end user: `GET /api/v1/chatbots/{chatbotId}/context/{userId}` */
  getContextOfEndUser: Call<operations['getContextOfEndUser']>;
  /** Update the context of an end user: `POST /api/v1/chatbots/{chatbotId}/context/{userId}` */
  updateContextOfEndUser: Call<operations['updateContextOfEndUser']>;
  /** Delete the context of an end user: `DELETE /api/v1/chatbots/{chatbotId}/context/{userId}` */
  deleteContextOfEndUser: Call<operations['deleteContextOfEndUser']>;
  /** Resolve references: `POST /api/v1/chatbots/{chatbotId}/references/resolve` */
  resolveReferences: Call<operations['resolveReferences']>;
  /** List the topics of an end user: `GET /api/v1/chatbots/{chatbotId}/topics/{userId}` */
  listTopicsOfEndUser: ListCall<operations['listTopicsOfEndUser'], 'data'>;
  /** Put a topic of an end user: `POST /api/v1/chatbots/{chatbotId}/topics/{userId}` */
  putTopicOfEndUser: Call<operations['putTopicOfEndUser']>;
  /** Delete a topic of an end user: `DELETE /api/v1/chatbots/{chatbotId}/topics/{userId}/{topicId}` */
  deleteTopicOfEndUser: Call<operations['deleteTopicOfEndUser']>;
  /** List the entities of an end user: `GET /api/v1/chatbots/{chatbotId}/entities/{userId}` */
  listEntitiesOfEndUser: ListCall<operations['listEntitiesOfEndUser'], 'data'>;
  /** Put an entity of an end user: `POST /api/v1/chatbots/{chatbotId}/entities/{userId}` */
  putEntityOfEndUser: Call<operations['putEntityOfEndUser']>;
  /** Delete an entity of an end user: `DELETE /api/v1/chatbots/{chatbotId}/entities/{userId}/{entityId}` */
  deleteEntityOfEndUser: Call<operations['deleteEntityOfEndUser']>;
  /** List entity lists: `GET /api/v1/entity-lists` */
  listEntityLists: ListCall<operations['listEntityLists'], 'data'>;
  /** Create an entity list: `POST /api/v1/entity-lists` */
  createEntityList: Call<operations['createEntityList']>;
  /** Get an entity list: `GET /api/v1/entity-lists/{id}` */
  getEntityList: Call<operations['getEntityList']>;
  /** Update an entity list: `PUT /api/v1/entity-lists/{id}` */
  updateEntityList: Call<operations['updateEntityList']>;
  /** Delete an entity list: `DELETE /api/v1/entity-lists/{id}` */
  deleteEntityList: Call<operations['deleteEntityList']>;
  /** Export the data of an end user of a chatbot: `GET /api/v1/chatbots/{chatbotId}/users/{userId}/data` */
  exportDataOfEndUserOfChatbot: Call<operations['exportDataOfEndUserOfChatbot']>;
  /** Erase the data of an end user of a chatbot: `DELETE /api/v1/chatbots/{chatbotId}/users/{userId}/data` */
  eraseDataOfEndUserOfChatbot: Call<operations['eraseDataOfEndUserOfChatbot']>;
  /** Export the data of an end user: `GET /api/v1/end-users/{userId}/data` */
  exportDataOfEndUser: Call<operations['exportDataOfEndUser']>;
  /** Erase the data of an end user: `DELETE /api/v1/end-users/{userId}/data` */
  eraseDataOfEndUser: Call<operations['eraseDataOfEndUser']>;
  /** List learning items: `GET /api/v1/chatbots/{chatbotId}/learning` */
  listLearningItems: ListCall<operations['listLearningItems'], 'data'>;
  /** Add a learning item: `POST /api/v1/chatbots/{chatbotId}/learning` */
  addLearningItem: Call<operations['addLearningItem']>;
  /** Derive learning items: `POST /api/v1/chatbots/{chatbotId}/learning/generate` */
  deriveLearningItems: Call<operations['deriveLearningItems']>;
  /** Apply learning items: `POST /api/v1/chatbots/{chatbotId}/learning/apply` */
  applyLearningItems: Call<operations['applyLearningItems']>;
  /** Preview learning items: `POST /api/v1/chatbots/{chatbotId}/learning/preview` */
  previewLearningItems: Call<operations['previewLearningItems']>;
  /** Revert a learning item: `POST /api/v1/chatbots/{chatbotId}/learning/{learningId}/revert` */
  revertLearningItem: Call<operations['revertLearningItem']>;
  /** Get a learning item: `GET /api/v1/learning/{learningId}` */
  getLearningItem: Call<operations['getLearningItem']>;
  /** Change a learning item: `PUT /api/v1/learning/{learningId}` */
  changeLearningItem: Call<operations['changeLearningItem']>;
  /** Delete a learning item: `DELETE /api/v1/learning/{learningId}` */
  deleteLearningItem: Call<operations['deleteLearningItem']>;
  /** Approve or reject a learning item: `PUT /api/v1/learning/{learningId}/status` */
  approveOrRejectLearningItem: Call<operations['approveOrRejectLearningItem']>;
  /** Get message analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/messages` */
  getMessageAnalytics: Call<operations['getMessageAnalytics']>;
  /** Get user analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/users` */
  getUserAnalytics: Call<operations['getUserAnalytics']>;
  /** Get session analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/sessions` */
  getSessionAnalytics: Call<operations['getSessionAnalytics']>;
  /** Get intent analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/intents` */
  getIntentAnalytics: Call<operations['getIntentAnalytics']>;
  /** Get usage analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/usage` */
  getUsageAnalytics: Call<operations['getUsageAnalytics']>;
  /** Get quality analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/quality` */
  getQualityAnalytics: Call<operations['getQualityAnalytics']>;
  /** Get insights: `GET /api/v1/chatbots/{chatbotId}/insights` */
  getInsights: Call<operations['getInsights']>;
  /** Compare integrations: `GET /api/v1/chatbots/{chatbotId}/integrations/report` */
  compareIntegrations: Call<operations['compareIntegrations']>;
  /** List agent loops: `GET /api/v1/agent-loops` */
  listAgentLoops: ListCall<operations['listAgentLoops'], 'data'>;
  /** Create an agent loop: `POST /api/v1/agent-loops` */
  createAgentLoop: Call<operations['createAgentLoop']>;
  /** Get an agent loop: `GET /api/v1/agent-loops/{id}` */
  getAgentLoop: Call<operations['getAgentLoop']>;
  /** Update an agent loop: `PUT /api/v1/agent-loops/{id}` */
  updateAgentLoop: Call<operations['updateAgentLoop']>;
  /** Delete an agent loop: `DELETE /api/v1/agent-loops/{id}` */
  deleteAgentLoop: Call<operations['deleteAgentLoop']>;
  /** Run an agent loop: `POST /api/v1/agent-loops/{id}/run` */
  runAgentLoop: Call<operations['runAgentLoop']>;
  /** List executions of an agent loop: `GET /api/v1/agent-loops/{id}/executions` */
  listExecutionsOfAgentLoop: ListCall<operations['listExecutionsOfAgentLoop'], 'data'>;
  /** Get an execution: `GET /api/v1/agent-loops/{id}/executions/{executionId}` */
  getExecution: Call<operations['getExecution']>;
  /** Cancel an execution: `POST /api/v1/agent-loops/{id}/executions/{executionId}/cancel` */
  cancelExecution: Call<operations['cancelExecution']>;
  /** Register a webhook: `POST /api/v1/webhooks` */
  registerWebhook: Call<operations['registerWebhook']>;
  /** List webhooks: `GET /api/v1/webhooks` */
  listWebhooks: ListCall<operations['listWebhooks'], 'data'>;
  /** List webhook events: `GET /api/v1/webhooks/events` */
  listWebhookEvents: Call<operations['listWebhookEvents']>;
  /** Get a webhook: `GET /api/v1/webhooks/{id}` */
  getWebhook: Call<operations['getWebhook']>;
  /** Update a webhook: `PUT /api/v1/webhooks/{id}` */
  updateWebhook: Call<operations['updateWebhook']>;
  /** Change fields of a webhook: `PATCH /api/v1/webhooks/{id}` */
  changeFieldsOfWebhook: Call<operations['changeFieldsOfWebhook']>;
  /** Delete a webhook: `DELETE /api/v1/webhooks/{id}` */
  deleteWebhook: Call<operations['deleteWebhook']>;
  /** Rotate the secret of a webhook: `POST /api/v1/webhooks/{id}/rotate-secret` */
  rotateSecretOfWebhook: Call<operations['rotateSecretOfWebhook']>;
  /** Test a webhook: `POST /api/v1/webhooks/{id}/test` */
  testWebhook: Call<operations['testWebhook']>;
  /** List deliveries of a webhook: `GET /api/v1/webhooks/{id}/deliveries` */
  listDeliveriesOfWebhook: ListCall<operations['listDeliveriesOfWebhook'], 'data'>;
  /** Get a delivery: `GET /api/v1/webhooks/{id}/deliveries/{deliveryId}` */
  getDelivery: Call<operations['getDelivery']>;
  /** Replay a delivery: `POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay` */
  replayDelivery: Call<operations['replayDelivery']>;
  /** Replay deliveries since a time: `POST /api/v1/webhooks/{id}/replay` */
  replayDeliveriesSinceTime: Call<operations['replayDeliveriesSinceTime']>;
  /** Get statistics of a webhook: `GET /api/v1/webhooks/{id}/statistics` */
  getStatisticsOfWebhook: Call<operations['getStatisticsOfWebhook']>;
  /** Show liveness: `GET /api/v1/health` */
  showLiveness: Call<operations['showLiveness']>;
  /** Show detailed status: `GET /api/v1/health/status` */
  showDetailedStatus: Call<operations['showDetailedStatus']>;
  /** Show metrics: `GET /api/v1/metrics` */
  showMetrics: Call<operations['showMetrics']>;
}

export const PLATFORM_OPERATIONS: Operations<keyof PlatformOperations> = {
  registerUser: {"route":"POST /api/v1/auth/register","body":"json","isIdempotent":false},
  logIn: {"route":"POST /api/v1/auth/login","body":"json","isIdempotent":false},
  refreshLogin: {"route":"POST /api/v1/auth/refresh-token","body":"json","isIdempotent":false},
  logOut: {"route":"POST /api/v1/auth/logout","body":"json","isIdempotent":false},
  showCurrentUser: {"route":"GET /api/v1/auth/me"},
  updateCurrentUser: {"route":"PUT /api/v1/auth/me","body":"json"},
  requestPasswordReset: {"route":"POST /api/v1/auth/password-reset-request","body":"json","isIdempotent":false},
  resetPassword: {"route":"POST /api/v1/auth/password-reset","body":"json","isIdempotent":false},
  createAPIKey: {"route":"POST /api/v1/auth/api-key","body":"json"},
  listAPIKeys: {"route":"GET /api/v1/auth/api-keys","query":["page","limit"],"list":["page-limit","data"]},
  updateAPIKey: {"route":"PUT /api/v1/auth/api-keys/{id}","body":"json"},
  revokeAPIKey: {"route":"DELETE /api/v1/auth/api-keys/{id}"},
  rotateAPIKey: {"route":"POST /api/v1/auth/api-key/{id}/rotate","body":"json"},
  showTeam: {"route":"GET /api/v1/team"},
  updateTeam: {"route":"PUT /api/v1/team","body":"json"},
  deleteTeam: {"route":"DELETE /api/v1/team","body":"json"},
  listPeopleOfTeam: {"route":"GET /api/v1/team/members","query":["page","limit"],"list":["page-limit","data"]},
  changeRoleOfPerson: {"route":"PUT /api/v1/team/members/{id}","body":"json"},
  removePersonFromTeam: {"route":"DELETE /api/v1/team/members/{id}"},
  invitePerson: {"route":"POST /api/v1/team/invitations","body":"json"},
  listInvitations: {"route":"GET /api/v1/team/invitations","query":["page","limit"],"list":["page-limit","data"]},
  sendInvitationAgain: {"route":"POST /api/v1/team/invitations/{id}/resend"},
  withdrawInvitation: {"route":"DELETE /api/v1/team/invitations/{id}"},
  acceptInvitation: {"route":"POST /api/v1/auth/invitations/accept","body":"json","isIdempotent":false},
  listUsers: {"route":"GET /api/v1/admin/users","query":["page","limit","search"],"list":["page-limit","data"]},
  showUser: {"route":"GET /api/v1/admin/users/{id}"},
  updateUser: {"route":"PUT /api/v1/admin/users/{id}","body":"json"},
  deleteUser: {"route":"DELETE /api/v1/admin/users/{id}"},
  showTeamsAuditLog: {"route":"GET /api/v1/team/audit-log","query":["page","limit","act","actorId","subjectType","subjectId","from","to"],"list":["page-limit","data"]},
  showAuditLogOfAllTeams: {"route":"GET /api/v1/admin/audit-log","query":["page","limit","act","actorId","subjectType","subjectId","from","to"],"list":["page-limit","data"]},
  listBudgets: {"route":"GET /api/v1/team/budgets"},
  setBudget: {"route":"PUT /api/v1/team/budgets","body":"json"},
  deleteBudget: {"route":"DELETE /api/v1/team/budgets/{id}"},
  getUseOfBudgets: {"route":"GET /api/v1/team/usage","query":["subject","measure","period","at","limit"]},
  exportTeam: {"route":"POST /api/v1/team/exports"},
  listExportsOfTeam: {"route":"GET /api/v1/team/exports","query":["page","limit"],"list":["page-limit","data"]},
  showExportOfTeam: {"route":"GET /api/v1/team/exports/{id}"},
  deleteExportOfTeam: {"route":"DELETE /api/v1/team/exports/{id}"},
  downloadExportOfTeam: {"route":"GET /api/v1/team/exports/{id}/download","answer":"bytes"},
  countWhatTeamOwns: {"route":"GET /api/v1/team/contents"},
  showHowLongTeamKeepsItsData: {"route":"GET /api/v1/team/retention"},
  changeHowLongTeamKeepsItsData: {"route":"PUT /api/v1/team/retention","body":"json"},
  listModels: {"route":"GET /api/v1/models","query":["page","limit","kind"],"list":["page-limit","data"]},
  registerModel: {"route":"POST /api/v1/models","body":"json"},
  getModel: {"route":"GET /api/v1/models/{id}"},
  updateModel: {"route":"PUT /api/v1/models/{id}","body":"json"},
  changeFieldsOfModel: {"route":"PATCH /api/v1/models/{id}","body":"json"},
  deleteModel: {"route":"DELETE /api/v1/models/{id}"},
  testModel: {"route":"POST /api/v1/models/{id}/test","isIdempotent":false},
  exportChatbot: {"route":"GET /api/v1/chatbots/{id}/export","answer":"bytes"},
  importChatbot: {"route":"POST /api/v1/chatbots/import","query":["name"],"body":"form"},
  listImportsOfChatbots: {"route":"GET /api/v1/chatbots/imports","query":["page","limit"],"list":["page-limit","data"]},
  getImportOfChatbot: {"route":"GET /api/v1/chatbots/imports/{importId}"},
  listChatbots: {"route":"GET /api/v1/chatbots","query":["page","limit","search","status"],"list":["page-limit","data"]},
  createChatbot: {"route":"POST /api/v1/chatbots","body":"json"},
  getChatbot: {"route":"GET /api/v1/chatbots/{id}"},
  updateChatbot: {"route":"PUT /api/v1/chatbots/{id}","body":"json"},
  deleteChatbot: {"route":"DELETE /api/v1/chatbots/{id}"},
  listPersonalities: {"route":"GET /api/v1/chatbots/{chatbotId}/personalities","query":["page","limit"],"list":["page-limit","data"]},
  createPersonality: {"route":"POST /api/v1/chatbots/{chatbotId}/personalities","body":"json"},
  createDefaultPersonality: {"route":"POST /api/v1/chatbots/{chatbotId}/personalities/default","body":"json"},
  getPersonality: {"route":"GET /api/v1/personalities/{id}"},
  updatePersonality: {"route":"PUT /api/v1/personalities/{id}","body":"json"},
  deletePersonality: {"route":"DELETE /api/v1/personalities/{id}"},
  makePersonalityDefault: {"route":"POST /api/v1/personalities/{id}/default"},
  getPromptModifierOfPersonality: {"route":"GET /api/v1/personalities/{id}/prompt-modifier"},
  sendMessageToChatbot: {"route":"POST /api/v1/chatbots/{id}/conversation","query":["explain"],"body":"json"},
  getConversationHistory: {"route":"GET /api/v1/chatbots/{id}/conversation/history","query":["page","limit","sessionId"],"list":["page-limit","data"]},
  rateResponse: {"route":"POST /api/v1/chatbots/{id}/response-rating","body":"json"},
  listConversations: {"route":"GET /api/v1/chatbots/{chatbotId}/conversations","query":["page","limit","platform","channelId","userId","status","from","to"],"list":["page-limit","data"]},
  getConversation: {"route":"GET /api/v1/chatbots/{chatbotId}/conversations/{conversationId}"},
  deleteConversation: {"route":"DELETE /api/v1/chatbots/{chatbotId}/conversations/{conversationId}"},
  listMessagesOfConversation: {"route":"GET /api/v1/chatbots/{chatbotId}/conversations/{conversationId}/messages","query":["page","limit"],"list":["page-limit","data"]},
  listSupportAgents: {"route":"GET /api/v1/escalations/agents"},
  setSupportAgent: {"route":"PUT /api/v1/escalations/agents/{userId}","body":"json"},
  removeSupportAgent: {"route":"DELETE /api/v1/escalations/agents/{userId}"},
  listEscalations: {"route":"GET /api/v1/escalations","query":["page","limit","state","mine","botId"],"list":["page-limit","data"]},
  askForPerson: {"route":"POST /api/v1/escalations","body":"json"},
  getStatisticsOfEscalations: {"route":"GET /api/v1/escalations/statistics","query":["from","to"]},
  getEscalation: {"route":"GET /api/v1/escalations/{id}"},
  acceptEscalation: {"route":"POST /api/v1/escalations/{id}/accept"},
  replyAsPerson: {"route":"POST /api/v1/escalations/{id}/messages","body":"json"},
  transferEscalation: {"route":"POST /api/v1/escalations/{id}/transfer","body":"json"},
  assignEscalation: {"route":"POST /api/v1/escalations/{id}/assign","body":"json"},
  returnEscalation: {"route":"POST /api/v1/escalations/{id}/return","body":"json"},
  resolveEscalation: {"route":"POST /api/v1/escalations/{id}/resolve"},
  listChannelsOfChatbot: {"route":"GET /api/v1/chatbots/{chatbotId}/channels","query":["page","limit"],"list":["page-limit","data"]},
  createChannel: {"route":"POST /api/v1/chatbots/{chatbotId}/channels","body":"json"},
  getChannel: {"route":"GET /api/v1/channels/{id}"},
  updateChannel: {"route":"PATCH /api/v1/channels/{id}","body":"json"},
  deleteChannel: {"route":"DELETE /api/v1/channels/{id}"},
  reconnectChannel: {"route":"POST /api/v1/channels/{id}/reconnect"},
  listDeliveriesOfChannel: {"route":"GET /api/v1/channels/{id}/deliveries","query":["page","limit","state"],"list":["page-limit","data"]},
  retryDelivery: {"route":"POST /api/v1/channels/{id}/deliveries/{deliveryId}/retry"},
  listKnowledgeBases: {"route":"GET /api/v1/chatbots/{chatbotId}/knowledge-bases","query":["page","limit"],"list":["page-limit","data"]},
  createKnowledgeBase: {"route":"POST /api/v1/chatbots/{chatbotId}/knowledge-bases","body":"json"},
  getKnowledgeBase: {"route":"GET /api/v1/knowledge-bases/{id}"},
  updateKnowledgeBase: {"route":"PUT /api/v1/knowledge-bases/{id}","body":"json"},
  deleteKnowledgeBase: {"route":"DELETE /api/v1/knowledge-bases/{id}"},
  searchKnowledgeBase: {"route":"GET /api/v1/knowledge-bases/{id}/search","query":["query","q","tags","limit","method","explain"]},
  searchKnowledgeBaseByBody: {"route":"POST /api/v1/knowledge-bases/{id}/search","body":"json","isIdempotent":true},
  listItems: {"route":"GET /api/v1/knowledge-bases/{id}/items","query":["page","limit"],"list":["page-limit","data"]},
  addItem: {"route":"POST /api/v1/knowledge-bases/{id}/items","body":"json"},
  getItem: {"route":"GET /api/v1/knowledge-bases/{id}/items/{itemId}"},
  updateItem: {"route":"PUT /api/v1/knowledge-bases/{id}/items/{itemId}","body":"json"},
  deleteItem: {"route":"DELETE /api/v1/knowledge-bases/{id}/items/{itemId}"},
  addDocument: {"route":"POST /api/v1/chatbots/{chatbotId}/documents","body":"either"},
  listDocuments: {"route":"GET /api/v1/chatbots/{chatbotId}/documents","query":["page","limit","status"],"list":["page-limit","data"]},
  getDocument: {"route":"GET /api/v1/chatbots/{chatbotId}/documents/{id}"},
  deleteDocument: {"route":"DELETE /api/v1/chatbots/{chatbotId}/documents/{id}"},
  downloadFileOfDocument: {"route":"GET /api/v1/chatbots/{chatbotId}/documents/{id}/file","answer":"bytes"},
  replaceContentOfDocument: {"route":"PUT /api/v1/chatbots/{chatbotId}/documents/{id}/content","body":"either","isIdempotent":false},
  cancelIndexingOfDocument: {"route":"POST /api/v1/chatbots/{chatbotId}/documents/{id}/cancel"},
  retryIndexingOfDocument: {"route":"POST /api/v1/chatbots/{chatbotId}/documents/{id}/retry"},
  addWebSource: {"route":"POST /api/v1/chatbots/{chatbotId}/web-sources","body":"json"},
  listWebSources: {"route":"GET /api/v1/chatbots/{chatbotId}/web-sources","query":["page","limit"],"list":["page-limit","data"]},
  getWebSource: {"route":"GET /api/v1/chatbots/{chatbotId}/web-sources/{id}"},
  changeWebSource: {"route":"PATCH /api/v1/chatbots/{chatbotId}/web-sources/{id}","body":"json"},
  deleteWebSource: {"route":"DELETE /api/v1/chatbots/{chatbotId}/web-sources/{id}"},
  listPagesOfWebSource: {"route":"GET /api/v1/chatbots/{chatbotId}/web-sources/{id}/pages","query":["page","limit","status"],"list":["page-limit","data"]},
  syncWebSourceNow: {"route":"POST /api/v1/chatbots/{chatbotId}/web-sources/{id}/sync"},
  cancelSyncOfWebSource: {"route":"POST /api/v1/chatbots/{chatbotId}/web-sources/{id}/cancel"},
  listQuestions: {"route":"GET /api/v1/knowledge-bases/{baseId}/questions","query":["page","limit","search"],"list":["page-limit","data"]},
  addQuestion: {"route":"POST /api/v1/knowledge-bases/{baseId}/questions","body":"json"},
  importQuestions: {"route":"POST /api/v1/knowledge-bases/{baseId}/questions/import","body":"either"},
  getQuestion: {"route":"GET /api/v1/knowledge-bases/{baseId}/questions/{id}"},
  updateQuestion: {"route":"PUT /api/v1/knowledge-bases/{baseId}/questions/{id}","body":"json"},
  deleteQuestion: {"route":"DELETE /api/v1/knowledge-bases/{baseId}/questions/{id}"},
  importIntoKnowledgeBase: {"route":"POST /api/v1/knowledge-bases/{id}/import","query":["mode","onError","format"],"body":"form"},
  listImportsIntoKnowledgeBase: {"route":"GET /api/v1/knowledge-bases/{id}/imports","query":["page","limit","status"],"list":["page-limit","data"]},
  getImportIntoKnowledgeBase: {"route":"GET /api/v1/knowledge-bases/{id}/imports/{importId}"},
  cancelImportIntoKnowledgeBase: {"route":"POST /api/v1/knowledge-bases/{id}/imports/{importId}/cancel"},
  retryImportIntoKnowledgeBase: {"route":"POST /api/v1/knowledge-bases/{id}/imports/{importId}/retry"},
  exportKnowledgeBase: {"route":"GET /api/v1/knowledge-bases/{id}/export","query":["format"],"answer":"bytes"},
  createArtifact: {"route":"POST /api/v1/artifacts","body":"json"},
  listArtifacts: {"route":"GET /api/v1/artifacts","query":["page","limit","type","search"],"list":["page-limit","data"]},
  getArtifact: {"route":"GET /api/v1/artifacts/{id}"},
  updateArtifact: {"route":"PUT /api/v1/artifacts/{id}","body":"json","isIdempotent":false},
  changeFieldsOfArtifact: {"route":"PATCH /api/v1/artifacts/{id}","body":"json"},
  deleteArtifact: {"route":"DELETE /api/v1/artifacts/{id}"},
  listVersionsOfArtifact: {"route":"GET /api/v1/artifacts/{id}/versions","query":["page","limit"],"list":["page-limit","data"]},
  getVersionOfArtifact: {"route":"GET /api/v1/artifacts/{id}/versions/{version}"},
  restoreVersionOfArtifact: {"route":"POST /api/v1/artifacts/{id}/versions/{version}/restore"},
  listPlugins: {"route":"GET /api/v1/plugins","query":["page","limit"],"list":["page-limit","data"]},
  registerPlugin: {"route":"POST /api/v1/plugins","body":"json"},
  getPlugin: {"route":"GET /api/v1/plugins/{id}"},
  updatePlugin: {"route":"PUT /api/v1/plugins/{id}","body":"json"},
  unregisterPlugin: {"route":"DELETE /api/v1/plugins/{id}"},
  rotateSecretOfPlugin: {"route":"POST /api/v1/plugins/{id}/rotate-secret"},
  listInstalledPlugins: {"route":"GET /api/v1/chatbots/{chatbotId}/plugins","query":["page","limit"],"list":["page-limit","data"]},
  installPlugin: {"route":"POST /api/v1/chatbots/{chatbotId}/plugins","body":"json"},
  uninstallPlugin: {"route":"DELETE /api/v1/chatbots/{chatbotId}/plugins/{pluginId}"},
  replaceConfigurationOfPlugin: {"route":"PUT /api/v1/chatbots/{chatbotId}/plugins/{pluginId}/config","body":"json"},
  getStatusOfInstalledPlugin: {"route":"GET /api/v1/chatbots/{chatbotId}/plugins/{pluginId}/status"},
  getIntegration: {"route":"GET /api/v1/integrations/{id}"},
  updateIntegration: {"route":"PATCH /api/v1/integrations/{id}","body":"json"},
  deleteIntegration: {"route":"DELETE /api/v1/integrations/{id}"},
  getHealthOfIntegration: {"route":"GET /api/v1/integrations/{id}/health"},
  testIntegration: {"route":"POST /api/v1/integrations/{id}/test","body":"json","isIdempotent":false},
  listIntegrations: {"route":"GET /api/v1/chatbots/{chatbotId}/integrations","query":["page","limit"],"list":["page-limit","data"]},
  createIntegration: {"route":"POST /api/v1/chatbots/{chatbotId}/integrations","body":"json"},
  listDatasets: {"route":"GET /api/v1/chatbots/{chatbotId}/training/datasets","query":["page","limit"],"list":["page-limit","data"]},
  createDataset: {"route":"POST /api/v1/chatbots/{chatbotId}/training/datasets","body":"json"},
  getDataset: {"route":"GET /api/v1/training/datasets/{id}"},
  updateDataset: {"route":"PUT /api/v1/training/datasets/{id}","body":"json"},
  deleteDataset: {"route":"DELETE /api/v1/training/datasets/{id}"},
  listExamplesOfDataset: {"route":"GET /api/v1/training/datasets/{id}/examples","query":["page","limit","intent","search"],"list":["page-limit","data"]},
  addExamples: {"route":"POST /api/v1/training/datasets/{id}/examples","body":"json"},
  deleteExample: {"route":"DELETE /api/v1/training/datasets/{id}/examples/{exampleId}"},
  importExamples: {"route":"POST /api/v1/training/datasets/{id}/import","query":["mode","skipDuplicates","format"],"body":"form"},
  exportExamples: {"route":"GET /api/v1/training/datasets/{id}/export","query":["format"],"answer":"bytes"},
  startTrainingSession: {"route":"POST /api/v1/chatbots/{chatbotId}/training/sessions","body":"json"},
  listTrainingSessions: {"route":"GET /api/v1/chatbots/{chatbotId}/training/sessions","query":["page","limit","status"],"list":["page-limit","data"]},
  getTrainingSession: {"route":"GET /api/v1/training/sessions/{id}"},
  cancelTrainingSession: {"route":"DELETE /api/v1/training/sessions/{id}"},
  listTrainedModels: {"route":"GET /api/v1/chatbots/{chatbotId}/training/models","query":["page","limit"],"list":["page-limit","data"]},
  getTrainedModel: {"route":"GET /api/v1/chatbots/{chatbotId}/training/models/{version}"},
  deleteTrainedModel: {"route":"DELETE /api/v1/chatbots/{chatbotId}/training/models/{version}"},
  activateTrainedModel: {"route":"POST /api/v1/chatbots/{chatbotId}/training/models/{version}/activate"},
  predictIntents: {"route":"POST /api/v1/chatbots/{chatbotId}/intents/predict","body":"json","isIdempotent":true},
  getReportOfTrainingSession: {"route":"GET /api/v1/training/sessions/{id}/report"},
  compareTwoTrainedModels: {"route":"GET /api/v1/chatbots/{chatbotId}/training/models/{version}/comparison","query":["with"]},
  getContextOfEndUser: {"route":"GET /api/v1/chatbots/{chatbotId}/context/{userId}"},
  updateContextOfEndUser: {"route":"POST /api/v1/chatbots/{chatbotId}/context/{userId}","body":"json"},
  deleteContextOfEndUser: {"route":"DELETE /api/v1/chatbots/{chatbotId}/context/{userId}"},
  resolveReferences: {"route":"POST /api/v1/chatbots/{chatbotId}/references/resolve","body":"json","isIdempotent":true},
  listTopicsOfEndUser: {"route":"GET /api/v1/chatbots/{chatbotId}/topics/{userId}","query":["page","limit"],"list":["page-limit","data"]},
  putTopicOfEndUser: {"route":"POST /api/v1/chatbots/{chatbotId}/topics/{userId}","body":"json"},
  deleteTopicOfEndUser: {"route":"DELETE /api/v1/chatbots/{chatbotId}/topics/{userId}/{topicId}"},
  listEntitiesOfEndUser: {"route":"GET /api/v1/chatbots/{chatbotId}/entities/{userId}","query":["page","limit","type"],"list":["page-limit","data"]},
  putEntityOfEndUser: {"route":"POST /api/v1/chatbots/{chatbotId}/entities/{userId}","body":"json"},
  deleteEntityOfEndUser: {"route":"DELETE /api/v1/chatbots/{chatbotId}/entities/{userId}/{entityId}"},
  listEntityLists: {"route":"GET /api/v1/entity-lists","query":["page","limit"],"list":["page-limit","data"]},
  createEntityList: {"route":"POST /api/v1/entity-lists","body":"json"},
  getEntityList: {"route":"GET /api/v1/entity-lists/{id}"},
  updateEntityList: {"route":"PUT /api/v1/entity-lists/{id}","body":"json"},
  deleteEntityList: {"route":"DELETE /api/v1/entity-lists/{id}"},
  exportDataOfEndUserOfChatbot: {"route":"GET /api/v1/chatbots/{chatbotId}/users/{userId}/data"},
  eraseDataOfEndUserOfChatbot: {"route":"DELETE /api/v1/chatbots/{chatbotId}/users/{userId}/data"},
  exportDataOfEndUser: {"route":"GET /api/v1/end-users/{userId}/data"},
  eraseDataOfEndUser: {"route":"DELETE /api/v1/end-users/{userId}/data"},
  listLearningItems: {"route":"GET /api/v1/chatbots/{chatbotId}/learning","query":["page","limit","type","source","status"],"list":["page-limit","data"]},
  addLearningItem: {"route":"POST /api/v1/chatbots/{chatbotId}/learning","body":"json"},
  deriveLearningItems: {"route":"POST /api/v1/chatbots/{chatbotId}/learning/generate"},
  applyLearningItems: {"route":"POST /api/v1/chatbots/{chatbotId}/learning/apply"},
  previewLearningItems: {"route":"POST /api/v1/chatbots/{chatbotId}/learning/preview","body":"json","isIdempotent":true},
  revertLearningItem: {"route":"POST /api/v1/chatbots/{chatbotId}/learning/{learningId}/revert","query":["reject"]},
  getLearningItem: {"route":"GET /api/v1/learning/{learningId}"},
  changeLearningItem: {"route":"PUT /api/v1/learning/{learningId}","body":"json"},
  deleteLearningItem: {"route":"DELETE /api/v1/learning/{learningId}"},
  approveOrRejectLearningItem: {"route":"PUT /api/v1/learning/{learningId}/status","body":"json"},
  getMessageAnalytics: {"route":"GET /api/v1/chatbots/{chatbotId}/analytics/messages","query":["startDate","endDate","period","timezone","format"]},
  getUserAnalytics: {"route":"GET /api/v1/chatbots/{chatbotId}/analytics/users","query":["startDate","endDate","period","timezone","format"]},
  getSessionAnalytics: {"route":"GET /api/v1/chatbots/{chatbotId}/analytics/sessions","query":["startDate","endDate","period","timezone","format"]},
  getIntentAnalytics: {"route":"GET /api/v1/chatbots/{chatbotId}/analytics/intents","query":["startDate","endDate","period","timezone","format"]},
  getUsageAnalytics: {"route":"GET /api/v1/chatbots/{chatbotId}/analytics/usage","query":["startDate","endDate","period","timezone","format"]},
  getQualityAnalytics: {"route":"GET /api/v1/chatbots/{chatbotId}/analytics/quality","query":["startDate","endDate","period","timezone","format"]},
  getInsights: {"route":"GET /api/v1/chatbots/{chatbotId}/insights","query":["period","timezone","refresh"]},
  compareIntegrations: {"route":"GET /api/v1/chatbots/{chatbotId}/integrations/report","query":["from","to"]},
  listAgentLoops: {"route":"GET /api/v1/agent-loops","query":["page","limit","status","search"],"list":["page-limit","data"]},
  createAgentLoop: {"route":"POST /api/v1/agent-loops","body":"json"},
  getAgentLoop: {"route":"GET /api/v1/agent-loops/{id}"},
  updateAgentLoop: {"route":"PUT /api/v1/agent-loops/{id}","body":"json"},
  deleteAgentLoop: {"route":"DELETE /api/v1/agent-loops/{id}"},
  runAgentLoop: {"route":"POST /api/v1/agent-loops/{id}/run","body":"json"},
  listExecutionsOfAgentLoop: {"route":"GET /api/v1/agent-loops/{id}/executions","query":["page","limit","status"],"list":["page-limit","data"]},
  getExecution: {"route":"GET /api/v1/agent-loops/{id}/executions/{executionId}"},
  cancelExecution: {"route":"POST /api/v1/agent-loops/{id}/executions/{executionId}/cancel"},
  registerWebhook: {"route":"POST /api/v1/webhooks","body":"json"},
  listWebhooks: {"route":"GET /api/v1/webhooks","query":["page","limit"],"list":["page-limit","data"]},
  listWebhookEvents: {"route":"GET /api/v1/webhooks/events"},
  getWebhook: {"route":"GET /api/v1/webhooks/{id}"},
  updateWebhook: {"route":"PUT /api/v1/webhooks/{id}","body":"json"},
  changeFieldsOfWebhook: {"route":"PATCH /api/v1/webhooks/{id}","body":"json"},
  deleteWebhook: {"route":"DELETE /api/v1/webhooks/{id}"},
  rotateSecretOfWebhook: {"route":"POST /api/v1/webhooks/{id}/rotate-secret","body":"json"},
  testWebhook: {"route":"POST /api/v1/webhooks/{id}/test","body":"json"},
  listDeliveriesOfWebhook: {"route":"GET /api/v1/webhooks/{id}/deliveries","query":["page","limit","status","event","since"],"list":["page-limit","data"]},
  getDelivery: {"route":"GET /api/v1/webhooks/{id}/deliveries/{deliveryId}"},
  replayDelivery: {"route":"POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay"},
  replayDeliveriesSinceTime: {"route":"POST /api/v1/webhooks/{id}/replay","body":"json"},
  getStatisticsOfWebhook: {"route":"GET /api/v1/webhooks/{id}/statistics","query":["days"]},
  showLiveness: {"route":"GET /api/v1/health"},
  showDetailedStatus: {"route":"GET /api/v1/health/status"},
  showMetrics: {"route":"GET /api/v1/metrics","answer":"text"},
};
