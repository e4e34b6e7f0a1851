"""Types of the platform dialect: what its operations take and answer, as its document has it."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

from ..streams.named_event import NamedEvent
from ..uploads.upload import Uploadable


class Account(TypedDict):
    #: Id of the user.
    id: str
    #: Username.
    username: str
    #: E-mail address.
    email: str
    #: Administrators manage the installation.
    role: UserRole
    #: What the user may do in the team.
    teamRole: TeamRole
    #: False: the user was disabled.
    isActive: bool
    #: When the user registered.
    createdAt: str
    #: When the account was last changed.
    updatedAt: str


class RegisteredAccount(TypedDict):
    #: The new user.
    user: Account


class RegisterUser(TypedDict):
    #: Unique in any mixture of upper and lower case; without @.
    username: str
    #: Unique. It can be used to log in.
    email: str
    #: Any characters.
    password: str


class NewLogin(TypedDict):
    #: JSON Web Token for `Authorization: Bearer`.
    accessToken: str
    #: Exchanges the login for fresh tokens, once, within 30 days.
    refreshToken: str
    #: Seconds until the access token expires.
    expiresIn: int
    #: How the access token is sent.
    tokenType: Literal["Bearer"]
    #: Who logged in.
    user: Account


class _LogInUserRequired(TypedDict):
    #: The password.
    password: str


class LogInUser(_LogInUserRequired, total=False):
    #: Username or e-mail address.
    username: str
    #: E-mail address, instead of `username`.
    email: str


class RefreshedLogin(TypedDict):
    #: JSON Web Token for `Authorization: Bearer`.
    accessToken: str
    #: Exchanges the login for fresh tokens, once, within 30 days.
    refreshToken: str
    #: Seconds until the access token expires.
    expiresIn: int
    #: How the access token is sent.
    tokenType: Literal["Bearer"]


class RefreshLogin(TypedDict):
    #: The refresh token; it stops working.
    refreshToken: str


class LogOutUser(TypedDict, total=False):
    #: The refresh token of the login.
    refreshToken: str


class UpdateAccount(TypedDict, total=False):
    #: A new e-mail address.
    email: str
    #: A new username.
    username: str
    #: A new password. It ends all other logins.
    password: str
    #: The present password; required with `password`.
    currentPassword: str


class RequestedPasswordReset(TypedDict, total=False):
    #: The token, only where EXPOSE_RESET_TOKEN is set and somebody has the address.
    resetToken: str


class RequestPasswordReset(TypedDict):
    #: E-mail address of the account.
    email: str


class ResetPassword(TypedDict):
    #: The token of the mail.
    token: str
    #: The new password. It ends all logins.
    password: str


class NewSecretKey(TypedDict):
    #: Id of the key.
    id: str
    #: Kind of key.
    type: SecretKeyType
    #: What the key is for.
    name: str
    #: The chatbot that a public key opens; null for a secret one.
    chatbotId: Optional[str]
    #: The only chatbots that a secret key is for; null for all.
    chatbotIds: Optional[List[str]]
    #: Origins of the pages that may use a public key.
    allowedOrigins: List[str]
    #: The public key, which everybody can read in the pages that use it; null for a secret one.
    publicKey: Optional[str]
    #: The first characters of the key.
    hint: str
    #: What the key may do.
    scopes: List[str]
    #: When it was made.
    createdAt: str
    #: When it stops working; null is never.
    expiresAt: Optional[str]
    #: When it was last used, to the minute; null is never.
    lastUsedAt: Optional[str]
    #: The key. A secret one is shown this once and stored nowhere.
    apiKey: str


class CreateSecretKey(TypedDict, total=False):
    #: What the key is for.
    name: str
    #: What the key may do; all that you may unless given. Any of chatbots:read, chatbots:write, bots:read, bots:write, models:read, models:write, knowledge:read, knowledge:write, documents:read, documents:write, files:read, files:write, training:read, training:write, analytics:read, analytics:write, webhooks:read, webhooks:write, integrations:read, integrations:write, channels:read, channels:write, conversations:read, conversations:write, agent-loops:read, agent-loops:write, chat:read, chat:write, admin.
    scopes: List[str]
    #: When it stops working, in the future; never unless given.
    expiresAt: str
    #: Kind of key: a public one stands in web pages and may only begin conversations with its chatbot; it has no scopes.
    type: SecretKeyType
    #: The chatbot that a public key opens; needed for one, and for nothing else.
    chatbotId: str
    #: The only chatbots that a secret key is for; all unless given. What is not about one of them is refused to it.
    chatbotIds: List[str]
    #: Origins of the pages that may use a public key. Without any, no page may.
    allowedOrigins: List[str]


class SecretKey(TypedDict):
    #: Id of the key.
    id: str
    #: Kind of key.
    type: SecretKeyType
    #: What the key is for.
    name: str
    #: The chatbot that a public key opens; null for a secret one.
    chatbotId: Optional[str]
    #: The only chatbots that a secret key is for; null for all.
    chatbotIds: Optional[List[str]]
    #: Origins of the pages that may use a public key.
    allowedOrigins: List[str]
    #: The public key, which everybody can read in the pages that use it; null for a secret one.
    publicKey: Optional[str]
    #: The first characters of the key.
    hint: str
    #: What the key may do.
    scopes: List[str]
    #: When it was made.
    createdAt: str
    #: When it stops working; null is never.
    expiresAt: Optional[str]
    #: When it was last used, to the minute; null is never.
    lastUsedAt: Optional[str]


class Pagination(TypedDict):
    #: Items of all pages together.
    total: int
    #: How many pages there are.
    pages: int
    #: Which page it is.
    page: int
    #: Items of a full page.
    limit: int


class UpdateKey(TypedDict, total=False):
    #: What the key is for.
    name: str
    #: What a secret key may do. Any of chatbots:read, chatbots:write, bots:read, bots:write, models:read, models:write, knowledge:read, knowledge:write, documents:read, documents:write, files:read, files:write, training:read, training:write, analytics:read, analytics:write, webhooks:read, webhooks:write, integrations:read, integrations:write, channels:read, channels:write, conversations:read, conversations:write, agent-loops:read, agent-loops:write, chat:read, chat:write, admin.
    scopes: List[str]
    #: When it stops working, in the future; null is never.
    expiresAt: Optional[str]


class RotatedSecretKey(TypedDict):
    #: Id of the key.
    id: str
    #: Kind of key.
    type: SecretKeyType
    #: What the key is for.
    name: str
    #: The chatbot that a public key opens; null for a secret one.
    chatbotId: Optional[str]
    #: The only chatbots that a secret key is for; null for all.
    chatbotIds: Optional[List[str]]
    #: Origins of the pages that may use a public key.
    allowedOrigins: List[str]
    #: The public key, which everybody can read in the pages that use it; null for a secret one.
    publicKey: Optional[str]
    #: The first characters of the key.
    hint: str
    #: What the key may do.
    scopes: List[str]
    #: When it was made.
    createdAt: str
    #: When it stops working; null is never.
    expiresAt: Optional[str]
    #: When it was last used, to the minute; null is never.
    lastUsedAt: Optional[str]
    #: The key. A secret one is shown this once and stored nowhere.
    apiKey: str
    #: Until when the text before works; null: it works no more.
    previousKeyWorksUntil: Optional[str]


class RotateKey(TypedDict, total=False):
    #: Seconds that the text before still works, seven days at most.
    graceSeconds: int


class TeamView(TypedDict):
    #: Id of the team.
    id: str
    #: What it is called.
    name: str
    #: It decides the rate limits.
    plan: Plan
    #: People in the team.
    memberCount: int
    #: When it was made.
    createdAt: str


class UpdateTeam(TypedDict, total=False):
    #: A new name.
    name: str


class UpdateMember(TypedDict):
    #: What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.
    role: TeamRole


class _MadeTeamInvitationRequired(TypedDict):
    #: Id of the invitation.
    id: str
    #: Who is invited.
    email: str
    #: What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.
    role: TeamRole
    #: Who invited; null when they are gone.
    invitedBy: Optional[str]
    #: Username of who invited.
    invitedByName: Optional[str]
    #: When it was made.
    createdAt: str
    #: Until when it can be accepted.
    expiresAt: str
    #: When its mail was last asked for.
    sentAt: str


class MadeTeamInvitation(_MadeTeamInvitationRequired, total=False):
    #: The token of the mail, only where EXPOSE_RESET_TOKEN is set.
    token: str


class CreateTeamInvitation(TypedDict):
    #: Where the invitation is sent. Nobody with this address may have an account.
    email: str
    #: What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.
    role: TeamRole


class TeamInvitation(TypedDict):
    #: Id of the invitation.
    id: str
    #: Who is invited.
    email: str
    #: What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.
    role: TeamRole
    #: Who invited; null when they are gone.
    invitedBy: Optional[str]
    #: Username of who invited.
    invitedByName: Optional[str]
    #: When it was made.
    createdAt: str
    #: Until when it can be accepted.
    expiresAt: str
    #: When its mail was last asked for.
    sentAt: str


class JoinedAccount(TypedDict):
    #: Id of the user.
    id: str
    #: Username.
    username: str
    #: E-mail address.
    email: str
    #: Administrators manage the installation.
    role: UserRole
    #: What the user may do in the team.
    teamRole: TeamRole
    #: False: the user was disabled.
    isActive: bool
    #: When the user registered.
    createdAt: str
    #: When the account was last changed.
    updatedAt: str
    #: The team that they joined.
    teamId: str


class AcceptTeamInvitation(TypedDict):
    #: The token of the mail.
    token: str
    #: Unique in any mixture of upper and lower case; without @.
    username: str
    #: Any characters.
    password: str


class ManagedAccount(TypedDict):
    #: Id of the user.
    id: str
    #: Username.
    username: str
    #: E-mail address.
    email: str
    #: Administrators manage the installation.
    role: UserRole
    #: What the user may do in the team.
    teamRole: TeamRole
    #: False: the user was disabled.
    isActive: bool
    #: When the user registered.
    createdAt: str
    #: When the account was last changed.
    updatedAt: str
    #: Plan of the user's team.
    plan: Plan


class UpdateUser(TypedDict, total=False):
    #: Administrators manage the installation. One at least must remain.
    role: UserRole
    #: False disables the user: their logins end, and their keys are refused.
    isActive: bool
    #: A new e-mail address.
    email: str
    #: A new username.
    username: str
    #: Plan of the user's team; it decides the rate limits.
    plan: Plan


class AuditActor(TypedDict):
    #: `nobody` did not prove who they are; `system` is Parley itself.
    type: AuditActorType
    #: Of the user or key.
    id: Optional[str]
    #: What the user or key was called then.
    name: Optional[str]


class AuditSubject(TypedDict):
    #: Kind of thing.
    type: AuditSubjectType
    #: Its id.
    id: str
    #: What it was called then.
    name: Optional[str]


class AuditEntryView(TypedDict):
    #: Id of the entry.
    id: str
    #: When it was done.
    at: str
    #: What was done.
    act: AuditAct
    #: The team that it concerned.
    teamId: str
    #: Who did it.
    actor: AuditActor
    #: With what it was done.
    subject: AuditSubject
    #: What else is known of it, by name.
    details: Dict[str, Any]
    #: IP address of the request; null for what a job did.
    ipAddress: Optional[str]
    #: What the program that asked calls itself.
    userAgent: Optional[str]
    #: Id of the request (`X-Request-Id`).
    requestId: Optional[str]


class TeamBudget(TypedDict):
    #: Its id; it stays when the limit is changed.
    id: str
    #: Whose use is bounded.
    subject: BudgetSubject
    #: Which key, chatbot or end user; null: the team, or each that has no such budget of its own.
    subjectId: Optional[str]
    #: What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write.
    measure: BudgetMeasure
    #: Period of the calendar in UTC after which it begins anew.
    period: BudgetPeriod
    #: How much may be used in a period; 0 allows nothing.
    limit: int
    #: Used in this period; where it is the budget of many, by the one that has used most.
    used: int
    #: Which key, chatbot or end user has used it; null when nobody has, and of the team.
    usedBy: Optional[str]
    #: What is left in this period.
    remaining: int
    #: When the next period begins.
    resetsAt: str
    #: When it was set first.
    createdAt: str
    #: When it was set last.
    updatedAt: str


class _PutBudgetRequired(TypedDict):
    #: Whose use is bounded.
    subject: BudgetSubject
    #: What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write.
    measure: BudgetMeasure
    #: Period of the calendar in UTC after which it begins anew.
    period: BudgetPeriod
    #: How much may be used in a period; 0 allows nothing.
    limit: int


class PutBudget(_PutBudgetRequired, total=False):
    #: Which key (its id), chatbot (its id) or end user (as your requests call them). Absent or null: of each that has no such budget of its own. Must be absent for the team.
    subjectId: Optional[str]


class UsedBySubject(TypedDict):
    #: The key, chatbot or end user; null: the team.
    subjectId: Optional[str]
    #: Used in the period.
    used: int
    #: How much may be used; null when no budget bounds it now.
    limit: Optional[int]


_BudgetUsageRequiredKeywords = TypedDict("_BudgetUsageRequiredKeywords", {"from": "str"})

class _BudgetUsageRequired(_BudgetUsageRequiredKeywords):
    #: Whose use it is.
    subject: BudgetSubject
    #: What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write.
    measure: BudgetMeasure
    #: Period of the calendar in UTC after which it begins anew.
    period: BudgetPeriod
    #: When it ends, exclusive.
    to: str
    #: Who has used most comes first.
    subjects: List[UsedBySubject]


class BudgetUsage(_BudgetUsageRequired):
    pass


class TeamExport(TypedDict):
    #: Its id.
    id: str
    #: How far it is; `expired` when its archive is no longer kept.
    status: TeamExportStatus
    #: What is being written; null unless it is running.
    stage: Optional[TeamExportStage]
    #: Percent.
    percent: int
    #: Of the archive; null until it is completed.
    sizeBytes: Optional[int]
    #: Rows in it; null until it is completed.
    rows: Optional[int]
    #: Original files in it; null until it is completed.
    files: Optional[int]
    #: Why it has failed.
    error: Optional[str]
    #: When it was first worked on.
    startedAt: Optional[str]
    #: When it ended, in whatever way.
    completedAt: Optional[str]
    #: Until when the archive is kept; null until it is completed.
    expiresAt: Optional[str]
    #: When it was asked for.
    createdAt: str


class TeamTableRows(TypedDict):
    #: What it holds, as exports call it.
    table: str
    #: Rows of the team in it, counted up to 100,000.
    rows: int


class TeamContents(TypedDict):
    #: Where the team has something.
    tables: List[TeamTableRows]
    #: Stored files, counted up to 100,000 of a kind.
    files: int


class EraseTeam(TypedDict):
    #: Your present password.
    password: str


class InstallationRetention(TypedDict):
    #: Of the log of webhook deliveries; null when nothing bounds it.
    webhookDeliveriesDays: Optional[int]
    #: Of the audit log; null when nothing bounds it.
    auditLogDays: Optional[int]


class RetentionSettings(TypedDict):
    #: Conversations, after their last message; null for ever.
    conversationsDays: Optional[int]
    #: What is known of end users; null for ever.
    endUsersDays: Optional[int]
    #: Words of end users beside lessons; null for ever.
    learningDays: Optional[int]
    #: Figures; null for ever.
    analyticsDays: Optional[int]
    #: The log of webhook deliveries; null for as long as the installation keeps it.
    webhookDeliveriesDays: Optional[int]
    #: Executions of agent loops; null for ever.
    agentExecutionsDays: Optional[int]
    #: Entries of the audit log; null for as long as the installation keeps them.
    auditLogDays: Optional[int]
    #: Days after which the installation removes it anyway, whatever the team says.
    installation: InstallationRetention
    #: When they were last changed; null when never.
    updatedAt: Optional[str]


class UpdateRetention(TypedDict, total=False):
    #: Conversations, after their last message: with all messages, ratings, escalations and completions, and what messengers brought and were sent. Figures stay.
    conversationsDays: Optional[int]
    #: Context, entities and topics of end users, since they last changed or were mentioned.
    endUsersDays: Optional[int]
    #: Words of end users beside the lessons that were found in them.
    learningDays: Optional[int]
    #: Figures, and which users came when.
    analyticsDays: Optional[int]
    #: The log of webhook deliveries, and what can be replayed.
    webhookDeliveriesDays: Optional[int]
    #: Executions of agent loops, with their steps, since they ended.
    agentExecutionsDays: Optional[int]
    #: Entries of the audit log.
    auditLogDays: Optional[int]


class ModelAbilities(TypedDict):
    #: Says its answers piece by piece.
    streaming: bool
    #: Can be given tools to call.
    tools: bool
    #: Can be held to JSON of a given form.
    json: bool
    #: Understands images beside text.
    images: bool


class ModelOptions(TypedDict, total=False):
    #: Version of the API, of `azure-openai` only.
    apiVersion: Optional[str]
    #: Length of its vectors, of embedding models that can shorten them.
    dimensions: Optional[int]
    #: Milliseconds until it begins to answer, and then between two pieces; 60,000 unless given.
    timeoutMs: Optional[int]


class ModelCondition(TypedDict):
    #: `failing`: the last call came to no good end; `untried`: there was none yet.
    state: ModelConditionState
    #: Since when.
    since: Optional[str]
    #: What the provider said of its last failure.
    lastError: Optional[str]
    #: After repeated failures calls are not passed on, and fallbacks answer: until then.
    pausedUntil: Optional[str]
    #: Calls since the server was started.
    calls: int
    #: Those of them that failed.
    failures: int


class RegisteredModel(TypedDict):
    #: Its id. 1 to 6 are the models of the installation.
    id: int
    #: `llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found.
    kind: ModelKind
    #: Whose API it is; `builtin` is the server itself.
    provider: RegisteredModelProvider
    #: Its name for people and bots.
    name: str
    #: Its name at the provider.
    model: str
    #: Address of the API; null: the provider's own, or that of the installation.
    baseUrl: Optional[str]
    #: Whether a key is stored for it.
    hasCredentials: bool
    #: Tokens that it reads and writes together; null when nobody said.
    contextTokens: Optional[int]
    #: US dollars for a million tokens that it reads.
    inputPrice: Optional[float]
    #: US dollars for a million tokens that it writes.
    outputPrice: Optional[float]
    #: What it can do.
    capabilities: ModelAbilities
    #: What only some models need.
    settings: ModelOptions
    #: Whether it belongs to the installation: it can be used and tested, but not changed.
    isPreset: bool
    #: What the server that answered knows of it from calling it.
    status: ModelCondition
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class StatedAbilities(TypedDict, total=False):
    #: Says its answers piece by piece.
    streaming: bool
    #: Can be given tools to call.
    tools: bool
    #: Can be held to JSON of a given form.
    json: bool
    #: Understands images beside text.
    images: bool


class _RegisterModelRequired(TypedDict):
    #: What it is for: `llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found.
    kind: ModelKind
    #: Whose API it is. Language models: `openai-compatible` (OpenAI, vLLM, LM Studio and many others), `azure-openai`, `anthropic`, `google`, `ollama`. Embedding models: `openai-compatible`, `azure-openai`, `ollama`. Rerank models: `cohere`, `jina`, also of servers that speak like them.
    provider: ChangeModelProvider
    #: A name for people, unique among the models of your team whatever the case; bots may name it so.
    name: str
    #: Its name at the provider; of `azure-openai`, the deployment.
    model: str


class RegisterModel(_RegisterModelRequired, total=False):
    #: Address of the API, for OpenAI-compatible ones with its version; null for the own address of the provider. `azure-openai` and `ollama` need one. It must be on the public internet, unless an administrator gives it. A change of it removes the key, unless that is given anew.
    baseUrl: Optional[str]
    #: Key for the provider: stored sealed, never shown. In updates absent keeps it and null removes it.
    apiKey: Optional[str]
    #: Tokens that it reads and writes together.
    contextTokens: Optional[int]
    #: US dollars for a million tokens that it reads.
    inputPrice: Optional[float]
    #: US dollars for a million tokens that it writes.
    outputPrice: Optional[float]
    #: What it can do, as you know it. A language model streams and takes tools unless you say otherwise.
    capabilities: StatedAbilities
    #: What only some models need. In updates null takes a setting away.
    settings: ModelOptions


class ChangeModel(TypedDict, total=False):
    #: What it is for: `llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found.
    kind: ModelKind
    #: Whose API it is. Language models: `openai-compatible` (OpenAI, vLLM, LM Studio and many others), `azure-openai`, `anthropic`, `google`, `ollama`. Embedding models: `openai-compatible`, `azure-openai`, `ollama`. Rerank models: `cohere`, `jina`, also of servers that speak like them.
    provider: ChangeModelProvider
    #: A name for people, unique among the models of your team whatever the case; bots may name it so.
    name: str
    #: Its name at the provider; of `azure-openai`, the deployment.
    model: str
    #: Address of the API, for OpenAI-compatible ones with its version; null for the own address of the provider. `azure-openai` and `ollama` need one. It must be on the public internet, unless an administrator gives it. A change of it removes the key, unless that is given anew.
    baseUrl: Optional[str]
    #: Key for the provider: stored sealed, never shown. In updates absent keeps it and null removes it.
    apiKey: Optional[str]
    #: Tokens that it reads and writes together.
    contextTokens: Optional[int]
    #: US dollars for a million tokens that it reads.
    inputPrice: Optional[float]
    #: US dollars for a million tokens that it writes.
    outputPrice: Optional[float]
    #: What it can do, as you know it. A language model streams and takes tools unless you say otherwise.
    capabilities: StatedAbilities
    #: What only some models need. In updates null takes a setting away.
    settings: ModelOptions


class ModelTestFailure(TypedDict):
    #: What was wrong, for a program.
    code: str
    #: What was wrong, for a person.
    message: str
    #: What the provider said of it, or what the network did.
    providerMessage: Optional[str]


class _ModelTestRequired(TypedDict):
    #: Whether the model answered.
    ok: bool
    #: Milliseconds that the answer took.
    latencyMs: int


class ModelTest(_ModelTestRequired, total=False):
    #: Of a language model: what it said.
    answer: str
    #: Of an embedding model: the length of its vectors.
    dimensions: int
    #: Of a rerank model: its scores of a text that answers a question, and of one that does not.
    scores: List[float]
    #: Of embedding and rerank models: whether their numbers tell answers from other texts. Of a model that does not, searches make no use.
    isTelling: bool
    #: Why it did not answer.
    error: ModelTestFailure


class ChatbotImport(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that is made, disabled until it is whole; null before it is begun, and of an import that has failed.
    chatbotId: Optional[str]
    #: The name of the file.
    fileName: Optional[str]
    #: Of the file.
    sizeBytes: int
    #: How far it is.
    status: ChatbotImportStatus
    #: What is being done; null unless it is running.
    stage: Optional[ChatbotImportStage]
    #: Percent; it never falls.
    percent: int
    #: What is to be filled in by hand, such as credentials, and what was not taken: a sentence each.
    notes: List[str]
    #: Why it has failed.
    error: Optional[str]
    #: When it was first worked on.
    startedAt: Optional[str]
    #: When it ended, in whatever way.
    completedAt: Optional[str]
    #: When the file had come.
    createdAt: str


class _UploadChatbotImportRequired(TypedDict):
    #: What the export of a chatbot has given, by this installation or another.
    file: Uploadable


class UploadChatbotImport(_UploadChatbotImportRequired, total=False):
    #: In place of the name in the file.
    name: str


class Chatbot(TypedDict):
    #: Its id.
    id: str
    #: Display name.
    name: str
    #: Its name for machines: made from the name, unique in your team, never changed.
    slug: str
    #: What it is for.
    description: Optional[str]
    #: The engine that answers.
    engine: str
    #: How it answers.
    configuration: Dict[str, Any]
    #: Whether it is at work.
    status: ChatbotStatus
    #: Whether it answers callers of APIs that name no chatbot. Made at the first such call.
    isDefault: bool
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class _CreateChatbotRequired(TypedDict):
    #: Display name.
    name: str


class CreateChatbot(_CreateChatbotRequired, total=False):
    #: What it is for.
    description: Optional[str]
    #: The engine that answers.
    engine: Optional[str]
    #: How it answers; all fields are optional. Models: `model` (name) or `modelId`, `fallbackModelIds` (up to 5, asked in this order when it fails), `rerankModelId`. Limits: `maxInputTokens`, `maxReplyTokens` (from 1). Sampling: `temperature` (0 to 2), `topP` (0 to 1). Retrieval: `topK` (1 to 1,000 passages of each index) with a score of at least `minK` (0 to 1), of which reranking keeps `topN` (from 1) with at least `minN` (0 to 1). Words: `systemPrompt`, `fallbackMessage` (said when the knowledge does not hold the answer), `confidenceThreshold` (0 to 1; a reply below it gives way to the fallback message), `answersWithoutKnowledge` (whether the model may answer what the knowledge does not hold; a bot without any knowledge base does unless this is false), `prefixesFallbackMessage` (begins such an answer with the fallback message), `generatesRelatedPrompts`. People: `handOff` (when a conversation goes to a person: `isEnabled`, `confidenceBelow` and `frustrationAbove` (0 to 1), `onUserRequest`, `noContextTurns`, `maxTurns`, `maxMinutes`). Intents of the trained model: `intents` (`answersDirectly`, whether an intent replies with its own answer, which is so unless false, and `minConfidence`, 0 to 1, 0.8 unless given). The built-in model: `extractive` (`maxSentences`, 1 to 5: it answers with the best sentences of whichever passages hold them; else with the best one and what belongs to it). End users: `userContext` (`isUsed`, true unless given, and `extractsByModel`). Conversations: `historyMessages` (1 to 100, how many of them whoever answers is shown). Messengers: `behaviors` (`typingIndicator`, `shouldRespond` (always, mentions, direct), `responseDelayMs` (`min`, `max`), `conversationScope` (user, thread, session), `sessionTimeoutMinutes`). Other fields are kept. An update merges field by field; null takes one away.
    configuration: Optional[Dict[str, Any]]
    #: Whether it is at work: a disabled one answers nobody.
    status: ChatbotStatus


class UpdateChatbot(TypedDict, total=False):
    #: Display name.
    name: str
    #: What it is for.
    description: Optional[str]
    #: The engine that answers.
    engine: Optional[str]
    #: How it answers; all fields are optional. Models: `model` (name) or `modelId`, `fallbackModelIds` (up to 5, asked in this order when it fails), `rerankModelId`. Limits: `maxInputTokens`, `maxReplyTokens` (from 1). Sampling: `temperature` (0 to 2), `topP` (0 to 1). Retrieval: `topK` (1 to 1,000 passages of each index) with a score of at least `minK` (0 to 1), of which reranking keeps `topN` (from 1) with at least `minN` (0 to 1). Words: `systemPrompt`, `fallbackMessage` (said when the knowledge does not hold the answer), `confidenceThreshold` (0 to 1; a reply below it gives way to the fallback message), `answersWithoutKnowledge` (whether the model may answer what the knowledge does not hold; a bot without any knowledge base does unless this is false), `prefixesFallbackMessage` (begins such an answer with the fallback message), `generatesRelatedPrompts`. People: `handOff` (when a conversation goes to a person: `isEnabled`, `confidenceBelow` and `frustrationAbove` (0 to 1), `onUserRequest`, `noContextTurns`, `maxTurns`, `maxMinutes`). Intents of the trained model: `intents` (`answersDirectly`, whether an intent replies with its own answer, which is so unless false, and `minConfidence`, 0 to 1, 0.8 unless given). The built-in model: `extractive` (`maxSentences`, 1 to 5: it answers with the best sentences of whichever passages hold them; else with the best one and what belongs to it). End users: `userContext` (`isUsed`, true unless given, and `extractsByModel`). Conversations: `historyMessages` (1 to 100, how many of them whoever answers is shown). Messengers: `behaviors` (`typingIndicator`, `shouldRespond` (always, mentions, direct), `responseDelayMs` (`min`, `max`), `conversationScope` (user, thread, session), `sessionTimeoutMinutes`). Other fields are kept. An update merges field by field; null takes one away.
    configuration: Optional[Dict[str, Any]]
    #: Whether it is at work: a disabled one answers nobody.
    status: ChatbotStatus


class Personality(TypedDict):
    #: Its id.
    id: str
    #: Of the chatbot that it belongs to.
    chatbotId: str
    #: Unique in the chatbot.
    name: str
    #: What it is like.
    description: Optional[str]
    #: Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30.
    traits: Dict[str, Any]
    #: How it sounds.
    tone: Optional[str]
    #: How it words things.
    languageStyle: Optional[str]
    #: Whether the chatbot speaks by it; one of a chatbot at most.
    isDefault: bool
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class _CreatePersonalityRequired(TypedDict):
    #: Unique in the chatbot.
    name: str


class CreatePersonality(_CreatePersonalityRequired, total=False):
    #: What it is like.
    description: Optional[str]
    #: Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30. An update merges trait by trait; null takes one away.
    traits: Optional[Dict[str, Any]]
    #: How it sounds.
    tone: Optional[str]
    #: How it words things.
    languageStyle: Optional[str]
    #: Whether the chatbot speaks by it; takes the place of the one that was.
    isDefault: bool


class CreateDefaultPersonality(TypedDict, total=False):
    #: Unique in the chatbot.
    name: str


class UpdatePersonality(TypedDict, total=False):
    #: Unique in the chatbot.
    name: str
    #: What it is like.
    description: Optional[str]
    #: Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30. An update merges trait by trait; null takes one away.
    traits: Optional[Dict[str, Any]]
    #: How it sounds.
    tone: Optional[str]
    #: How it words things.
    languageStyle: Optional[str]
    #: Whether the chatbot speaks by it; takes the place of the one that was.
    isDefault: bool


class PromptModifier(TypedDict):
    #: Of the personality.
    personalityId: str
    #: Of the personality.
    personalityName: str
    #: What a model is told with every message, in the same words for the same personality.
    promptModifier: str


class ReplyStarted(TypedDict):
    #: The conversation.
    conversationId: str
    #: Name of the session, for the next message.
    sessionId: str
    #: The reply that is being made.
    messageId: str
    #: What the user said.
    userMessageId: str
    #: When it was asked.
    timestamp: str


class _ReplySourceRequired(TypedDict):
    #: Id of the passage.
    id: str
    #: Title of the item or document.
    title: str
    #: Kind of the document: item, text, file and so on.
    type: str
    #: The knowledge base that holds it; `attachments` for a file that came with the message.
    knowledgeBaseId: str
    #: The item or document that holds it.
    itemId: str
    #: The passage that the reply rests on.
    passage: str
    #: Calibrated probability that the passage answers the message.
    score: float


class ReplySource(_ReplySourceRequired, total=False):
    #: Address of the page that it comes from: `url` of its metadata.
    url: str
    #: Heading above the passage, or the name of its sheet.
    section: str
    #: Page, slide or sheet on which the passage begins, from 1, in formats that have them.
    page: int
    #: What the reply quotes of the passage; of a model that writes itself, the sentence that supports it best.
    quote: str
    #: Where the quote begins in `passage`, in UTF-16 units.
    start: int
    #: Where it ends, exclusive.
    end: int
    #: Where the quote begins in the text of the document, where that is known.
    documentOffset: int


class ReplyDelta(TypedDict):
    #: What comes next in the text.
    text: str


class _ReplyToolCallRequired(TypedDict):
    #: Name of the plugin.
    plugin: str
    #: How it went.
    outcome: PluginOutcome


class ReplyToolCall(_ReplyToolCallRequired, total=False):
    #: The tool that was called.
    tool: str


class ReplyEscalation(TypedDict):
    #: Id of the escalation.
    id: str
    #: Why a person is wanted.
    reason: EscalationReason
    #: The person who was chosen or has accepted; null while nobody is.
    agentId: Optional[str]


class FailedModel(TypedDict):
    #: Id of the model; null when it has none.
    id: Optional[int]
    #: Its name.
    model: str
    #: What went wrong.
    code: str


class SuggestedPrompt(TypedDict):
    #: To be shown.
    label: str
    #: To be sent.
    prompt: str
    #: Whether a model made it up; else somebody wrote it.
    isGenerated: bool


class Shortfall(TypedDict):
    #: What is missing.
    reason: str
    #: The same for a person.
    message: str


class ReplyIntent(TypedDict):
    #: Name of the intent.
    name: str
    #: Calibrated probability that this intent is right and the message in scope.
    confidence: float
    #: Whether the message is about anything that the bot was trained for.
    inScope: bool
    #: Whether the reply is the own answer of the intent.
    isAnswer: bool
    #: Version of the model that has read it.
    modelVersion: int


class ReplyReference(TypedDict):
    #: As it was said.
    reference: str
    #: What it stands for.
    resolvedTo: str
    #: Of the stored entity; null when it was named in the same message.
    entityId: Optional[str]
    #: Kind of the entity.
    type: str
    #: How sure that is.
    confidence: float


class ReplyEntity(TypedDict):
    #: Kind of the entity: email, phone, url, money, quantity, date, code, or one of the team.
    type: str
    #: Normalised.
    value: str


class _ReplyContextRequired(TypedDict):
    #: What the bot's trained model made of the message; null when the bot has none.
    intent: Optional[ReplyIntent]
    #: What the message names.
    entities: List[ReplyEntity]
    #: What the user is about, the latest first.
    topics: List[str]


class ReplyContext(_ReplyContextRequired, total=False):
    #: The message with its references named; absent when it has none.
    resolvedText: str
    #: What the references stand for.
    references: List[ReplyReference]


class _PluginRunRequired(TypedDict):
    #: Name of the plugin.
    plugin: str
    #: Its version.
    version: str
    #: When it was asked.
    phase: PluginPhase
    #: How it went; a plugin that was `skipped` was not asked at all.
    outcome: PluginOutcome
    #: How long it took, in milliseconds.
    durationMs: float


class PluginRun(_PluginRunRequired, total=False):
    #: The tool that was called.
    tool: str
    #: Why it did not go well.
    message: str


class ReplyTrace(TypedDict):
    #: What plugins did, in the order in which they were asked.
    plugins: List[PluginRun]


class ReplyUsage(TypedDict):
    #: Tokens that the model read.
    inputTokens: float
    #: Tokens that the model wrote.
    outputTokens: float


class _ChatbotReplyRequired(TypedDict):
    #: The conversation.
    conversationId: str
    #: The session; send it with the next message.
    sessionId: str
    #: Id of the reply.
    messageId: str
    #: The reply.
    text: str
    #: When it was made.
    timestamp: str
    #: Who answers from now on: the bot, the bot while a person is waited for, or a person, and the bot is silent.
    handling: Handling
    #: True when a person answers: the text says so to the user, nothing of it is kept, and `messageId` is no message.
    isNotice: bool
    #: What the reply rests on, best first; empty when the knowledge does not hold the answer.
    sources: List[ReplySource]
    #: Calibrated probability that the reply answers the message from the knowledge.
    confidence: float
    #: The model that spoke; `none` when no model was asked.
    model: str
    #: Its id, if it has one.
    modelId: Optional[int]
    #: Models that should have spoken and failed, in the order in which they were asked.
    failedModels: List[FailedModel]
    #: Whether it is the answer of a question or of an intent, word for word.
    isVerified: bool
    #: What may be asked next.
    relatedPrompts: List[SuggestedPrompt]
    #: What the reply had to do without, as a search by meaning.
    shortfalls: List[Shortfall]
    #: What the message means and names.
    context: ReplyContext
    #: Tokens that were used.
    usage: ReplyUsage


class ChatbotReply(_ChatbotReplyRequired, total=False):
    #: The way to a person that the conversation is on.
    escalation: ReplyEscalation
    #: How the reply came about, when the request asked for it with `explain`: how the message was understood, the readings of each question with the scores of every channel, what was judged and why something was left out, thresholds, decision. Told to the caller who asked, and not stored.
    explanation: Dict[str, Any]
    #: What plugins did; absent when none was asked.
    trace: ReplyTrace
    #: What they cost by the prices of the model, in US dollars; absent when it has none.
    costUsd: float


class _SendMessageRequired(TypedDict):
    #: What the user says.
    message: str


class SendMessage(_SendMessageRequired, total=False):
    #: Name of the session: the one that an earlier answer gave, or one of your own. Without it a new session is opened.
    sessionId: str
    #: The end user, in your own words. Default: the caller.
    userId: str
    #: Anything that you want to keep with the message.
    metadata: Dict[str, Any]
    #: Uploaded files that the message is about, by the ids of their documents: they are read with it.
    documentIds: List[str]
    #: Whether the answer is streamed as server-sent events; so does `Accept: text/event-stream`.
    stream: bool
    #: Whether the answer tells how it came about; needs the scope `knowledge:read`.
    explain: bool


class _HistoryMessageRequired(TypedDict):
    #: Id of the message.
    id: str
    #: Who spoke: the user, the bot, a person of the team (`agent`), or the service about the conversation (`system`).
    role: MessageRole
    #: What was said.
    content: str
    #: When it was said.
    timestamp: str


class HistoryMessage(_HistoryMessageRequired, total=False):
    #: Of a reply: what the bot's trained model made of the message before it.
    intent: ReplyIntent


class ResponseRating(TypedDict):
    #: Id of the rating.
    id: str
    #: The judgement.
    rating: Rating


class _RateResponseRequired(TypedDict):
    #: The conversation.
    conversationId: str
    #: The judgement.
    rating: Rating


class RateResponse(_RateResponseRequired, total=False):
    #: The reply that is judged.
    messageId: str
    #: What was asked.
    query: str
    #: What was answered.
    response: str
    #: Who judges.
    userId: str
    #: Why.
    comment: str


class MessengerUser(TypedDict):
    #: As the messenger knows them.
    id: str
    #: The name that they chose there.
    username: Optional[str]
    #: The name that they are called by.
    name: Optional[str]


class ConversationAddress(TypedDict):
    #: The chat.
    chatId: str
    #: The thread in it.
    threadId: Optional[str]
    #: Who began the conversation.
    user: MessengerUser


class Person(TypedDict):
    #: Id of the user.
    id: str
    #: Name that end users see.
    name: str


class ListedConversation(TypedDict):
    #: Its id.
    id: str
    #: The chatbot.
    chatbotId: str
    #: The session that it is known by.
    sessionId: str
    #: The end user, in the words of whoever sent the messages.
    userId: str
    #: What the end user writes through.
    platform: str
    #: The channel of the messenger; null for conversations of others.
    channelId: Optional[str]
    #: Where in the channel it is held; null for conversations of others.
    address: Optional[ConversationAddress]
    #: `escalated` while a person is waited for or answers, `resolved` until the next message, `ended` when it fell silent before either, else `active`.
    status: ListedConversationStatus
    #: Who answers: the bot, the bot while a person is waited for, or a person, and the bot is silent.
    handling: Handling
    #: The person who was chosen, or has accepted; null while nobody is.
    agent: Optional[Person]
    #: Messages, with those that came to nothing.
    messageCount: int
    #: What the sender keeps with it.
    metadata: Optional[Dict[str, Any]]
    #: When it began.
    startedAt: str
    #: When the last message came.
    lastMessageAt: str
    #: When it was resolved.
    resolvedAt: Optional[str]
    #: When it ended; null while it is open.
    endedAt: Optional[str]


class Attachment(TypedDict):
    #: Id of the file.
    id: str
    #: Its name.
    name: str
    #: Its media type.
    mediaType: str


class _ConversationMessageRequired(TypedDict):
    #: Id of the message.
    id: str
    #: Place in the conversation, from 1; replies that came to nothing leave gaps.
    position: int
    #: Who spoke: the user, the bot, a person of the team (`agent`), or the service about the conversation (`system`).
    role: MessageRole
    #: What was said.
    content: str
    #: When it was said.
    timestamp: str


class ConversationMessage(_ConversationMessageRequired, total=False):
    #: Of a reply of the bot: calibrated probability that it answers the message from the knowledge.
    confidence: float
    #: What a reply of the bot rests on.
    sources: List[ReplySource]
    #: The model that spoke.
    model: str
    #: Of a reply: the integration that was chosen to answer.
    integrationId: str
    #: True when nobody wrote it: no person, no model and no back-end, as of messages of the service.
    isSynthetic: bool
    #: The person, when one spoke who is still known.
    author: Person
    #: Files that came with it.
    attachments: List[Attachment]
    #: What the sender keeps with it.
    metadata: Dict[str, Any]


class SupportAgent(TypedDict):
    #: Id of the user.
    userId: str
    #: Name that end users see.
    displayName: str
    #: Conversations at the same time, accepted or not.
    capacity: int
    #: Whether conversations are assigned to them.
    isAvailable: bool
    #: Escalations that they have now, accepted or not.
    openCount: int
    #: When this was last changed.
    updatedAt: str


class PutSupportAgent(TypedDict, total=False):
    #: Conversations at the same time, accepted or not. Default for a new one: 5.
    capacity: int
    #: Whether conversations are assigned to them. Default for a new one: true.
    isAvailable: bool
    #: Name that end users see. Default for a new one: the user name.
    displayName: str


class Escalation(TypedDict):
    #: Its id.
    id: str
    #: The conversation.
    conversationId: str
    #: The chatbot that the conversation is with.
    chatbotId: str
    #: The session that the conversation is known by.
    sessionId: str
    #: The end user, in the words of whoever sent the messages.
    userId: str
    #: What the end user writes through.
    channel: str
    #: Why a person is wanted: a trigger of the chatbot, `requested` through an API, or `taken_over` by a person unasked.
    reason: EscalationReason
    #: `waiting` until a person accepts, `active` while one answers; then the bot answers again (`returned`) or the conversation is `resolved`.
    state: EscalationState
    #: What the end user had said last.
    summary: str
    #: Of the reply that was not sure enough; null when there was none.
    confidence: Optional[float]
    #: The person who was chosen, or has accepted; null while nobody is.
    agent: Optional[Person]
    #: Messages of the conversation.
    messageCount: int
    #: Messages that people have written since.
    replyCount: int
    #: Times that it went from one person to another.
    transferCount: int
    #: When it was made.
    createdAt: str
    #: When the person was chosen.
    assignedAt: Optional[str]
    #: When the person accepted.
    acceptedAt: Optional[str]
    #: When a person wrote first.
    firstReplyAt: Optional[str]
    #: When it was over.
    endedAt: Optional[str]


class _CreateEscalationRequired(TypedDict):
    #: The conversation.
    conversationId: str


class CreateEscalation(_CreateEscalationRequired, total=False):
    #: Whether you accept it yourself, at once. Otherwise somebody is called.
    accept: bool


class EscalationSaid(TypedDict):
    #: The way to a person on which it was said.
    escalation: Escalation
    #: What was said.
    message: ConversationMessage


class Durations(TypedDict):
    #: Of how many escalations it is known.
    count: int
    #: Mean, in milliseconds.
    meanMs: Optional[float]
    #: Half of them took at most so many milliseconds.
    p50Ms: Optional[float]
    #: 95 % of them took at most so many milliseconds.
    p95Ms: Optional[float]


_EscalationStatisticsRequiredKeywords = TypedDict("_EscalationStatisticsRequiredKeywords", {"from": "str"})

class _EscalationStatisticsRequired(_EscalationStatisticsRequiredKeywords):
    #: End of the period.
    to: str
    #: Escalations that were made within it.
    total: int
    #: How many, by reason.
    byReason: Dict[str, Any]
    #: How many, by the state that they are in now.
    byState: Dict[str, Any]
    #: From the escalation until a person accepted.
    waiting: Durations
    #: From the escalation until a person wrote first.
    firstReply: Durations
    #: From accepting until it was over.
    handling: Durations


class EscalationStatistics(_EscalationStatisticsRequired):
    pass


class Conversation(TypedDict):
    #: Its id.
    id: str
    #: Who answers: the bot, the bot while a person is waited for, or a person, and the bot is silent.
    handling: Handling
    #: `escalated` while a person is waited for or answers, `resolved` until the next message, else `active`.
    status: ConversationStatus
    #: What the sender keeps with it.
    metadata: Optional[Dict[str, Any]]
    #: When it began.
    startedAt: str
    #: When the last message came.
    lastMessageAt: str
    #: When it was resolved.
    resolvedAt: Optional[str]
    #: The latest messages, oldest first.
    messages: List[ConversationMessage]


class EscalationDetails(TypedDict):
    #: Its id.
    id: str
    #: The conversation.
    conversationId: str
    #: The chatbot that the conversation is with.
    chatbotId: str
    #: The session that the conversation is known by.
    sessionId: str
    #: The end user, in the words of whoever sent the messages.
    userId: str
    #: What the end user writes through.
    channel: str
    #: Why a person is wanted: a trigger of the chatbot, `requested` through an API, or `taken_over` by a person unasked.
    reason: EscalationReason
    #: `waiting` until a person accepts, `active` while one answers; then the bot answers again (`returned`) or the conversation is `resolved`.
    state: EscalationState
    #: What the end user had said last.
    summary: str
    #: Of the reply that was not sure enough; null when there was none.
    confidence: Optional[float]
    #: The person who was chosen, or has accepted; null while nobody is.
    agent: Optional[Person]
    #: Messages of the conversation.
    messageCount: int
    #: Messages that people have written since.
    replyCount: int
    #: Times that it went from one person to another.
    transferCount: int
    #: When it was made.
    createdAt: str
    #: When the person was chosen.
    assignedAt: Optional[str]
    #: When the person accepted.
    acceptedAt: Optional[str]
    #: When a person wrote first.
    firstReplyAt: Optional[str]
    #: When it was over.
    endedAt: Optional[str]
    #: The conversation, with its latest 200 messages.
    conversation: Conversation


class AgentMessage(TypedDict):
    #: What you say to the end user.
    content: str


class TransferEscalation(TypedDict, total=False):
    #: The support agent who is to answer. Without it, whoever of the others has most room.
    agentId: str


class AssignEscalation(TypedDict):
    #: The support agent who is to accept it.
    agentId: str


class ReturnEscalation(TypedDict, total=False):
    #: What you say to the end user before.
    message: str


class _ChannelIdentityRequired(TypedDict):
    #: Its id there.
    id: str


class ChannelIdentity(_ChannelIdentityRequired, total=False):
    #: Its user name there.
    username: str
    #: Its name there.
    name: str
    #: Of the workspace.
    teamName: str


class Channel(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that answers.
    chatbotId: str
    #: The platform.
    type: ChannelType
    #: For people.
    name: Optional[str]
    #: `pending`: nothing good has come from the platform yet.
    status: ChannelStatus
    #: Why it is disconnected; `manual`: your team wished so.
    statusReason: Optional[str]
    #: Its settings, without credentials.
    config: Dict[str, Any]
    #: Which credentials are set.
    credentialNames: List[str]
    #: Who the chatbot is on the platform; null until the platform was asked.
    identity: Optional[ChannelIdentity]
    #: Where the platform is to send what happens.
    webhookUrl: str
    #: When it was connected.
    connectedAt: Optional[str]
    #: When something last came in, to about ten seconds.
    lastInboundAt: Optional[str]
    #: What was last wrong.
    lastError: Optional[str]
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class ChannelWithSecret(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that answers.
    chatbotId: str
    #: The platform.
    type: ChannelType
    #: For people.
    name: Optional[str]
    #: `pending`: nothing good has come from the platform yet.
    status: ChannelStatus
    #: Why it is disconnected; `manual`: your team wished so.
    statusReason: Optional[str]
    #: Its settings, without credentials.
    config: Dict[str, Any]
    #: Which credentials are set.
    credentialNames: List[str]
    #: Who the chatbot is on the platform; null until the platform was asked.
    identity: Optional[ChannelIdentity]
    #: Where the platform is to send what happens.
    webhookUrl: str
    #: When it was connected.
    connectedAt: Optional[str]
    #: When something last came in, to about ten seconds.
    lastInboundAt: Optional[str]
    #: What was last wrong.
    lastError: Optional[str]
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str
    #: Proves calls of Telegram and of generic webhooks. It is shown in this answer and never again.
    webhookSecret: str


class _CreateChannelRequired(TypedDict):
    #: The platform; `webhook` is a program of your own.
    type: ChannelType


class CreateChannel(_CreateChannelRequired, total=False):
    #: For people.
    name: Optional[str]
    #: Credentials and settings: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`. All take `base_url`, another address of the platform. What else stands there is left out.
    config: Optional[Dict[str, Any]]


class UpdateChannel(TypedDict, total=False):
    #: For people.
    name: Optional[str]
    #: Credentials and settings: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`. All take `base_url`, another address of the platform. What else stands there is left out.
    config: Optional[Dict[str, Any]]
    #: `disconnected`: nothing comes in or goes out until it is `connected` again, which the platform is asked about when channels are live.
    status: UpdateChannelStatus


class ChannelDelivery(TypedDict):
    #: Of the message, too.
    id: str
    #: The channel.
    channelId: str
    #: The conversation.
    conversationId: str
    #: The chat, in the platform's words.
    chatId: str
    #: `waiting`: to be sent, or sent again; `skipped`: channels are not live, or nobody listens; `failed`: given up.
    state: ChannelDeliveryState
    #: Calls of the platform that it takes; null: not known yet.
    parts: Optional[int]
    #: Parts that were sent.
    sentParts: int
    #: Parts that were sent again because it was not known whether they had arrived: they may have come twice.
    doubtfulParts: int
    #: Calls that were begun.
    attempts: int
    #: When it is tried next.
    nextAttemptAt: Optional[str]
    #: What was last wrong.
    error: Optional[str]
    #: When it was said.
    createdAt: str
    #: When it was sent, given up or skipped.
    settledAt: Optional[str]


class ChunkingSettings(TypedDict):
    #: Tokens of a passage at most.
    maxTokens: int
    #: Tokens that a passage repeats of the one before it when a text goes on; at most half of `maxTokens`.
    overlapTokens: int


class RetrievalSettings(TypedDict):
    #: How passages are found. Without an embedding model `semantic` and `hybrid` go by words, too.
    retrievalMethod: RetrievalMethod
    #: Replies use a passage only when the probability that it answers the message is at least this.
    relevanceThreshold: float
    #: Passages that a reply uses at most.
    maxResults: int
    #: How texts are cut into passages.
    chunking: ChunkingSettings


class Vectors(TypedDict):
    #: `none`: it has no embedding model; `waiting`, `running`: passages are being embedded; `failing`: the model does not answer and is tried again, or does not tell.
    state: VectorsState
    #: Passages of the base.
    passages: int
    #: Passages that have their vector.
    embedded: int
    #: The model that makes the vectors.
    modelId: Optional[int]
    #: Why it is failing.
    error: Optional[str]


class KnowledgeBase(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that it belongs to.
    chatbotId: str
    #: Display name.
    name: str
    #: What is in it.
    description: Optional[str]
    #: Whether it takes part in replies.
    isActive: bool
    #: How it is searched.
    settings: RetrievalSettings
    #: The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none.
    embeddingModelId: Optional[int]
    #: How far its passages are with their vectors.
    vectors: Vectors
    #: Items in it.
    itemCount: int
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class Item(TypedDict):
    #: Its id.
    id: str
    #: The knowledge base that holds it.
    knowledgeBaseId: str
    #: What it is about.
    title: str
    #: The text.
    content: str
    #: Labels to filter searches by.
    tags: List[str]
    #: What you keep with it.
    metadata: Dict[str, Any]
    #: ISO 639-1, as you said; null: it is found out.
    language: Optional[str]
    #: The oldest item of the knowledge base with the same text, if that is not itself.
    duplicateOf: Optional[str]
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class KnowledgeBaseWithItems(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that it belongs to.
    chatbotId: str
    #: Display name.
    name: str
    #: What is in it.
    description: Optional[str]
    #: Whether it takes part in replies.
    isActive: bool
    #: How it is searched.
    settings: RetrievalSettings
    #: The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none.
    embeddingModelId: Optional[int]
    #: How far its passages are with their vectors.
    vectors: Vectors
    #: Items in it.
    itemCount: int
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str
    #: Its items, oldest first; of a large base only the first ones, all of them page by page under `/items`.
    items: List[Item]


class ChunkingSettingsInput(TypedDict, total=False):
    #: Tokens of a passage at most.
    maxTokens: int
    #: Tokens that a passage repeats of the one before it when a text goes on; at most half of `maxTokens`.
    overlapTokens: int


class RetrievalSettingsInput(TypedDict, total=False):
    #: How passages are found. Without an embedding model `semantic` and `hybrid` go by words, too.
    retrievalMethod: RetrievalMethod
    #: Replies use a passage only when the probability that it answers the message is at least this.
    relevanceThreshold: float
    #: Passages that a reply uses at most.
    maxResults: int
    #: How texts are cut into passages, for what is added from then on; null sets the defaults.
    chunking: Optional[ChunkingSettingsInput]


class _CreateItemRequired(TypedDict):
    #: What it is about; found by searches, and worth more than the text.
    title: str
    #: The text, plain or Markdown.
    content: str


class CreateItem(_CreateItemRequired, total=False):
    #: Labels to filter searches by.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it.
    metadata: Optional[Dict[str, Any]]
    #: ISO 639-1 code of its language; found out unless you say it.
    language: Optional[str]
    #: What to do when the knowledge base holds an item with this very text: `skip` answers with that one, and adds nothing.
    onDuplicate: CreateItemOnDuplicate


class _CreateKnowledgeBaseRequired(TypedDict):
    #: Display name.
    name: str


class CreateKnowledgeBase(_CreateKnowledgeBaseRequired, total=False):
    #: What is in it.
    description: Optional[str]
    #: Whether it takes part in replies.
    isActive: bool
    #: How it is searched; an update changes only the fields that it names.
    settings: Optional[RetrievalSettingsInput]
    #: The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none. When it changes, the former one answers until all passages are embedded anew.
    embeddingModelId: Optional[int]
    #: What it holds from the start; if one item is refused, nothing is stored.
    items: List[CreateItem]


class UpdateKnowledgeBase(TypedDict, total=False):
    #: Display name.
    name: str
    #: What is in it.
    description: Optional[str]
    #: Whether it takes part in replies.
    isActive: bool
    #: How it is searched; an update changes only the fields that it names.
    settings: Optional[RetrievalSettingsInput]
    #: The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none. When it changes, the former one answers until all passages are embedded anew.
    embeddingModelId: Optional[int]


class SearchHit(TypedDict):
    #: The item, document or question.
    id: str
    #: What it is about; of a question the phrasing that fits best.
    title: str
    #: Its whole text; of an uploaded document its best passage, of a question the beginning of its answer.
    content: str
    #: Its labels.
    tags: List[str]
    #: Calibrated probability that the passage answers the query.
    score: float
    #: The best passage of the text.
    passage: str


class SearchShortfallInfo(TypedDict):
    #: Why vectors did not take part.
    reason: ShortfallReason
    #: The embedding model that it is about, if there is one.
    modelId: Optional[int]
    #: The same as a sentence.
    message: str


class ExplainedSearchTerm(TypedDict):
    #: A word of the query, in lower case and without accents.
    term: str
    #: What one occurrence is worth: the rarer in the base, the more.
    weight: float
    #: Passages of the base that have it in any form.
    passages: int


class ExplainedSearchQuery(TypedDict):
    #: As it was searched for.
    text: str
    #: Whose stop words were left out: an ISO 639-1 code, or `simple` for none.
    language: str
    #: The words that were looked for, corrections and synonyms with their word.
    terms: List[ExplainedSearchTerm]


class ExplainedSearchChannels(TypedDict):
    #: Of the words.
    words: float
    #: Of the vectors; 0 when they took no part.
    vectors: float


class _ExplainedSearchVectorRequired(TypedDict):
    #: Cosine of query and passage.
    similarity: float
    #: What it makes probable by itself.
    probability: float


class ExplainedSearchVector(_ExplainedSearchVectorRequired, total=False):
    #: Among the compared passages, from 1.
    rank: int


class _ExplainedSearchPassageRequired(TypedDict):
    #: Its document and its position in it.
    passageId: str
    #: The item, document or question that it is of.
    documentId: str
    #: The title of that.
    title: str
    #: Numbers of the word channel: `bm25`, `bigrams` and `fourGrams` (their BM25), further features that rank, `sum` (of them all), `rank` from 1 and the calibrated `probability`.
    words: Dict[str, Any]
    #: Of both together: the calibrated probability that the passage answers.
    score: float


class ExplainedSearchPassage(_ExplainedSearchPassageRequired, total=False):
    #: Numbers of the vector channel, when it took part.
    vectors: ExplainedSearchVector
    #: Why it is not among the results: `no_match`, `below_threshold`, `beyond_limit`, or `same_document` when a better passage of its document is.
    leftOut: str


class _SearchExplainRequired(TypedDict):
    #: The way that was asked for or is set for the base.
    method: RetrievalMethod
    #: What took part: `words`, and `vectors` when the base has those of an embedding model.
    channels: List[str]
    #: Why less took part than the way asks for.
    shortfalls: List[SearchShortfallInfo]


class SearchExplain(_SearchExplainRequired, total=False):
    #: With `explain=true`: the query as it was read.
    query: ExplainedSearchQuery
    #: With `explain=true`: how many passages each channel proposed.
    candidates: ExplainedSearchChannels
    #: With `explain=true`: what each channel counts for in log odds.
    fusion: ExplainedSearchChannels
    #: With `explain=true`: the passages of the results first, then the best of those that were left out.
    passages: List[ExplainedSearchPassage]


class SearchQuery(TypedDict, total=False):
    #: What to look for; required, here or as `q`.
    query: str
    #: The same as `query`.
    q: str
    #: Only items that have one of these labels, separated by commas.
    tags: List[str]
    #: Items at most; more than 100 count as 100.
    limit: int
    #: How to look, instead of the way that is set for the base.
    method: RetrievalMethod
    #: Whether `explain` tells every score, and why passages were left out.
    explain: bool


class UpdateItem(TypedDict, total=False):
    #: What it is about; found by searches, and worth more than the text.
    title: str
    #: The text, plain or Markdown.
    content: str
    #: Labels to filter searches by.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it.
    metadata: Optional[Dict[str, Any]]
    #: ISO 639-1 code of its language; found out unless you say it.
    language: Optional[str]


class DocumentError(TypedDict):
    #: Stable code of what went wrong.
    code: str
    #: What went wrong, for a person.
    message: str


class Document(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that it belongs to.
    chatbotId: str
    #: The knowledge base that holds it.
    knowledgeBaseId: str
    #: What it is about.
    title: str
    #: What it is read as: text, markdown, html, json, csv, pdf, docx, pptx, xlsx, eml; png, jpeg, gif or webp for an image, which is not read; `nodes` when the sender has cut it; `unknown` when it cannot be read.
    type: str
    #: The version that searches find, counted from 1; 0 before it was ready for the first time. While a newer one waits, is indexed, has failed or was cancelled, which `status`, `stage`, `progress` and `error` tell, this one goes on being found.
    version: int
    #: Replies find all of what was sent last once it is `ready`.
    status: DocumentStatus
    #: What is done with it just now, while it is running; what it failed at, when it has failed.
    stage: Optional[DocumentStage]
    #: Percentage that is done.
    progress: int
    #: Passages that searches find; known when it is ready.
    passages: int
    #: Why it has failed.
    error: Optional[DocumentError]
    #: ISO 639-1: as you said, or when the language could be told.
    language: Optional[str]
    #: The oldest upload of the knowledge base with the same content, if that is not itself.
    duplicateOf: Optional[str]
    #: Bytes that were sent, of the version that is found.
    size: int
    #: Labels to filter searches by.
    tags: List[str]
    #: What you keep with it.
    metadata: Dict[str, Any]
    #: When it was sent.
    createdAt: str
    #: When its status or progress last changed.
    updatedAt: str


class _CreateDocumentRequired(TypedDict):
    #: What it is about.
    title: str
    #: The text. It may be as long as the server takes a body.
    content: str


class CreateDocument(_CreateDocumentRequired, total=False):
    #: Labels to filter searches by; in a form repeated, or separated by commas.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it; in a form as JSON.
    metadata: Optional[Dict[str, Any]]
    #: ISO 639-1 code of its language; found out unless you say it.
    language: Optional[str]
    #: The knowledge base of the chatbot that takes it; its own one for documents unless you name another.
    knowledgeBaseId: Optional[str]
    #: What to do when the knowledge base holds an upload with this very content: `skip` answers with that one, and adds nothing.
    onDuplicate: CreateItemOnDuplicate
    #: What the text is.
    type: CreateDocumentType


class _UploadDocumentRequired(TypedDict):
    #: The file: txt, md, html, csv, tsv, json, jsonl, pdf, docx, pptx, xlsx or eml; images (png, jpeg, gif, webp) are kept for messages.
    file: Uploadable


class UploadDocument(_UploadDocumentRequired, total=False):
    #: Labels to filter searches by; in a form repeated, or separated by commas.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it; in a form as JSON.
    metadata: Optional[Dict[str, Any]]
    #: ISO 639-1 code of its language; found out unless you say it.
    language: Optional[str]
    #: The knowledge base of the chatbot that takes it; its own one for documents unless you name another.
    knowledgeBaseId: Optional[str]
    #: What to do when the knowledge base holds an upload with this very content: `skip` answers with that one, and adds nothing.
    onDuplicate: CreateItemOnDuplicate
    #: What it is about. Default: the name of the file.
    title: str


class _ReplaceDocumentRequired(TypedDict):
    #: The new text. It may be as long as the server takes a body.
    content: str


class ReplaceDocument(_ReplaceDocumentRequired, total=False):
    #: Labels to filter searches by; in a form repeated, or separated by commas.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it; in a form as JSON.
    metadata: Optional[Dict[str, Any]]
    #: ISO 639-1 code of its language; found out unless you say it.
    language: Optional[str]
    #: What it is about. Default: what it was.
    title: str
    #: What the text is. Default: what it was, if that was a text, or else `text`.
    type: CreateDocumentType


class _ReplaceDocumentByFileRequired(TypedDict):
    #: The file, of any type that is read.
    file: Uploadable


class ReplaceDocumentByFile(_ReplaceDocumentByFileRequired, total=False):
    #: Labels to filter searches by; in a form repeated, or separated by commas.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it; in a form as JSON.
    metadata: Optional[Dict[str, Any]]
    #: ISO 639-1 code of its language; found out unless you say it.
    language: Optional[str]
    #: What it is about. Default: what it was.
    title: str


class WebSourceSchedule(TypedDict):
    #: Five fields of cron, or six with seconds first.
    cron: str
    #: IANA name of the time zone.
    timeZone: str


class WebSourceCounts(TypedDict):
    #: Pages that the sync has found.
    found: int
    #: Pages that it has dealt with so far.
    fetched: int
    #: Pages that became documents.
    added: int
    #: Pages whose documents were replaced.
    changed: int
    #: Pages that were as before.
    unchanged: int
    #: Pages that are there and were not taken, such as those that ask not to be indexed.
    skipped: int
    #: Pages that could not be read now; what was read of them before stays.
    failed: int
    #: Documents that were taken away.
    removed: int


class WebSourceError(TypedDict):
    #: Stable code of what went wrong.
    code: str
    #: What went wrong, for a person.
    message: str


class WebSource(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that it belongs to.
    chatbotId: str
    #: The knowledge base that takes the pages.
    knowledgeBaseId: str
    #: Its address.
    url: str
    #: What it is.
    kind: WebSourceKind
    #: Pages that are taken at most.
    maxPages: int
    #: Beginnings of the paths of pages that are taken. None: all.
    include: List[str]
    #: Beginnings of the paths of pages that are left out.
    exclude: List[str]
    #: When it is synced by itself.
    schedule: Optional[WebSourceSchedule]
    #: Hours from one sync to the next.
    refreshHours: Optional[int]
    #: When the next sync begins by itself.
    nextSyncAt: Optional[str]
    #: How its last sync stands, or has ended.
    status: DocumentStatus
    #: What is done just now, while it is running.
    stage: Optional[WebSourceStage]
    #: Percentage of the sync that is done.
    progress: int
    #: What the sync has come to so far.
    counts: WebSourceCounts
    #: Why the last sync failed.
    error: Optional[WebSourceError]
    #: When the last sync was asked for.
    syncStartedAt: Optional[str]
    #: When it ended; null while it is under way.
    syncEndedAt: Optional[str]
    #: When the source was made.
    createdAt: str
    #: When it last changed.
    updatedAt: str


class _WebSourceScheduleFieldRequired(TypedDict):
    #: Five fields of cron, or six with seconds first.
    cron: str


class WebSourceScheduleField(_WebSourceScheduleFieldRequired, total=False):
    #: IANA name of the time zone that it is meant in.
    timeZone: Optional[str]


class _CreateWebSourceRequired(TypedDict):
    #: Address of a page, of a sitemap, or of the front of a site, whose robots.txt names its sitemaps.
    url: str


class CreateWebSource(_CreateWebSourceRequired, total=False):
    #: Pages that are taken at most.
    maxPages: Optional[int]
    #: Beginnings of the paths of pages that are taken. None: all.
    include: Optional[List[str]]
    #: Beginnings of the paths of pages that are left out.
    exclude: Optional[List[str]]
    #: When it is synced by itself; null: never, or as `refreshHours` says.
    schedule: Optional[WebSourceScheduleField]
    #: Hours from one sync to the next, instead of a schedule.
    refreshHours: Optional[int]
    #: What it is. Default: `sitemap` for addresses that end in .xml, .xml.gz or robots.txt and for the front of a site, else `page`.
    kind: WebSourceKind
    #: The knowledge base of the chatbot that takes the pages; its own one for documents unless you name another.
    knowledgeBaseId: Optional[str]


class WebPage(TypedDict):
    #: Its address.
    url: str
    #: Its title, when it was read.
    title: Optional[str]
    #: What became of it at the last visit. `skipped`: it is there and is not taken. `failed`: it could not be read; what was read before stays.
    status: WebPageStatus
    #: Why it was skipped, has gone or failed.
    error: Optional[WebSourceError]
    #: The document that it is.
    documentId: Optional[str]
    #: Replies find all of it once its document is `ready`.
    documentStatus: Optional[WebPageDocumentStatus]
    #: When the site answered last.
    lastFetchedAt: Optional[str]
    #: When it last brought something new.
    lastChangedAt: Optional[str]


class UpdateWebSource(TypedDict, total=False):
    #: Pages that are taken at most.
    maxPages: Optional[int]
    #: Beginnings of the paths of pages that are taken. None: all.
    include: Optional[List[str]]
    #: Beginnings of the paths of pages that are left out.
    exclude: Optional[List[str]]
    #: When it is synced by itself; null: never, or as `refreshHours` says.
    schedule: Optional[WebSourceScheduleField]
    #: Hours from one sync to the next, instead of a schedule.
    refreshHours: Optional[int]


class RelatedPrompt(TypedDict):
    #: What a button shows.
    label: str
    #: The message that it sends.
    prompt: str


class Question(TypedDict):
    #: Its id.
    id: str
    #: The knowledge base that holds it.
    knowledgeBaseId: str
    #: What machines call it, unique in the knowledge base.
    name: str
    #: Ways to ask it.
    phrasings: List[str]
    #: The answer.
    answer: str
    #: Whether a language model words the reply; false: the answer is given as it stands.
    llmReply: bool
    #: What may be asked next.
    relatedPrompts: List[RelatedPrompt]
    #: Labels to filter searches by.
    tags: List[str]
    #: What you keep with it.
    metadata: Dict[str, Any]
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class _CreateQuestionRequired(TypedDict):
    #: Ways to ask it; each is looked for by itself.
    phrasings: List[str]
    #: The answer, plain or Markdown.
    answer: str


class CreateQuestion(_CreateQuestionRequired, total=False):
    #: What machines call it, unique in the knowledge base. Default: `question-` and a new UUID.
    name: Optional[str]
    #: Whether a language model words the reply; false: the answer is given as it stands.
    llmReply: bool
    #: What may be asked next.
    relatedPrompts: Optional[List[RelatedPrompt]]
    #: Labels to filter searches by.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it; searches can be narrowed by it.
    metadata: Optional[Dict[str, Any]]


class ImportedQuestions(TypedDict):
    #: Questions that were added.
    questions: int
    #: Phrasings of all of them.
    phrasings: int


class ImportQuestions(TypedDict, total=False):
    #: Up to 1,000 questions with 10,000 phrasings in all; the list may also be the whole body. Required unless there is a `content`.
    questions: List[CreateQuestion]
    #: A table or lines of JSON, instead of `questions`. Columns or keys: `question` (or `phrasing`, `alternates`; several in a cell are parted by `|`), `answer`, and if you want `name`, `llm_reply`, `tags`, `related_prompts`, `metadata`. Rows of one name, or without names of one answer, are one question.
    content: str
    #: What `content` is.
    type: ImportQuestionsType


class UploadQuestions(TypedDict):
    #: A table (CSV, with the columns as for `content`), lines of JSON or a list in JSON.
    file: Uploadable


class UpdateQuestion(TypedDict, total=False):
    #: What machines call it, unique in the knowledge base. Default: `question-` and a new UUID.
    name: Optional[str]
    #: Ways to ask it; each is looked for by itself.
    phrasings: List[str]
    #: The answer, plain or Markdown.
    answer: str
    #: Whether a language model words the reply; false: the answer is given as it stands.
    llmReply: bool
    #: What may be asked next.
    relatedPrompts: Optional[List[RelatedPrompt]]
    #: Labels to filter searches by.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it; searches can be narrowed by it.
    metadata: Optional[Dict[str, Any]]


class KnowledgeImportCounts(TypedDict):
    #: Rows that were written or refused so far.
    read: int
    #: Items and questions that are new.
    added: int
    #: That were there and have changed.
    updated: int
    #: That were there just so.
    unchanged: int
    #: Rows that were refused.
    failed: int
    #: Items and questions that were not in the file.
    removed: int


class KnowledgeImportRowError(TypedDict):
    #: As an editor or a spreadsheet counts: from 1, with the line of headings.
    row: int
    #: Why it was refused.
    message: str


class KnowledgeImport(TypedDict):
    #: Its id.
    id: str
    #: The knowledge base that it goes into.
    knowledgeBaseId: str
    #: What becomes of what is not in the file.
    mode: KnowledgeImportMode
    #: What becomes of a row that is refused.
    onError: KnowledgeImportOnError
    #: What the file is read as.
    format: KnowledgeImportFormat
    #: The name of the file.
    fileName: Optional[str]
    #: Of the file.
    sizeBytes: int
    #: How far it is.
    status: KnowledgeImportStatus
    #: What is being done; null unless it is running.
    stage: Optional[KnowledgeImportStage]
    #: Percent; it never falls.
    percent: int
    #: Rows of the file; null until they have been counted.
    rows: Optional[int]
    #: What has become of the rows.
    counts: KnowledgeImportCounts
    #: The first 100 rows that were refused.
    errors: List[KnowledgeImportRowError]
    #: What to know of one that is completed.
    notice: Optional[str]
    #: Why it has failed.
    error: Optional[str]
    #: When it was first worked on.
    startedAt: Optional[str]
    #: When it ended, in whatever way.
    completedAt: Optional[str]
    #: When the file had come.
    createdAt: str


class _UploadKnowledgeImportRequired(TypedDict):
    #: A table (CSV) or lines of JSON, up to 100 MiB and 200,000 rows. An item has `title`, `content` and if you want `tags`, `sourceType`, `metadata`, `language`; a question has `question` or `phrasings`, `answer` and if you want `name`, `llmReply`, `relatedPrompts`, `tags`, `metadata`. `type` says which it is, where that is not plain; `key` is what you call it.
    file: Uploadable


class UploadKnowledgeImport(_UploadKnowledgeImportRequired, total=False):
    #: `replace`: items and questions that were there before and are not in the file are removed when all of it is written; not when rows were refused.
    mode: KnowledgeImportMode
    #: Whether a row that is refused is left out, or fails the import. All rows are looked at before the first is written.
    onError: KnowledgeImportOnError
    #: What the file is; found out unless you say it.
    format: KnowledgeImportFormat


class Artifact(TypedDict):
    #: Its id.
    id: str
    #: What it is called.
    title: str
    #: What kind of text it is.
    type: ArtifactType
    #: Number of the version, from 1. Every update makes one more.
    version: int
    #: Length of the content in characters.
    contentLength: int
    #: When it was made.
    createdAt: str
    #: When its last version was made.
    updatedAt: str
    #: What it says.
    content: str


class _CreateArtifactRequired(TypedDict):
    #: What it is called. Blanks around it are removed.
    title: str
    #: What it says. It may be empty.
    content: str


class CreateArtifact(_CreateArtifactRequired, total=False):
    #: What kind of text it is.
    type: ArtifactType


class ListedArtifact(TypedDict):
    #: Its id.
    id: str
    #: What it is called.
    title: str
    #: What kind of text it is.
    type: ArtifactType
    #: Number of the version, from 1. Every update makes one more.
    version: int
    #: Length of the content in characters.
    contentLength: int
    #: When it was made.
    createdAt: str
    #: When its last version was made.
    updatedAt: str


class UpdateArtifact(TypedDict, total=False):
    #: What it is called. Blanks around it are removed.
    title: str
    #: What it says. It may be empty.
    content: str
    #: What kind of text it is.
    type: ArtifactType
    #: The version that you have changed. If the artifact has a later one, the update is refused (409).
    expectedVersion: int


class ListedArtifactVersion(TypedDict):
    #: Number of the version, from 1. Every update makes one more.
    version: int
    #: What the artifact was called then.
    title: str
    #: What kind of text it was then.
    type: ArtifactType
    #: Length of the content in characters.
    contentLength: int
    #: The earlier version that this one brought back; null unless it did.
    restoredFrom: Optional[int]
    #: When this version was made.
    createdAt: str


class ArtifactVersion(TypedDict):
    #: Number of the version, from 1. Every update makes one more.
    version: int
    #: What the artifact was called then.
    title: str
    #: What kind of text it was then.
    type: ArtifactType
    #: Length of the content in characters.
    contentLength: int
    #: The earlier version that this one brought back; null unless it did.
    restoredFrom: Optional[int]
    #: When this version was made.
    createdAt: str
    #: What the artifact said then.
    content: str


class _PluginHookFieldRequired(TypedDict):
    #: When it runs: pre-process (the message) or post-process (the reply).
    name: str


class PluginHookField(_PluginHookFieldRequired, total=False):
    #: Lower ones run first.
    priority: int
    #: For the plugin itself: which of its handlers is meant.
    handler: Optional[str]


class _PluginToolFieldRequired(TypedDict):
    #: What models call it by.
    name: str


class PluginToolField(_PluginToolFieldRequired, total=False):
    #: For models: what it does, and when to use it.
    description: Optional[str]
    #: JSON Schema (draft 2020-12) of its arguments, an object. It may not be recursive.
    parameters: Optional[Dict[str, Any]]


class _PluginConfigOptionRequired(TypedDict):
    #: Its name in the configuration.
    name: str
    #: One of string, number, integer, boolean, enum, list, object, secret. A list is of texts; a secret is a text or an object of texts, and is never shown.
    type: str


class PluginConfigOption(_PluginConfigOptionRequired, total=False):
    #: Whether it must be given.
    required: Optional[bool]
    #: Its value where none is given.
    default: Any
    #: What it is for.
    description: Optional[str]
    #: What an enum may be, and each text of a list.
    values: Optional[List[str]]


class _RegisteredPluginRequired(TypedDict):
    #: Its id.
    id: str
    #: Its name.
    name: str
    #: Its version.
    version: str
    #: What it does.
    description: Optional[str]
    #: Who made it.
    author: Optional[str]
    #: Where it runs.
    kind: UpdatePluginKind
    #: Its address, or the name of the built-in plugin that it is.
    entryPoint: Optional[str]
    #: When it takes part in a turn.
    hooks: List[PluginHookField]
    #: What models may call of it.
    tools: List[PluginToolField]
    #: What it asks of whoever installs it.
    configOptions: List[PluginConfigOption]
    #: JSON Schema of its configuration.
    configSchema: Optional[Dict[str, Any]]
    #: How long one call may take, milliseconds; null: the default.
    timeoutMs: Optional[int]
    #: Whether it is one of every team, which cannot be changed.
    isSystem: bool
    #: When it was registered.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class RegisteredPlugin(_RegisteredPluginRequired, total=False):
    #: What its calls are signed with. Shown only when it is new.
    secret: str


class _RegisterPluginRequired(TypedDict):
    #: Its name.
    name: str
    #: Its version, a semantic one.
    version: str


class RegisterPlugin(_RegisterPluginRequired, total=False):
    #: What it does.
    description: Optional[str]
    #: Who made it.
    author: Optional[str]
    #: Where it runs. Unless given, it is seen in the entry point: an address is `http`, the name of what is built in is `builtin`, and without one it is `none`, which runs nothing.
    kind: Optional[UpdatePluginKind]
    #: An http or https address on the public internet (what is sent there stands in docs/plugins.md), or the name of a built-in plugin.
    entryPoint: Optional[str]
    #: The address of an MCP server (Streamable HTTP): the entry point of a plugin of kind `mcp`, which it makes it.
    serverUrl: Optional[str]
    #: When it takes part in a turn.
    hooks: Optional[List[PluginHookField]]
    #: What models may call of it; only for kind `http`.
    tools: Optional[List[PluginToolField]]
    #: What it asks of whoever installs it.
    configOptions: Optional[List[PluginConfigOption]]
    #: JSON Schema (draft 2020-12) of its configuration, beside or instead of the options. Properties that are `writeOnly`, or of format `password`, are secrets.
    configSchema: Optional[Dict[str, Any]]
    #: How long one call may take, milliseconds.
    timeoutMs: Optional[int]


class UpdatePlugin(TypedDict, total=False):
    #: Its name.
    name: str
    #: Its version, a semantic one.
    version: str
    #: What it does.
    description: Optional[str]
    #: Who made it.
    author: Optional[str]
    #: Where it runs. Unless given, it is seen in the entry point: an address is `http`, the name of what is built in is `builtin`, and without one it is `none`, which runs nothing.
    kind: Optional[UpdatePluginKind]
    #: An http or https address on the public internet (what is sent there stands in docs/plugins.md), or the name of a built-in plugin.
    entryPoint: Optional[str]
    #: The address of an MCP server (Streamable HTTP): the entry point of a plugin of kind `mcp`, which it makes it.
    serverUrl: Optional[str]
    #: When it takes part in a turn.
    hooks: Optional[List[PluginHookField]]
    #: What models may call of it; only for kind `http`.
    tools: Optional[List[PluginToolField]]
    #: What it asks of whoever installs it.
    configOptions: Optional[List[PluginConfigOption]]
    #: JSON Schema (draft 2020-12) of its configuration, beside or instead of the options. Properties that are `writeOnly`, or of format `password`, are secrets.
    configSchema: Optional[Dict[str, Any]]
    #: How long one call may take, milliseconds.
    timeoutMs: Optional[int]


class ChatbotPlugin(TypedDict):
    #: Of the installation.
    id: str
    #: The chatbot.
    chatbotId: str
    #: The plugin.
    pluginId: str
    #: Whether it takes part in turns.
    isEnabled: bool
    #: Its configuration; secrets are shown as `********`.
    config: Dict[str, Any]
    #: The plugin.
    plugin: RegisteredPlugin
    #: When it was installed.
    createdAt: str
    #: When it was last configured.
    updatedAt: str


class _InstallPluginRequired(TypedDict):
    #: The plugin.
    pluginId: str


class InstallPlugin(_InstallPluginRequired, total=False):
    #: What it asks for.
    config: Optional[Dict[str, Any]]
    #: False installs it switched off.
    isEnabled: bool


class _ConfigurePluginRequired(TypedDict):
    #: In place of the whole configuration. A secret that is sent back as it was shown stays as it is.
    config: Dict[str, Any]


class ConfigurePlugin(_ConfigurePluginRequired, total=False):
    #: False switches it off.
    isEnabled: bool


class ChatbotPluginHealth(TypedDict):
    #: Runs that the answering process has seen since it began.
    runs: int
    #: Those that were not fine.
    failures: int
    #: The last one.
    lastRunAt: Optional[str]
    #: What was wrong with the last one.
    lastError: Optional[str]


class ChatbotPluginStatus(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The plugin.
    pluginId: str
    #: `active`: it was asked, and works; `disabled`: it is switched off; `error`: it does not work.
    status: ChatbotPluginStatusStatus
    #: Whether it takes part in turns.
    isEnabled: bool
    #: Of the plugin.
    version: str
    #: Why it does not work, or else what was wrong with its last run.
    lastError: Optional[str]
    #: When it was asked; it is asked again after some seconds.
    checkedAt: str
    #: How its runs went.
    health: ChatbotPluginHealth


class ChatbotIntegration(TypedDict):
    #: Its id.
    id: str
    #: Of its chatbot.
    chatbotId: str
    #: Its name.
    name: str
    #: `echo` says what was said, only to messengers.
    kind: ChatbotIntegrationKind
    #: Of a webhook.
    webhookUrl: Optional[str]
    #: Sent with every call; what is secret is masked.
    headers: Dict[str, Any]
    #: Of a model.
    modelId: Optional[int]
    #: How long one call may take, milliseconds.
    timeoutMs: int
    #: Its share of the conversations, relative to the other integrations; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails.
    isFallback: bool
    #: Whether it takes part at all.
    isEnabled: bool
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class IntegrationChanges(TypedDict, total=False):
    #: Its name.
    name: str
    #: `webhook`: an HTTP service of yours; `model`: the chatbot itself, by another model.
    kind: NewIntegrationKind
    #: Of a webhook: an https address on the public internet. What it is sent stands in docs/integrations.md.
    webhookUrl: Optional[str]
    #: Sent with every call, names to values. Values that look secret are stored sealed and shown as a mask; the mask in place of a value keeps the one that is there.
    headers: Dict[str, Any]
    #: Of a model: the id of a registered one of kind `llm`.
    modelId: Optional[int]
    #: How long one call may take, milliseconds.
    timeoutMs: int
    #: Its share of the conversations, relative to the other integrations; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails, whatever its weight.
    isFallback: bool
    #: Whether it takes part at all.
    isEnabled: bool


class ChatbotIntegrationHealth(TypedDict):
    #: Of the integration.
    integrationId: str
    #: How its last call ended.
    state: ChatbotIntegrationHealthState
    #: `open`: it failed several times in a row, and is not called for a moment.
    circuit: ChatbotIntegrationHealthCircuit
    #: When the next call is let through; null while every call is.
    pausedUntil: Optional[str]
    #: Calls of this process since it began.
    calls: int
    #: Those of them that failed.
    failures: int
    #: When it was last called.
    lastCalledAt: Optional[str]
    #: How long that took, milliseconds.
    lastLatencyMs: Optional[int]
    #: Why that failed; null when it went well.
    lastError: Optional[str]


class IntegrationTrialOutcome(TypedDict):
    #: Whether it answered.
    ok: bool
    #: How long that took, milliseconds.
    latencyMs: int
    #: What it answered.
    answer: Optional[str]
    #: Why it did not.
    error: Optional[str]
    #: The HTTP status that it answered with, when it failed by one.
    statusCode: Optional[int]


class TryIntegration(TypedDict, total=False):
    #: What it is asked.
    message: str


class _NewIntegrationRequired(TypedDict):
    #: Its name.
    name: str


class NewIntegration(_NewIntegrationRequired, total=False):
    #: `webhook`: an HTTP service of yours; `model`: the chatbot itself, by another model.
    kind: NewIntegrationKind
    #: Of a webhook: an https address on the public internet. What it is sent stands in docs/integrations.md.
    webhookUrl: Optional[str]
    #: Sent with every call, names to values. Values that look secret are stored sealed and shown as a mask; the mask in place of a value keeps the one that is there.
    headers: Dict[str, Any]
    #: Of a model: the id of a registered one of kind `llm`.
    modelId: Optional[int]
    #: How long one call may take, milliseconds.
    timeoutMs: int
    #: Its share of the conversations, relative to the other integrations; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails, whatever its weight.
    isFallback: bool
    #: Whether it takes part at all.
    isEnabled: bool


class _TrainingExampleRequired(TypedDict):
    #: Its id.
    id: str
    #: What a person says.
    input: str
    #: What the chatbot is to answer, or the name of the intent.
    output: str
    #: What the input means; `__oos__`: out of scope.
    intent: str


class TrainingExample(_TrainingExampleRequired, total=False):
    #: What you keep with it.
    metadata: Dict[str, Any]


class TrainingDataset(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that learns from it.
    chatbotId: str
    #: Display name.
    name: str
    #: What is in it.
    description: Optional[str]
    #: The field that it is from.
    domain: str
    #: Whether sessions may be trained from it.
    isActive: bool
    #: All that it has.
    exampleCount: int
    #: The oldest 100, in a list of datasets fewer; all are listed by a path of their own.
    examples: List[TrainingExample]
    #: When it was made.
    createdAt: str
    #: When it or its examples were last changed.
    updatedAt: str


class _NewTrainingExampleRequired(TypedDict):
    #: What a person says.
    input: str
    #: What the chatbot is to answer, or just the name of the intent.
    output: str


class NewTrainingExample(_NewTrainingExampleRequired, total=False):
    #: What the input means; `__oos__` for what no intent of the chatbot covers. Default: `metadata.intent`, else the output.
    intent: Optional[str]
    #: Anything that you want to keep with it.
    metadata: Optional[Dict[str, Any]]


class _CreateTrainingDatasetRequired(TypedDict):
    #: Display name.
    name: str


class CreateTrainingDataset(_CreateTrainingDatasetRequired, total=False):
    #: What is in it.
    description: Optional[str]
    #: The field that it is from.
    domain: Optional[str]
    #: Up to 10,000; more are added by calls of their own.
    examples: List[NewTrainingExample]


class UpdateTrainingDataset(TypedDict, total=False):
    #: Display name.
    name: str
    #: What is in it.
    description: Optional[str]
    #: The field that it is from.
    domain: Optional[str]
    #: False: no session may be trained from it.
    isActive: bool


class AddTrainingExamples(TypedDict, total=False):
    #: What a person says.
    input: str
    #: What the chatbot is to answer, or just the name of the intent.
    output: str
    #: What the input means; `__oos__` for what no intent of the chatbot covers. Default: `metadata.intent`, else the output.
    intent: Optional[str]
    #: Anything that you want to keep with it.
    metadata: Optional[Dict[str, Any]]
    #: 1 to 10,000 examples; all are added, or none. The list may also be the whole body, and a single example may stand in the body itself. A dataset may have 200,000.
    examples: List[NewTrainingExample]


class TrainingImport(TypedDict):
    #: The dataset that it went into.
    datasetId: str
    #: What the file was read as.
    format: TrainingImportFormat
    #: Examples of the file.
    read: int
    #: Examples that are new in the dataset.
    added: int
    #: Examples that were left out because there is such a one.
    skippedDuplicates: int
    #: Examples that were there and have gone.
    removed: int
    #: Examples of the dataset now.
    exampleCount: int
    #: Different intents of the dataset now.
    intents: int
    #: What of the file says nothing about examples, and was passed over.
    warnings: List[str]


class _UploadTrainingImportRequired(TypedDict):
    #: Lines of JSON or a JSON list, a table (CSV), or the training data of Rasa 3 (YAML), up to 16 MB and 200,000 examples. An example has `input` (or `text`, `utterance`, `query`), `output` (or `answer`, `response`), `intent` (or `label`, `category`) and if you want `metadata`; without an output it is that of its intent.
    file: Uploadable


class UploadTrainingImport(_UploadTrainingImportRequired, total=False):
    #: `replace`: the examples that are there go; 409 while a session learns from them.
    mode: UploadTrainingImportMode
    #: Whether an example with the input and the intent of another one, in the dataset or in the file, is left out.
    skipDuplicates: bool
    #: What the file is; found out from its name, its type or what stands in it unless you say it.
    format: TrainingImportFormat


class TrainingSessionConfig(TypedDict, total=False):
    #: Ids of other datasets of the chatbot to learn from, too.
    alsoDatasetIds: List[str]
    #: The same examples and seed give the same model.
    seed: int
    #: Whether the chatbot reads intents by the new model at once: `always`, `never`, or `if_not_worse`: unless, on the examples that both have held out, it is worse than the active one by more than chance.
    activation: TrainingSessionConfigActivation


class ModelActivation(TypedDict):
    #: What the session was to do.
    policy: ModelActivationPolicy
    #: Whether the chatbot read intents by the new version when the session ended.
    isActivated: bool
    #: The version that was active before; null when there was none, or it was not compared.
    comparedWith: Optional[int]
    #: Why, for people.
    reason: str


class TrainingSession(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that learns.
    chatbotId: str
    #: The dataset that it learns from.
    datasetId: str
    #: How it is trained.
    config: TrainingSessionConfig
    #: How far it is.
    status: TrainingSessionStatus
    #: What is being done; null unless it is in progress.
    stage: Optional[TrainingSessionStage]
    #: Percent; it begins anew when the process that trained has ended.
    progress: int
    #: Null until it is completed: `examples`, `intents`, `outOfScopeExamples`, `accuracy`, `macroF1`, `loss` and `calibrationError` (cross-validated; null where nothing could be held out), `durationMs`, `modelVersion`, `trainedFrom`, `activation`.
    metrics: Optional[Dict[str, Any]]
    #: Whether the chatbot reads intents by the new model, and why; null until it is completed.
    activation: Optional[ModelActivation]
    #: Why it failed.
    error: Optional[str]
    #: When it was first worked on.
    startedAt: Optional[str]
    #: When it ended, in whatever way.
    completedAt: Optional[str]
    #: When it was asked for.
    createdAt: str


class _StartTrainingSessionRequired(TypedDict):
    #: The dataset to learn from.
    datasetId: str


class StartTrainingSession(_StartTrainingSessionRequired, total=False):
    #: How to train.
    config: Optional[TrainingSessionConfig]


class TrainingModel(TypedDict):
    #: The chatbot that has learned.
    chatbotId: str
    #: Its version, from 1; none is given twice.
    version: int
    #: Whether the chatbot reads intents by it.
    isActive: bool
    #: The session that made it.
    sessionId: str
    #: Ids of the datasets that it was trained from.
    datasetIds: List[str]
    #: Its size.
    bytes: int
    #: What was measured, as its session tells it.
    metrics: Dict[str, Any]
    #: When it was made.
    createdAt: str


class TrainingModelDetails(TypedDict):
    #: The chatbot that has learned.
    chatbotId: str
    #: Its version, from 1; none is given twice.
    version: int
    #: Whether the chatbot reads intents by it.
    isActive: bool
    #: The session that made it.
    sessionId: str
    #: Ids of the datasets that it was trained from.
    datasetIds: List[str]
    #: Its size.
    bytes: int
    #: What was measured, as its session tells it.
    metrics: Dict[str, Any]
    #: When it was made.
    createdAt: str
    #: The whole measurement, with the fields of the report of the session that made it.
    report: Dict[str, Any]
    #: By intent: what it replies, for intents that have an answer of their own.
    answers: Dict[str, Any]


class RankedIntent(TypedDict):
    #: The intent.
    intent: str
    #: As of the prediction.
    confidence: float


class PredictedIntent(TypedDict):
    #: The text.
    text: str
    #: What it most probably means, also when it is out of scope.
    intent: str
    #: The probability that this is right and the text in scope.
    confidence: float
    #: Whether it means anything that the chatbot has learned.
    inScope: bool
    #: Up to 5 intents, the best first.
    ranking: List[RankedIntent]
    #: What the intent replies; null when it has no answer of its own.
    answer: Optional[str]
    #: The version of the model.
    modelVersion: int


class PredictIntents(TypedDict, total=False):
    #: A text of an end user. Required unless there are `texts`.
    text: str
    #: Several texts, instead of `text`; the answer is then a list in their order.
    texts: List[str]


class IntentFigures(TypedDict):
    #: The intent.
    intent: str
    #: Its examples.
    examples: int
    #: Of the held-out examples that were taken for it, the share that were.
    precision: float
    #: Of its held-out examples, the share that was recognised.
    recall: float
    #: Harmonic mean of both.
    f1: float


class IntentConfusion(TypedDict):
    #: What it was.
    intent: str
    #: What it was taken for.
    predicted: str
    #: How often.
    count: int
    #: Up to 5 of the texts.
    texts: List[str]


_CalibrationBinRequiredKeywords = TypedDict("_CalibrationBinRequiredKeywords", {"from": "float"})

class _CalibrationBinRequired(_CalibrationBinRequiredKeywords):
    #: To here.
    to: float
    #: Held-out examples in scope whose confidence lies between.
    count: int
    #: Their mean confidence.
    confidence: float
    #: The share of them that was right: the nearer to the confidence, the more honest that is.
    accuracy: float


class CalibrationBin(_CalibrationBinRequired):
    pass


class ScopeFigures(TypedDict):
    #: Share of the held-out examples in scope that count as such.
    keptInScope: Optional[float]
    #: Share of the held-out `__oos__` examples that are refused; null without any.
    outOfScopeRecall: Optional[float]
    #: Share of the examples of intents that the model was not told of that are refused; null when none could be left out.
    leftOutRecall: Optional[float]
    #: How well texts in scope are told from both: area under the ROC curve.
    auroc: Optional[float]


class DuplicateGroup(TypedDict):
    #: The text as one of the examples has it.
    text: str
    #: The intent.
    intent: str
    #: How many examples have the same words.
    count: int


class DuplicateExamples(TypedDict):
    #: Examples that say nothing new; null of models that were trained before they were counted.
    count: Optional[int]
    #: Up to 50, the most frequent first.
    groups: List[DuplicateGroup]


class ContradictoryIntent(TypedDict):
    #: The intent.
    intent: str
    #: Its examples with these words.
    count: int


class ContradictionGroup(TypedDict):
    #: The text as one of the examples has it.
    text: str
    #: The intents that have it, the most frequent first. The model learns it for all of them.
    intents: List[ContradictoryIntent]


class ContradictoryExamples(TypedDict):
    #: Texts that stand in several intents; null of models that were trained before they were counted.
    count: Optional[int]
    #: Up to 50, the most frequent first.
    groups: List[ContradictionGroup]


class LearningPoint(TypedDict):
    #: So many examples learned.
    examples: int
    #: How often the linear part of the model is right then.
    accuracy: float


class TrainingSuggestion(TypedDict):
    #: What it is about.
    kind: TrainingSuggestionKind
    #: The intent that it is about; null when it is about all.
    intent: Optional[str]
    #: The other one, of a pair.
    otherIntent: Optional[str]
    #: What to do, for people.
    message: str
    #: Up to 5 examples that it is about.
    texts: List[str]


class TrainingReport(TypedDict):
    #: The session.
    sessionId: str
    #: The chatbot that has learned.
    chatbotId: str
    #: The version that the session made.
    modelVersion: int
    #: Whether the chatbot reads intents by it now.
    isActive: bool
    #: What became of it when it was made; null of sessions before there were policies.
    activation: Optional[ModelActivation]
    #: Examples in scope.
    examples: int
    #: Intents.
    intents: int
    #: `__oos__` examples.
    outOfScopeExamples: int
    #: Examples in scope that were held out: the figures rest on them. Null of models from before it was told.
    heldOutExamples: Optional[int]
    #: Share of them that was right; null, as the next three, where nothing could be held out.
    accuracy: Optional[float]
    #: Mean of the F1 of all intents.
    macroF1: Optional[float]
    #: Mean negative logarithm (nats) of the probability of the true intent.
    loss: Optional[float]
    #: Expected calibration error of the confidence, 15 bins.
    calibrationError: Optional[float]
    #: Parts of the cross-validation; 0 when nothing could be held out.
    folds: int
    #: What the probability of being in scope must reach.
    threshold: float
    #: By name.
    perIntent: List[IntentFigures]
    #: Up to 50: the pairs of intents with the most errors first, both directions together, each a row.
    confusions: List[IntentConfusion]
    #: Bins of equal width, those without examples left out.
    calibrationCurve: List[CalibrationBin]
    #: What is taken for in scope.
    scope: ScopeFigures
    #: Examples that stand more than once in an intent, by their words.
    duplicates: DuplicateExamples
    #: Texts that stand in several intents.
    contradictions: ContradictoryExamples
    #: Fewest examples first; empty when there are too few.
    learningCurve: List[LearningPoint]
    #: Up to 20, the most valuable first.
    suggestions: List[TrainingSuggestion]


class ComparedScope(TypedDict):
    #: `__oos__` examples that both have held out.
    examples: int
    #: Share of the examples in scope that the version takes as such.
    keptInScope: Optional[float]
    #: The same of the other.
    withKeptInScope: Optional[float]
    #: Share of the `__oos__` examples that the version refuses; null without any.
    refused: Optional[float]
    #: The same of the other.
    withRefused: Optional[float]


class ComparedIntent(TypedDict):
    #: The intent.
    intent: str
    #: Its examples among those that both have held out.
    examples: int
    #: F1 of the version.
    f1: float
    #: F1 of the other.
    withF1: float


class ComparedText(TypedDict):
    #: The example, up to 200 characters of it.
    text: str
    #: What it means.
    intent: str
    #: What the version took it for.
    predicted: str
    #: What the other took it for.
    withPredicted: str


_ModelComparisonRequiredKeywords = TypedDict("_ModelComparisonRequiredKeywords", {"with": "int"})

class _ModelComparisonRequired(_ModelComparisonRequiredKeywords):
    #: The version.
    version: int
    #: Examples in scope that both have held out. The figures are of them; null where there are none.
    examples: int
    #: Share that the version got right.
    accuracy: Optional[float]
    #: Share that the other got right.
    withAccuracy: Optional[float]
    #: Of the shares; positive where the version is better.
    difference: Optional[float]
    #: The difference lies between these with 95 % confidence.
    interval: Optional[List[float]]
    #: How probable such a difference is by chance (McNemar, exact, two-sided).
    pValue: Optional[float]
    #: Mean F1 of the intents by the version.
    macroF1: Optional[float]
    #: Mean F1 of the intents by the other.
    withMacroF1: Optional[float]
    #: What both take for in scope.
    outOfScope: ComparedScope
    #: `better` and `worse` by more than chance (p < .05); `not comparable` below 20 examples.
    verdict: ModelComparisonVerdict
    #: Up to 50, those that differ most first.
    perIntent: List[ComparedIntent]
    #: Examples that the version alone got right.
    gainedCount: int
    #: Up to 20 of them.
    gained: List[ComparedText]
    #: Examples that the other alone got right.
    lostCount: int
    #: Up to 20 of them.
    lost: List[ComparedText]
    #: Intents that only the version knows.
    addedIntents: List[str]
    #: Intents that only the other knows.
    removedIntents: List[str]


class ModelComparison(_ModelComparisonRequired):
    pass


class EndUserContext(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: Your own id of the end user.
    userId: str
    #: What is known of the end user.
    context: Dict[str, Any]
    #: When it was first stored.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class _UpdateEndUserContextRequired(TypedDict):
    #: Merged into what is stored, field by field; null takes a field away.
    context: Dict[str, Any]


class UpdateEndUserContext(_UpdateEndUserContextRequired, total=False):
    #: The conversation in which it was learned.
    conversationId: Optional[str]


class NamedReference(TypedDict):
    #: As said.
    reference: str
    #: What it stands for.
    resolvedTo: str
    #: The entity; null when it stands for several.
    entityId: Optional[str]
    #: What the entity is.
    type: str
    #: How surely it stands for it.
    confidence: float


class ResolvedReferences(TypedDict):
    #: As given.
    originalText: str
    #: With the names of what is referred to.
    resolvedText: str
    #: In the order of the text; empty when nothing is referred to, or nobody knows what.
    references: List[NamedReference]


class _ResolveReferencesInputRequired(TypedDict):
    #: What the end user says.
    text: str
    #: Your own id of the end user.
    userId: str


class ResolveReferencesInput(_ResolveReferencesInputRequired, total=False):
    #: The conversation in which it is said.
    conversationId: Optional[str]


class EndUserTopic(TypedDict):
    #: Its id.
    id: str
    #: Its name.
    name: str
    #: How surely the end user speaks of it.
    confidence: float
    #: Whether the end user speaks of it now.
    active: bool
    #: Words that mean it.
    keywords: List[str]
    #: When it first came up.
    createdAt: str
    #: When it last came up or was changed.
    updatedAt: str


class _PutEndUserTopicRequired(TypedDict):
    #: Its name; of one name there is one topic, whatever the case.
    name: str


class PutEndUserTopic(_PutEndUserTopicRequired, total=False):
    #: How surely the end user speaks of it.
    confidence: float
    #: Words that mean it: a message with one of them is about this topic.
    keywords: List[str]
    #: Whether the end user speaks of it now.
    active: bool


class EndUserEntity(TypedDict):
    #: Its id.
    id: str
    #: What it is.
    type: str
    #: Its name, normalised: a date as ISO 8601, a telephone number as E.164.
    value: str
    #: How sure it is.
    confidence: float
    #: What is kept with it.
    metadata: Dict[str, Any]
    #: Who named it: said (the end user), replied (the chatbot), model (found by a model), given (by you).
    source: str
    #: When it was first named.
    createdAt: str
    #: When it was last named or changed.
    updatedAt: str


class _PutEndUserEntityRequired(TypedDict):
    #: What it is: email, phone, url, money, quantity, date, code, person, or a word of your own.
    type: str
    #: Its name; one of the same type and value is replaced.
    value: str


class PutEndUserEntity(_PutEndUserEntityRequired, total=False):
    #: How sure it is.
    confidence: float
    #: Anything that you want to keep with it. `number`: "singular" or "plural" says which pronouns stand for it.
    metadata: Dict[str, Any]


class EntityListSummary(TypedDict):
    #: Its id.
    id: str
    #: What the things are.
    type: str
    #: How many things it has.
    valueCount: int
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class _EntityListValueRequired(TypedDict):
    #: Its name, as replies and entities write it.
    value: str


class EntityListValue(_EntityListValueRequired, total=False):
    #: What else people call it.
    synonyms: Optional[List[str]]


class EntityList(TypedDict):
    #: Its id.
    id: str
    #: What the things are.
    type: str
    #: How many things it has.
    valueCount: int
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str
    #: The things.
    values: List[EntityListValue]


class CreateEntityList(TypedDict):
    #: What the things are: the type of the entities.
    type: str
    #: The things; found whatever the case and accents, as whole words.
    values: List[EntityListValue]


class UpdateEntityList(TypedDict, total=False):
    #: What the things are: the type of the entities.
    type: str
    #: The things; found whatever the case and accents, as whole words.
    values: List[EntityListValue]


class EndUserData(TypedDict):
    #: The chatbot; null: all of the team.
    chatbotId: Optional[str]
    #: Your own id of the end user.
    userId: str
    #: When it was read.
    exportedAt: str
    #: Everything that is held of the end user, by who holds it: conversations with their messages, ratings, context and so on.
    records: Dict[str, Any]


class ErasedEndUser(TypedDict):
    #: The chatbot; null: all of the team.
    chatbotId: Optional[str]
    #: Your own id of the end user.
    userId: str
    #: How many records were erased, by who held them.
    erased: Dict[str, Any]


class LearningPlace(TypedDict, total=False):
    #: The knowledge base that holds it.
    knowledgeBaseId: str
    #: Its item there.
    itemId: str
    #: The dataset that holds it.
    datasetId: str
    #: Its examples there.
    exampleIds: List[str]


class LearningItem(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that could learn it.
    chatbotId: str
    #: What it teaches.
    type: LearningItemType
    #: Where it comes from.
    source: LearningItemSource
    #: Whether people want it; only what is approved is applied.
    status: LearningItemStatus
    #: What is learned (`query`, `response`, `intent`, `entity`, `pattern`, `confidence` 0 to 1) and what speaks for it (`count`, `examples`, `comments`, `rejectedResponse`, `agent`, `lastSeenAt`), as far as it is known.
    data: Dict[str, Any]
    #: When it was applied; null while it is not.
    appliedAt: Optional[str]
    #: Where it stands since then.
    appliedTo: Optional[LearningPlace]
    #: When it was found or written.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class LearnedEntity(TypedDict):
    #: Its type.
    type: str
    #: What it is called.
    value: str


class _CreateLearningItemRequired(TypedDict):
    #: What it teaches.
    type: LearningItemType


class CreateLearningItem(_CreateLearningItemRequired, total=False):
    #: The question.
    query: str
    #: What is to be answered.
    response: str
    #: Name of the intent.
    intent: str
    #: The entity.
    entity: LearnedEntity
    #: How the intent or the entity is said.
    pattern: str


class SkippedLearningItem(TypedDict):
    #: The item.
    learningId: str
    #: What it teaches.
    type: LearningItemType
    #: Why it could not be taken.
    reason: str


class _LearningResultsRequired(TypedDict):
    #: How many were applied of each type.
    byType: Dict[str, Any]
    #: Approved items that could not be applied yet.
    skipped: List[SkippedLearningItem]
    #: The knowledge bases that were written to.
    knowledgeBaseIds: List[str]
    #: The datasets that were written to.
    datasetIds: List[str]
    #: Whether more items wait than one call takes: call again.
    isMore: bool


class LearningResults(_LearningResultsRequired, total=False):
    #: The training session that learns from the examples; absent when none was started.
    trainingSessionId: str
    #: Why none was started although there are new examples. The next call tries again.
    trainingPostponed: str


class AppliedLearning(TypedDict):
    #: Items that were applied by this call.
    applied: int
    #: What became of the items.
    results: LearningResults
    #: The same in words.
    message: str


class PreviewedAnswer(TypedDict):
    #: What is said.
    text: str
    #: Probability that it answers the question from the knowledge.
    confidence: float
    #: Whether it rests on the knowledge.
    grounded: bool


class ChangedAnswer(TypedDict):
    #: A question that was asked.
    query: str
    #: The answer now.
    before: PreviewedAnswer
    #: The answer with the items.
    after: PreviewedAnswer
    #: The items that the new answer rests on.
    because: List[str]


class LearningPreview(TypedDict):
    #: Questions that would be answered otherwise, the latest first.
    changes: List[ChangedAnswer]
    #: Past questions that were tried, each once.
    questions: int
    #: Items that were tried.
    items: int
    #: Items that were not, and why.
    skipped: List[SkippedLearningItem]
    #: The model that spoke. It costs nothing; the words of the chatbot’s own model would differ.
    model: str


class PreviewLearning(TypedDict, total=False):
    #: The items to try out, whatever their status; all that would be applied unless you name some.
    learningIds: List[str]


class _RevertedLearningItemRequired(TypedDict):
    #: Its id.
    id: str
    #: The chatbot that could learn it.
    chatbotId: str
    #: What it teaches.
    type: LearningItemType
    #: Where it comes from.
    source: LearningItemSource
    #: Whether people want it; only what is approved is applied.
    status: LearningItemStatus
    #: What is learned (`query`, `response`, `intent`, `entity`, `pattern`, `confidence` 0 to 1) and what speaks for it (`count`, `examples`, `comments`, `rejectedResponse`, `agent`, `lastSeenAt`), as far as it is known.
    data: Dict[str, Any]
    #: When it was applied; null while it is not.
    appliedAt: Optional[str]
    #: Where it stands since then.
    appliedTo: Optional[LearningPlace]
    #: When it was found or written.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class RevertedLearningItem(_RevertedLearningItemRequired, total=False):
    #: The training session that forgets its examples; absent when none is needed.
    trainingSessionId: str


class UpdateLearningItem(TypedDict, total=False):
    #: The question.
    query: Optional[str]
    #: What is to be answered.
    response: Optional[str]
    #: Name of the intent.
    intent: Optional[str]
    #: The entity.
    entity: Optional[LearnedEntity]
    #: How the intent or the entity is said.
    pattern: Optional[str]


class DecideLearningItem(TypedDict):
    #: What was decided. Rejecting an item that is applied takes it out again.
    status: DecideLearningItemStatus


_FigureRangeRequiredKeywords = TypedDict("_FigureRangeRequiredKeywords", {"from": "str"})

class _FigureRangeRequired(_FigureRangeRequiredKeywords):
    #: Where it ends; that moment is not in it.
    to: str
    #: What a bucket of the timeline is.
    period: FigureRangePeriod
    #: The time zone in which days begin.
    timezone: str


class FigureRange(_FigureRangeRequired):
    pass


class MessageBucket(TypedDict):
    #: Its first day, in the time zone; it may lie before the range.
    date: str
    #: Messages.
    count: int
    #: Of end users.
    userMessages: int
    #: Of the chatbot.
    botMessages: int
    #: Of people who answered in its place.
    agentMessages: int


class MessageAnalytics(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: What they are of.
    range: FigureRange
    #: Messages.
    total: int
    #: Of end users.
    userMessages: int
    #: Of the chatbot.
    botMessages: int
    #: Of people who answered in its place.
    agentMessages: int
    #: Every bucket of the range, oldest first.
    timeline: List[MessageBucket]


class UserBucket(TypedDict):
    #: Its first day, in the time zone; it may lie before the range.
    date: str
    #: Different users.
    count: int
    #: Who had never been there before.
    newUsers: int
    #: Who had been there before.
    returningUsers: int


class UserAnalytics(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: What they are of.
    range: FigureRange
    #: Different users, who are fewer than those of the buckets together.
    total: int
    #: Seen for the first time ever in the range.
    newUsers: int
    #: Seen before.
    returningUsers: int
    #: Every bucket of the range, oldest first.
    timeline: List[UserBucket]


class SessionBucket(TypedDict):
    #: Its first day, in the time zone; it may lie before the range.
    date: str
    #: Sessions that began in it.
    count: int
    #: Conversations that began in it.
    conversations: int
    #: Seconds from the first message of a session to its last; 0 without sessions.
    averageDuration: float
    #: Messages of a session; 0 without sessions.
    averageMessages: float


class SessionAnalytics(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: What they are of.
    range: FigureRange
    #: Sessions that began in the range. A conversation that goes on after it was ended, or after the idle time, is another session.
    total: int
    #: Conversations that began in the range.
    conversations: int
    #: Seconds from the first message of a session to its last; 0 without sessions.
    averageDuration: float
    #: Messages of a session; 0 without sessions.
    averageMessages: float
    #: Every bucket of the range, oldest first.
    timeline: List[SessionBucket]


class IntentCount(TypedDict):
    #: The intent.
    intent: str
    #: Messages.
    count: int
    #: Of the messages whose intent was recognised.
    percentage: float


class IntentBucket(TypedDict):
    #: Its first day, in the time zone; it may lie before the range.
    date: str
    #: Messages whose intent was recognised.
    count: int
    #: Messages that were none of the intents.
    outOfScope: int


class IntentAnalytics(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: What they are of.
    range: FigureRange
    #: Messages whose intent was recognised.
    total: int
    #: Messages that were none of the intents.
    outOfScope: int
    #: The most frequent first.
    intents: List[IntentCount]
    #: Every bucket of the range, oldest first.
    timeline: List[IntentBucket]


class UsageOfModel(TypedDict):
    #: Read by the model.
    inputTokens: int
    #: Written by the model.
    outputTokens: int
    #: In US dollars, by the prices that were set when the replies were made.
    costUsd: float
    #: Replies of models without a price, which are not in the cost.
    unpricedReplies: int
    #: Name of the model.
    model: str
    #: Its id in the registry; null when it has none.
    modelId: Optional[int]
    #: Replies.
    replies: int


class UsageBucket(TypedDict):
    #: Read by the model.
    inputTokens: int
    #: Written by the model.
    outputTokens: int
    #: In US dollars, by the prices that were set when the replies were made.
    costUsd: float
    #: Replies of models without a price, which are not in the cost.
    unpricedReplies: int
    #: Its first day, in the time zone; it may lie before the range.
    date: str
    #: Replies.
    count: int


class UsageAnalytics(TypedDict):
    #: Read by the model.
    inputTokens: int
    #: Written by the model.
    outputTokens: int
    #: In US dollars, by the prices that were set when the replies were made.
    costUsd: float
    #: Replies of models without a price, which are not in the cost.
    unpricedReplies: int
    #: The chatbot.
    chatbotId: str
    #: What they are of.
    range: FigureRange
    #: Replies.
    total: int
    #: The most used first.
    models: List[UsageOfModel]
    #: Every bucket of the range, oldest first.
    timeline: List[UsageBucket]


class QualityBucket(TypedDict):
    #: Milliseconds that half of the replies do not exceed, from a histogram; null without replies.
    latencyP50Ms: Optional[int]
    #: Milliseconds that 19 of 20 replies do not exceed.
    latencyP95Ms: Optional[int]
    #: Milliseconds on average.
    averageLatencyMs: Optional[float]
    #: Of the replies, 0 to 1; null without replies.
    averageConfidence: Optional[float]
    #: Replies to questions that the knowledge does not answer.
    noContext: int
    #: Their share of the replies.
    noContextRate: float
    #: Judged well.
    positiveRatings: int
    #: Judged neither well nor badly.
    neutralRatings: int
    #: Judged badly.
    negativeRatings: int
    #: Mean of the scores, 1 to 5; null without scores.
    averageScore: Optional[float]
    #: Times that a person was wanted.
    escalations: int
    #: Escalations for each session.
    escalationRate: float
    #: Conversations that were resolved.
    resolutions: int
    #: Its first day, in the time zone; it may lie before the range.
    date: str
    #: Replies.
    count: int


class QualityAnalytics(TypedDict):
    #: Milliseconds that half of the replies do not exceed, from a histogram; null without replies.
    latencyP50Ms: Optional[int]
    #: Milliseconds that 19 of 20 replies do not exceed.
    latencyP95Ms: Optional[int]
    #: Milliseconds on average.
    averageLatencyMs: Optional[float]
    #: Of the replies, 0 to 1; null without replies.
    averageConfidence: Optional[float]
    #: Replies to questions that the knowledge does not answer.
    noContext: int
    #: Their share of the replies.
    noContextRate: float
    #: Judged well.
    positiveRatings: int
    #: Judged neither well nor badly.
    neutralRatings: int
    #: Judged badly.
    negativeRatings: int
    #: Mean of the scores, 1 to 5; null without scores.
    averageScore: Optional[float]
    #: Times that a person was wanted.
    escalations: int
    #: Escalations for each session.
    escalationRate: float
    #: Conversations that were resolved.
    resolutions: int
    #: The chatbot.
    chatbotId: str
    #: What they are of.
    range: FigureRange
    #: Replies.
    total: int
    #: Every bucket of the range, oldest first.
    timeline: List[QualityBucket]


class InsightEffect(TypedDict):
    #: How it is measured: a ratio of rates, or of shares and means in units that do not depend on how much was counted (0.2 is small, 0.5 medium, 0.8 large).
    name: InsightEffectName
    #: Its size; null: beyond all measure.
    value: Optional[float]


class InsightSamples(TypedDict):
    #: In the period.
    current: int
    #: In the one before.
    previous: int


class Insight(TypedDict):
    #: What it is about, the same in every answer.
    id: str
    #: `trend`: compares two periods. `finding`: tells what there is in this one, in `items`.
    kind: InsightKind
    #: A heading.
    title: str
    #: It in words.
    text: str
    #: The figure; the same as `id`.
    metric: str
    #: What `current` and `previous` are in; a share is 0 to 1.
    unit: InsightUnit
    #: The figure of the period; of a finding, how many there are. Null: nothing was measured.
    current: Optional[float]
    #: Of the period before; null when there is none.
    previous: Optional[float]
    #: From the one to the other, by the hour where a period is not over.
    changePercent: Optional[float]
    #: How often chance alone would make such a difference; null when there is too little to tell.
    pValue: Optional[float]
    #: The same, given that all trends were tested together (Benjamini-Hochberg).
    adjustedPValue: Optional[float]
    #: How great the difference is; null when there is too little to tell.
    effect: Optional[InsightEffect]
    #: Whether the adjusted p-value is below 0.05.
    isSignificant: bool
    #: What a significant change that is large enough to matter means; else null.
    verdict: Optional[InsightVerdict]
    #: How many were compared.
    samples: Optional[InsightSamples]
    #: What a finding is about, the weightiest first: a list of objects that depend on `id`.
    items: List[Dict[str, Any]]


class _SuggestedRequestRequired(TypedDict):
    #: What it does.
    title: str
    #: Of the request.
    method: SuggestedRequestMethod
    #: Of the request, to this server.
    path: str
    #: What a person has to fill in first, as paths in the body.
    fill: List[str]


class SuggestedRequest(_SuggestedRequestRequired, total=False):
    #: Of the request; absent when it has none.
    body: Dict[str, Any]


class InsightRecommendation(TypedDict):
    #: What it is about; the same as long as that is there.
    id: str
    #: A heading.
    title: str
    #: Why.
    text: str
    #: Turns of the period that it would have mended, as far as can be told; the list is sorted by it.
    turns: int
    #: The request that mends it.
    action: SuggestedRequest
    #: Others that do, or that come next.
    alternatives: List[SuggestedRequest]
    #: What speaks for it.
    evidence: Dict[str, Any]


_InsightReportRequiredKeywords = TypedDict("_InsightReportRequiredKeywords", {"from": "str"})

class _InsightReportRequired(_InsightReportRequiredKeywords):
    #: The chatbot.
    chatbotId: str
    #: What it is about.
    period: FigureRangePeriod
    #: Of the hours of the day.
    timezone: str
    #: Where it ends.
    to: str
    #: Where the one before begins; null when there is none.
    previousFrom: Optional[str]
    #: Turns that findings rest on: the latest of the period. Trends of what is counted rest on all.
    turnsRead: int
    #: Whether the period has more turns than those.
    isSampled: bool
    #: How well it answers: messages, no-context-rate, escalation-rate, negative-ratings, latency, confidence, badly-rated-answers.
    performanceInsights: List[Insight]
    #: Who writes and when: users, new-users, conversations, busiest-hours, languages, channels.
    userInsights: List[Insight]
    #: What it knows: unanswered-questions, unused-documents, overused-documents, unsure-intents, confused-intents.
    contentInsights: List[Insight]
    #: What would mend it, what mends most first.
    recommendations: List[InsightRecommendation]
    #: When this was computed.
    generatedAt: str


class InsightReport(_InsightReportRequired):
    pass


class IntegrationLatency(TypedDict):
    #: Mean.
    meanMs: Optional[float]
    #: What half of its replies do not exceed, to 5 %.
    p50Ms: Optional[float]
    #: What 95 % of its replies do not exceed, to 5 %.
    p95Ms: Optional[float]


class IntegrationRatings(TypedDict):
    #: Positive ones.
    positive: int
    #: Neutral ones.
    neutral: int
    #: Negative ones.
    negative: int
    #: Mean of those with a score of 1 to 5; null of none.
    averageScore: Optional[float]


class IntegrationUsage(TypedDict):
    #: Tokens that were read.
    inputTokens: int
    #: Tokens that were written.
    outputTokens: int
    #: In US dollars, of the replies whose price is known.
    costUsd: float
    #: Replies with tokens whose price is not known.
    unpricedTurns: int


class ReportInterval(TypedDict):
    #: Where it begins.
    low: float
    #: Where it ends.
    high: float


class ConversationShare(TypedDict):
    #: Conversations of which it is true.
    count: int
    #: Conversations in which it is known.
    total: int
    #: The share; null of none.
    share: Optional[float]
    #: Holds the true share 95 times in 100 (Wilson).
    interval: Optional[ReportInterval]


class ConversationWaiting(TypedDict):
    #: Of how long users waited for a reply, whoever wrote it; geometric mean of the conversations, in ms.
    geometricMeanMs: Optional[float]
    #: Holds the true mean 95 times in 100 (Student).
    interval: Optional[ReportInterval]


class ConversationOutcomeFigures(TypedDict):
    #: With a turn that it was chosen for and did not answer.
    failed: ConversationShare
    #: Of those with ratings of its replies: with more positive than negative ones.
    pleased: ConversationShare
    #: How long users waited.
    waiting: ConversationWaiting


class IntegrationReportEntry(TypedDict):
    #: The integration.
    integrationId: str
    #: Its name; of one that is deleted, the last one that is known.
    name: Optional[str]
    #: What it is.
    kind: Optional[ChatbotIntegrationKind]
    #: Whether it is deleted.
    isDeleted: bool
    #: Whether it is asked at all.
    isEnabled: bool
    #: Whether it is asked when others fail.
    isFallback: bool
    #: Its weight at present.
    weight: float
    #: Of the weights of all that are enabled, at present.
    weightShare: float
    #: Conversations that were first given to it in the period.
    conversations: int
    #: Their share; null of none.
    conversationShare: Optional[float]
    #: Replies of its own, also in place of another one.
    turns: int
    #: Times that it was asked.
    calls: int
    #: Calls that came to nothing.
    failures: int
    #: Their share of the calls; null of none.
    failureRate: Optional[float]
    #: Times that it was not asked because it had failed several times in a row.
    skips: int
    #: Turns that it was chosen for and nobody could answer.
    apologies: int
    #: How long its own replies took.
    latency: IntegrationLatency
    #: Of its own replies.
    ratings: IntegrationRatings
    #: Of its own replies.
    usage: IntegrationUsage
    #: What is compared: what became of the conversations, each counted once.
    outcomes: ConversationOutcomeFigures


class ReportChange(TypedDict):
    #: Where it begins.
    low: float
    #: Where it ends.
    high: float
    #: Of the integration to the control: `difference` of shares, `ratio` of times.
    kind: ReportChangeKind
    #: Its size; `low` and `high` hold the true one 95 times in 100, however often one looks.
    value: float


class IntegrationComparisonEntry(TypedDict):
    #: `failures`: conversations with a turn that was not answered. `satisfaction`: rated conversations that pleased. `latency`: how long users waited.
    metric: ComparedMetric
    #: The integration that is compared with the control.
    integrationId: str
    #: The control: the one with the most turns.
    controlId: str
    #: `better` when one of the two is, by more than chance.
    verdict: IntegrationVerdict
    #: Which is better; null unless one is.
    betterIntegrationId: Optional[str]
    #: Conversations in which the metric is known.
    conversations: int
    #: Of the control.
    controlConversations: int
    #: A share, or a geometric mean in milliseconds; null when nothing was measured.
    value: Optional[float]
    #: Of the control.
    controlValue: Optional[float]
    #: From the control to the integration; null when there is too little to tell.
    change: Optional[ReportChange]
    #: How often chance alone would ever show such a difference, however often one looks; null when there is too little to tell.
    pValue: Optional[float]
    #: The same among all comparisons (Holm).
    adjustedPValue: Optional[float]


class IntegrationReportVerdict(TypedDict):
    #: `insufficient_data`: nothing could be compared. `no_difference_shown`: there may be none, or one that is too small to see.
    verdict: IntegrationVerdict
    #: The gravest metric of which one is better.
    metric: Optional[ComparedMetric]
    #: Which is better.
    integrationId: Optional[str]
    #: Better than which.
    thanIntegrationId: Optional[str]
    #: Of that comparison.
    pValue: Optional[float]
    #: Of that comparison, among all.
    adjustedPValue: Optional[float]


_IntegrationReportRequiredKeywords = TypedDict("_IntegrationReportRequiredKeywords", {"from": "Optional[str]"})

class _IntegrationReportRequired(_IntegrationReportRequiredKeywords):
    #: The chatbot.
    chatbotId: str
    #: Where it ends; that moment is not in it. Null: now.
    to: Optional[str]
    #: All of the chatbot, and those that are deleted but did something in the period.
    integrations: List[IntegrationReportEntry]
    #: With the most turns; null unless there are two to compare.
    controlId: Optional[str]
    #: Each of the others with the control, by each metric.
    comparisons: List[IntegrationComparisonEntry]
    #: What comes of them.
    verdict: IntegrationReportVerdict
    #: The chance of a single false verdict in a period is at most this, however often one looks.
    level: float
    #: Conversations that each of two must have before they are compared.
    leastConversations: int
    #: When this was told.
    generatedAt: str


class IntegrationReport(_IntegrationReportRequired):
    pass


class _AgentMcpServerFieldRequired(TypedDict):
    #: One of http, filesystem, database, custom. Only http can be reached from here.
    type: str
    #: Its name, unique in the loop.
    name: str


class AgentMcpServerField(_AgentMcpServerFieldRequired, total=False):
    #: Where it is. Without one it is unavailable.
    url: Optional[str]
    #: Sent with every request. Values are never shown; a mask stands for them, and sending it back keeps what is there.
    headers: Optional[Dict[str, Any]]


class AgentSchedule(TypedDict):
    #: Five fields of cron, or six with seconds first.
    cron: str
    #: IANA name of the time zone.
    timeZone: str
    #: When it is due next; null while the loop is paused.
    nextRunAt: Optional[str]


class _AgentLoopRequired(TypedDict):
    #: Its id.
    id: str
    #: Display name.
    name: str
    #: What the model is and what it is to reach.
    systemPrompt: str
    #: What it is told to do.
    userMessage: str
    #: MCP servers whose tools it may call.
    mcpServers: List[AgentMcpServerField]
    #: Ids of plugins whose tools it may call.
    pluginIds: List[str]
    #: The chatbot whose knowledge it may search.
    knowledgeChatbotId: Optional[str]
    #: Told what came of each execution.
    callbackUrl: Optional[str]
    #: Sent with the callback; values are masked.
    callbackHeaders: Dict[str, Any]
    #: How often the model may be called.
    maxIterations: int
    #: Tokens that it may read and write; null: no limit.
    maxTokens: Optional[int]
    #: Milliseconds that an execution may take.
    timeoutMs: int
    #: Name of the model.
    model: Optional[str]
    #: Id of the model.
    modelId: Optional[int]
    #: When it runs by itself; null: never.
    schedule: Optional[AgentSchedule]
    #: Whether its schedule begins executions.
    status: AgentLoopStatus
    #: When it was made.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class AgentLoop(_AgentLoopRequired, total=False):
    #: What callbacks are signed with; shown only when the loop is created.
    callbackSecret: str


class _AgentScheduleFieldRequired(TypedDict):
    #: Five fields of cron, or six with seconds first.
    cron: str


class AgentScheduleField(_AgentScheduleFieldRequired, total=False):
    #: IANA name of the time zone that it is meant in.
    timeZone: Optional[str]


class _CreateAgentLoopRequired(TypedDict):
    #: Display name.
    name: str
    #: What the model is and what it is to reach.
    systemPrompt: str
    #: What it is told to do. `{{name}}` is filled in from the variables of a run.
    userMessage: str


class CreateAgentLoop(_CreateAgentLoopRequired, total=False):
    #: MCP servers whose tools it may call.
    mcpServers: Optional[List[AgentMcpServerField]]
    #: Ids of plugins whose tools it may call.
    pluginIds: Optional[List[str]]
    #: The chatbot whose knowledge it may search.
    knowledgeChatbotId: Optional[str]
    #: Told what came of each execution, by a signed POST.
    callbackUrl: Optional[str]
    #: Sent with the callback. Values are never shown; a mask stands for them, and sending it back keeps what is there.
    callbackHeaders: Optional[Dict[str, Any]]
    #: How often the model may be called.
    maxIterations: Optional[int]
    #: Tokens that the model may read and write in one execution; null: no limit.
    maxTokens: Optional[int]
    #: Milliseconds that an execution may take.
    timeoutMs: Optional[int]
    #: Name of the model; `modelId` is preferred to it. Default: that of the installation.
    model: Optional[str]
    #: Id of a registered model.
    modelId: Optional[int]
    #: When it runs by itself; null: never.
    schedule: Optional[AgentScheduleField]
    #: A paused loop is not begun by its schedule.
    status: AgentLoopStatus


class UpdateAgentLoop(TypedDict, total=False):
    #: Display name.
    name: str
    #: What the model is and what it is to reach.
    systemPrompt: str
    #: What it is told to do. `{{name}}` is filled in from the variables of a run.
    userMessage: str
    #: MCP servers whose tools it may call.
    mcpServers: Optional[List[AgentMcpServerField]]
    #: Ids of plugins whose tools it may call.
    pluginIds: Optional[List[str]]
    #: The chatbot whose knowledge it may search.
    knowledgeChatbotId: Optional[str]
    #: Told what came of each execution, by a signed POST.
    callbackUrl: Optional[str]
    #: Sent with the callback. Values are never shown; a mask stands for them, and sending it back keeps what is there.
    callbackHeaders: Optional[Dict[str, Any]]
    #: How often the model may be called.
    maxIterations: Optional[int]
    #: Tokens that the model may read and write in one execution; null: no limit.
    maxTokens: Optional[int]
    #: Milliseconds that an execution may take.
    timeoutMs: Optional[int]
    #: Name of the model; `modelId` is preferred to it. Default: that of the installation.
    model: Optional[str]
    #: Id of a registered model.
    modelId: Optional[int]
    #: When it runs by itself; null: never.
    schedule: Optional[AgentScheduleField]
    #: A paused loop is not begun by its schedule.
    status: AgentLoopStatus


class AgentUsage(TypedDict):
    #: Tokens that the model has read.
    inputTokens: int
    #: Tokens that the model has written.
    outputTokens: int


class AgentServer(TypedDict):
    #: Of the server or plugin.
    name: str
    #: Whether its tools were there.
    status: AgentServerStatus
    #: Why they were not.
    message: Optional[str]


class AgentCallback(TypedDict):
    #: How far it is.
    state: AgentCallbackState
    #: How often it was tried.
    attempts: int
    #: What was wrong the last time.
    error: Optional[str]


class AgentExecution(TypedDict):
    #: Its id.
    id: str
    #: The loop that it is a run of.
    agentLoopId: str
    #: How far it is.
    status: AgentExecutionStatus
    #: Who began it.
    trigger: AgentExecutionTrigger
    #: What the model was told to do.
    userMessage: str
    #: What came of it; of one that did not complete: what the model said last.
    output: Optional[str]
    #: How often the model was called.
    iterationsUsed: int
    #: How many calls of tools were begun.
    toolCalls: int
    #: Why it did not complete.
    error: Optional[str]
    #: What it used.
    usage: AgentUsage
    #: Who spoke.
    model: Optional[str]
    #: How it stood with each tool server and plugin.
    servers: List[AgentServer]
    #: What became of the callback.
    callback: AgentCallback
    #: The time of the schedule that it stands for.
    dueAt: Optional[str]
    #: When it was first worked on.
    startedAt: Optional[str]
    #: When it ended, in whatever way.
    completedAt: Optional[str]
    #: When it was asked for.
    createdAt: str


class RunAgentLoop(TypedDict, total=False):
    #: Instead of the loop’s own.
    userMessage: Optional[str]
    #: For `{{names}}` in the message. What is no text is told as JSON; places without a value stay as they are.
    variables: Optional[Dict[str, Any]]


class AgentStep(TypedDict):
    #: From 1, in the order in which they were begun.
    position: int
    #: What was called.
    kind: AgentStepKind
    #: `unknown`: its process died before an answer came.
    state: AgentStepState
    #: Of the model or the tool.
    name: str
    #: The id by which the model asked for the tool.
    callId: Optional[str]
    #: Of a tool: its arguments.
    input: Any
    #: Of a tool: `{text}`; of the model: `{text, toolCalls}`.
    output: Any
    #: Why it failed.
    error: Optional[str]
    #: What it used.
    usage: AgentUsage
    #: When it was begun.
    startedAt: str
    #: When it ended.
    endedAt: Optional[str]


class AgentExecutionWithSteps(TypedDict):
    #: Its id.
    id: str
    #: The loop that it is a run of.
    agentLoopId: str
    #: How far it is.
    status: AgentExecutionStatus
    #: Who began it.
    trigger: AgentExecutionTrigger
    #: What the model was told to do.
    userMessage: str
    #: What came of it; of one that did not complete: what the model said last.
    output: Optional[str]
    #: How often the model was called.
    iterationsUsed: int
    #: How many calls of tools were begun.
    toolCalls: int
    #: Why it did not complete.
    error: Optional[str]
    #: What it used.
    usage: AgentUsage
    #: Who spoke.
    model: Optional[str]
    #: How it stood with each tool server and plugin.
    servers: List[AgentServer]
    #: What became of the callback.
    callback: AgentCallback
    #: The time of the schedule that it stands for.
    dueAt: Optional[str]
    #: When it was first worked on.
    startedAt: Optional[str]
    #: When it ended, in whatever way.
    completedAt: Optional[str]
    #: When it was asked for.
    createdAt: str
    #: What it did, in order.
    steps: List[AgentStep]


class WebhookWithItsSecret(TypedDict):
    #: Its id.
    id: str
    #: Address that events are sent to.
    url: str
    #: Names of the events that are sent.
    events: List[str]
    #: Whether events are noted for it and sent.
    active: bool
    #: Only events of this chatbot; null: of all.
    chatbotId: Optional[str]
    #: What it is for.
    description: Optional[str]
    #: Why it is off: `by_owner`: your team wished so; `gone`: the receiver answered 410; `failing`: it failed for days.
    disabledReason: Optional[RegisteredWebhookDisabledReason]
    #: When it was switched off.
    disabledAt: Optional[str]
    #: First failure since the last success.
    failingSince: Optional[str]
    #: When something was last delivered.
    lastSuccessAt: Optional[str]
    #: When an attempt last failed.
    lastFailureAt: Optional[str]
    #: Until then the secret before the present one signs too.
    previousSecretExpiresAt: Optional[str]
    #: When it was registered.
    createdAt: str
    #: When it was last changed.
    updatedAt: str
    #: Signs what is sent. It is shown in this answer and never again.
    secret: str


class _RegisterWebhookRequired(TypedDict):
    #: http or https address on the public internet that events are sent to with POST. Redirects are not followed.
    url: str
    #: Names of the events that are sent; see "List webhook events".
    events: List[str]


class RegisterWebhook(_RegisterWebhookRequired, total=False):
    #: Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks. In updates it takes the place of the present one, which is valid for 24 hours longer.
    secret: str
    #: Only events of this chatbot. Absent or null: of all chatbots, and of the team itself.
    chatbotId: Optional[str]
    #: What it is for, for people.
    description: Optional[str]


class RegisteredWebhook(TypedDict):
    #: Its id.
    id: str
    #: Address that events are sent to.
    url: str
    #: Names of the events that are sent.
    events: List[str]
    #: Whether events are noted for it and sent.
    active: bool
    #: Only events of this chatbot; null: of all.
    chatbotId: Optional[str]
    #: What it is for.
    description: Optional[str]
    #: Why it is off: `by_owner`: your team wished so; `gone`: the receiver answered 410; `failing`: it failed for days.
    disabledReason: Optional[RegisteredWebhookDisabledReason]
    #: When it was switched off.
    disabledAt: Optional[str]
    #: First failure since the last success.
    failingSince: Optional[str]
    #: When something was last delivered.
    lastSuccessAt: Optional[str]
    #: When an attempt last failed.
    lastFailureAt: Optional[str]
    #: Until then the secret before the present one signs too.
    previousSecretExpiresAt: Optional[str]
    #: When it was registered.
    createdAt: str
    #: When it was last changed.
    updatedAt: str


class WebhookEvent(TypedDict):
    #: Its name, as webhooks ask for it.
    name: str
    #: When it is sent.
    description: str
    #: What `data` of such an event can look like.
    example: Dict[str, Any]


class ChangeWebhook(TypedDict, total=False):
    #: http or https address on the public internet that events are sent to with POST. Redirects are not followed.
    url: str
    #: Names of the events that are sent; see "List webhook events".
    events: List[str]
    #: Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks. In updates it takes the place of the present one, which is valid for 24 hours longer.
    secret: str
    #: Only events of this chatbot. Absent or null: of all chatbots, and of the team itself.
    chatbotId: Optional[str]
    #: What it is for, for people.
    description: Optional[str]
    #: False switches it off, true on again: what is not delivered yet then goes on.
    active: bool


class RotateWebhookSecret(TypedDict, total=False):
    #: The new secret; one is made unless given.
    secret: str


class WebhookAttempt(TypedDict):
    #: Which one, from 1.
    number: int
    #: When it began.
    startedAt: str
    #: Milliseconds until the answer was read; null when the end is unknown.
    durationMs: Optional[int]
    #: `delivered`: a 2xx; `refused`: any other status; `timed_out`; `unreachable`: no connection, or it broke; `address_refused`: the address leads to a private network, nothing was sent; `cut_off`: the server stopped meanwhile, the receiver may have got it or not.
    outcome: WebhookAttemptOutcome
    #: Where it went.
    url: str
    #: Headers that were sent.
    requestHeaders: Dict[str, Any]
    #: HTTP status of the answer.
    responseStatus: Optional[int]
    #: Headers of the answer, without cookies; long ones are cut.
    responseHeaders: Optional[Dict[str, Any]]
    #: The first 2 KiB of the answer.
    responseBody: Optional[str]
    #: What went wrong.
    error: Optional[str]


class WebhookDeliveryDetails(TypedDict):
    #: Its id: the same in every attempt, as `webhook-id` and `X-Webhook-Id`, and in the body.
    id: str
    #: Name of the event.
    event: str
    #: `pending`: not tried yet, or to be tried again; `delivered`: answered with 2xx; `failed`: given up after the last attempt.
    status: WebhookDeliveryStatus
    #: Requests begun.
    attempts: int
    #: HTTP status of the last answer.
    responseStatus: Optional[int]
    #: Why the last attempt failed.
    error: Optional[str]
    #: Milliseconds that the last attempt took.
    durationMs: Optional[int]
    #: Whether it was a test.
    test: bool
    #: When it is tried next; null unless pending.
    nextAttemptAt: Optional[str]
    #: When the event happened.
    createdAt: str
    #: When it was delivered or given up.
    settledAt: Optional[str]
    #: What was sent, to the byte.
    body: str
    #: Its attempts, oldest first; of more than 100 the last 100.
    attemptLog: List[WebhookAttempt]


class TestWebhook(TypedDict, total=False):
    #: The event whose example is sent; `webhook.test` unless given.
    event: str


class WebhookDelivery(TypedDict):
    #: Its id: the same in every attempt, as `webhook-id` and `X-Webhook-Id`, and in the body.
    id: str
    #: Name of the event.
    event: str
    #: `pending`: not tried yet, or to be tried again; `delivered`: answered with 2xx; `failed`: given up after the last attempt.
    status: WebhookDeliveryStatus
    #: Requests begun.
    attempts: int
    #: HTTP status of the last answer.
    responseStatus: Optional[int]
    #: Why the last attempt failed.
    error: Optional[str]
    #: Milliseconds that the last attempt took.
    durationMs: Optional[int]
    #: Whether it was a test.
    test: bool
    #: When it is tried next; null unless pending.
    nextAttemptAt: Optional[str]
    #: When the event happened.
    createdAt: str
    #: When it was delivered or given up.
    settledAt: Optional[str]


class ReplayedDeliveries(TypedDict):
    #: How many are sent again.
    replayed: int


class _ReplayDeliveriesRequired(TypedDict):
    #: Events that happened then or later are sent again.
    since: str


class ReplayDeliveries(_ReplayDeliveriesRequired, total=False):
    #: Events that happened before then.
    until: str
    #: Only deliveries in this state; absent: whatever became of them.
    status: WebhookDeliveryStatus


class DeliveryCounts(TypedDict):
    #: Not tried yet, or to be tried again.
    pending: int
    #: Answered with 2xx.
    delivered: int
    #: Given up after the last attempt.
    failed: int


class AttemptDurations(TypedDict):
    #: Half of the attempts took no longer, in milliseconds; null without any.
    p50Ms: Optional[int]
    #: 95 of 100 attempts took no longer, in milliseconds; null without any.
    p95Ms: Optional[int]


class EventDeliveryCounts(TypedDict):
    #: Not tried yet, or to be tried again.
    pending: int
    #: Answered with 2xx.
    delivered: int
    #: Given up after the last attempt.
    failed: int
    #: Name of the event.
    event: str


class WebhookFigures(TypedDict):
    #: What happened since then is counted, without tests.
    since: str
    #: Deliveries by state.
    deliveries: DeliveryCounts
    #: Requests made for them.
    attempts: int
    #: Share of the settled ones that were delivered, 0 to 1; null without any.
    successRate: Optional[float]
    #: How long attempts took.
    duration: AttemptDurations
    #: Deliveries of each event by state.
    byEvent: List[EventDeliveryCounts]


class Health(TypedDict):
    #: `ok` as long as requests are served.
    status: Literal["ok"]
    #: Seconds since the process started.
    uptime: float
    #: Time of the server.
    timestamp: str
    #: Version of the product.
    version: str


class DetailedHealth(TypedDict):
    #: `down` when nothing works without what is down, `degraded` when something is not as it should be.
    status: DetailedHealthStatus
    #: By name, e.g. `database`: `{status: ok|degraded|down|not used, latencyMs?, note?}`.
    components: Dict[str, Any]
    #: Seconds since the process started.
    uptime: float
    #: Time of the server.
    timestamp: str
    #: Version of the product.
    version: str


class MessageEventData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The conversation.
    conversationId: str
    #: Name of the session.
    sessionId: str
    #: The end user, in the words of the caller who holds the conversation.
    userId: str
    #: What the end user wrote through.
    channel: str
    #: `conversationId` in the support API.
    conversation_id: str
    #: As `userId`.
    user_id: str
    #: The message.
    messageId: str
    #: Who wrote it.
    role: MessageEventDataRole
    #: Its text.
    content: str
    #: `messageId` in the support API.
    message_id: str


class ConversationEventData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The conversation.
    conversationId: str
    #: Name of the session.
    sessionId: str
    #: The end user, in the words of the caller who holds the conversation.
    userId: str
    #: What the end user wrote through.
    channel: str
    #: `conversationId` in the support API.
    conversation_id: str
    #: As `userId`.
    user_id: str


class ConversationEndedData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The conversation.
    conversationId: str
    #: Name of the session.
    sessionId: str
    #: The end user, in the words of the caller who holds the conversation.
    userId: str
    #: What the end user wrote through.
    channel: str
    #: `conversationId` in the support API.
    conversation_id: str
    #: As `userId`.
    user_id: str
    #: Messages of both sides.
    messageCount: int


class UserRegisteredData(TypedDict):
    #: The user.
    userId: str
    #: Name that they log in with.
    username: str
    #: Their address.
    email: str
    #: As `userId`.
    user_id: str


class ChatbotCreatedData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: Its name.
    name: str


class TrainingCompletedData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The training session.
    sessionId: str
    #: What it learned from.
    datasetId: str
    #: How it ended.
    status: TrainingCompletedDataStatus
    #: What was measured, and what it learned from; null unless it was completed.
    metrics: Optional[Dict[str, Any]]


class ConversationEscalatedData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The conversation.
    conversationId: str
    #: Name of the session.
    sessionId: str
    #: The end user, in the words of the caller who holds the conversation.
    userId: str
    #: What the end user wrote through.
    channel: str
    #: `conversationId` in the support API.
    conversation_id: str
    #: As `userId`.
    user_id: str
    #: Why a person is needed.
    reason: str
    #: The person who is to answer; null while nobody is.
    assigned_agent: Optional[str]


class ConversationResolvedData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The conversation.
    conversationId: str
    #: Name of the session.
    sessionId: str
    #: The end user, in the words of the caller who holds the conversation.
    userId: str
    #: What the end user wrote through.
    channel: str
    #: `conversationId` in the support API.
    conversation_id: str
    #: As `userId`.
    user_id: str
    #: When it was resolved.
    resolved_at: str


class FeedbackSubmittedData(TypedDict):
    #: The chatbot.
    chatbotId: str
    #: The conversation.
    conversationId: str
    #: The message that was judged; null when the whole conversation was.
    messageId: Optional[str]
    #: The judgement.
    feedbackId: str
    #: From 1 to 5.
    rating: int
    #: The same in a word: 4 and 5 are positive, 3 is neutral.
    judgement: Rating
    #: What was said with it.
    comment: Optional[str]
    #: `conversationId` in the support API.
    conversation_id: str
    #: `feedbackId` in the support API.
    feedback_id: str


class _ErrorRequired(TypedDict):
    #: Always `error`.
    status: Literal["error"]
    #: For a person.
    message: str
    #: What was wrong, for a program.
    code: ErrorCode


class Error(_ErrorRequired, total=False):
    details: ErrorDetails


class _RefusedFieldRequired(TypedDict):
    #: Path of the field, e.g. `configuration.temperature`.
    field: str
    #: What is accepted.
    message: str


class RefusedField(_RefusedFieldRequired, total=False):
    #: True when a required field was absent.
    missing: bool


class ErrorDetails(TypedDict, total=False):
    """Which fields were refused."""

    #: All that were refused.
    fields: List[RefusedField]


class _RegisteredAccountAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RegisteredAccount


class RegisteredAccountAnswer(_RegisteredAccountAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _NewLoginAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: NewLogin


class NewLoginAnswer(_NewLoginAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _RefreshedLoginAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RefreshedLogin


class RefreshedLoginAnswer(_RefreshedLoginAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class DoneAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What was done, for a person.
    message: str


class _AccountAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Account


class AccountAnswer(_AccountAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _RequestedPasswordResetAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RequestedPasswordReset


class RequestedPasswordResetAnswer(_RequestedPasswordResetAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _NewSecretKeyAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: NewSecretKey


class NewSecretKeyAnswer(_NewSecretKeyAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class SecretKeyPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[SecretKey]
    pagination: Pagination


class _SecretKeyAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: SecretKey


class SecretKeyAnswer(_SecretKeyAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _RotatedSecretKeyAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RotatedSecretKey


class RotatedSecretKeyAnswer(_RotatedSecretKeyAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _TeamViewAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TeamView


class TeamViewAnswer(_TeamViewAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _TeamContentsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TeamContents


class TeamContentsAnswer(_TeamContentsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class AccountPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Account]
    pagination: Pagination


class _MadeTeamInvitationAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: MadeTeamInvitation


class MadeTeamInvitationAnswer(_MadeTeamInvitationAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class TeamInvitationPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[TeamInvitation]
    pagination: Pagination


class _JoinedAccountAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: JoinedAccount


class JoinedAccountAnswer(_JoinedAccountAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ManagedAccountPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ManagedAccount]
    pagination: Pagination


class _ManagedAccountAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ManagedAccount


class ManagedAccountAnswer(_ManagedAccountAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class AuditEntryViewPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[AuditEntryView]
    pagination: Pagination


class _TeamBudgetListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What was found.
    data: List[TeamBudget]


class TeamBudgetListAnswer(_TeamBudgetListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _TeamBudgetAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TeamBudget


class TeamBudgetAnswer(_TeamBudgetAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _BudgetUsageAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: BudgetUsage


class BudgetUsageAnswer(_BudgetUsageAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _TeamExportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TeamExport


class TeamExportAnswer(_TeamExportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class TeamExportPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[TeamExport]
    pagination: Pagination


class _RetentionSettingsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RetentionSettings


class RetentionSettingsAnswer(_RetentionSettingsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class RegisteredModelPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[RegisteredModel]
    pagination: Pagination


class _RegisteredModelAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RegisteredModel


class RegisteredModelAnswer(_RegisteredModelAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ModelTestAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ModelTest


class ModelTestAnswer(_ModelTestAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ChatbotImportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChatbotImport


class ChatbotImportAnswer(_ChatbotImportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ChatbotImportPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ChatbotImport]
    pagination: Pagination


class ChatbotPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Chatbot]
    pagination: Pagination


class _ChatbotAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Chatbot


class ChatbotAnswer(_ChatbotAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class PersonalityPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Personality]
    pagination: Pagination


class _PersonalityAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Personality


class PersonalityAnswer(_PersonalityAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _PromptModifierAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: PromptModifier


class PromptModifierAnswer(_PromptModifierAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ChatbotReplyAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChatbotReply


class ChatbotReplyAnswer(_ChatbotReplyAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ReplyStartedFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["started"]
    data: ReplyStarted


class ReplyStartedFrame(_ReplyStartedFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ReplySourcesFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["sources"]
    #: What it tells.
    data: List[ReplySource]


class ReplySourcesFrame(_ReplySourcesFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ReplyDeltaFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["delta"]
    data: ReplyDelta


class ReplyDeltaFrame(_ReplyDeltaFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ReplyToolFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["tool"]
    data: ReplyToolCall


class ReplyToolFrame(_ReplyToolFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ReplyDoneFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["done"]
    data: ChatbotReply


class ReplyDoneFrame(_ReplyDoneFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ReplyWithdrawnFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["withdrawn"]
    data: ChatbotReply


class ReplyWithdrawnFrame(_ReplyWithdrawnFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ReplyErrorFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["error"]
    data: Error


class ReplyErrorFrame(_ReplyErrorFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class HistoryMessagePageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[HistoryMessage]
    pagination: Pagination


class _ResponseRatingAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ResponseRating


class ResponseRatingAnswer(_ResponseRatingAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ListedConversationPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ListedConversation]
    pagination: Pagination


class _ListedConversationAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ListedConversation


class ListedConversationAnswer(_ListedConversationAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ConversationMessagePageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ConversationMessage]
    pagination: Pagination


class _SupportAgentListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What was found.
    data: List[SupportAgent]


class SupportAgentListAnswer(_SupportAgentListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _SupportAgentAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: SupportAgent


class SupportAgentAnswer(_SupportAgentAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class EscalationPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Escalation]
    pagination: Pagination


class _EscalationAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Escalation


class EscalationAnswer(_EscalationAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _EscalationFeedEscalationsOpenFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["escalations.open"]
    #: What it tells.
    data: List[Escalation]


class EscalationFeedEscalationsOpenFrame(_EscalationFeedEscalationsOpenFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationFeedEscalationCreatedFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["escalation.created"]
    data: Escalation


class EscalationFeedEscalationCreatedFrame(_EscalationFeedEscalationCreatedFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationFeedEscalationAssignedFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["escalation.assigned"]
    data: Escalation


class EscalationFeedEscalationAssignedFrame(_EscalationFeedEscalationAssignedFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationFeedEscalationAcceptedFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["escalation.accepted"]
    data: Escalation


class EscalationFeedEscalationAcceptedFrame(_EscalationFeedEscalationAcceptedFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationFeedEscalationEndedFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["escalation.ended"]
    data: Escalation


class EscalationFeedEscalationEndedFrame(_EscalationFeedEscalationEndedFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationFeedEscalationMessageFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["escalation.message"]
    data: EscalationSaid


class EscalationFeedEscalationMessageFrame(_EscalationFeedEscalationMessageFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationFeedErrorFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["error"]
    data: Error


class EscalationFeedErrorFrame(_EscalationFeedErrorFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _EscalationStatisticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EscalationStatistics


class EscalationStatisticsAnswer(_EscalationStatisticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _EscalationDetailsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EscalationDetails


class EscalationDetailsAnswer(_EscalationDetailsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ConversationMessageAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ConversationMessage


class ConversationMessageAnswer(_ConversationMessageAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ChannelPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Channel]
    pagination: Pagination


class _ChannelWithSecretAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChannelWithSecret


class ChannelWithSecretAnswer(_ChannelWithSecretAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ChannelAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Channel


class ChannelAnswer(_ChannelAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ChannelDeliveryPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ChannelDelivery]
    pagination: Pagination


class _ChannelDeliveryAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChannelDelivery


class ChannelDeliveryAnswer(_ChannelDeliveryAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class KnowledgeBasePageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[KnowledgeBase]
    pagination: Pagination


class _KnowledgeBaseWithItemsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: KnowledgeBaseWithItems


class KnowledgeBaseWithItemsAnswer(_KnowledgeBaseWithItemsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _KnowledgeBaseAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: KnowledgeBase


class KnowledgeBaseAnswer(_KnowledgeBaseAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _SearchHitListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What was found.
    data: List[SearchHit]
    explain: SearchExplain


class SearchHitListAnswer(_SearchHitListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ItemPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Item]
    pagination: Pagination


class _ItemAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Item


class ItemAnswer(_ItemAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _DocumentAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Document


class DocumentAnswer(_DocumentAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class DocumentPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Document]
    pagination: Pagination


class _WebSourceAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: WebSource


class WebSourceAnswer(_WebSourceAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class WebSourcePageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[WebSource]
    pagination: Pagination


class WebPagePageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[WebPage]
    pagination: Pagination


class QuestionPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[Question]
    pagination: Pagination


class _QuestionAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Question


class QuestionAnswer(_QuestionAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ImportedQuestionsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ImportedQuestions


class ImportedQuestionsAnswer(_ImportedQuestionsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _KnowledgeImportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: KnowledgeImport


class KnowledgeImportAnswer(_KnowledgeImportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class KnowledgeImportPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[KnowledgeImport]
    pagination: Pagination


class _ArtifactAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Artifact


class ArtifactAnswer(_ArtifactAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ListedArtifactPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ListedArtifact]
    pagination: Pagination


class ListedArtifactVersionPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ListedArtifactVersion]
    pagination: Pagination


class _ArtifactVersionAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ArtifactVersion


class ArtifactVersionAnswer(_ArtifactVersionAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class RegisteredPluginPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[RegisteredPlugin]
    pagination: Pagination


class _RegisteredPluginAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RegisteredPlugin


class RegisteredPluginAnswer(_RegisteredPluginAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ChatbotPluginPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ChatbotPlugin]
    pagination: Pagination


class _ChatbotPluginAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChatbotPlugin


class ChatbotPluginAnswer(_ChatbotPluginAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ChatbotPluginStatusAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChatbotPluginStatus


class ChatbotPluginStatusAnswer(_ChatbotPluginStatusAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ChatbotIntegrationAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChatbotIntegration


class ChatbotIntegrationAnswer(_ChatbotIntegrationAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ChatbotIntegrationHealthAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ChatbotIntegrationHealth


class ChatbotIntegrationHealthAnswer(_ChatbotIntegrationHealthAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _IntegrationTrialOutcomeAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: IntegrationTrialOutcome


class IntegrationTrialOutcomeAnswer(_IntegrationTrialOutcomeAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class ChatbotIntegrationPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[ChatbotIntegration]
    pagination: Pagination


class TrainingDatasetPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[TrainingDataset]
    pagination: Pagination


class _TrainingDatasetAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TrainingDataset


class TrainingDatasetAnswer(_TrainingDatasetAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class TrainingExamplePageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[TrainingExample]
    pagination: Pagination


class _TrainingImportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TrainingImport


class TrainingImportAnswer(_TrainingImportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _TrainingSessionAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TrainingSession


class TrainingSessionAnswer(_TrainingSessionAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class TrainingSessionPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[TrainingSession]
    pagination: Pagination


class TrainingModelPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[TrainingModel]
    pagination: Pagination


class _TrainingModelDetailsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TrainingModelDetails


class TrainingModelDetailsAnswer(_TrainingModelDetailsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _PredictedIntentOrListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: One, or one for each.
    data: Union[PredictedIntent, List[PredictedIntent]]


class PredictedIntentOrListAnswer(_PredictedIntentOrListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _TrainingReportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: TrainingReport


class TrainingReportAnswer(_TrainingReportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ModelComparisonAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ModelComparison


class ModelComparisonAnswer(_ModelComparisonAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _EndUserContextAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EndUserContext


class EndUserContextAnswer(_EndUserContextAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ResolvedReferencesAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ResolvedReferences


class ResolvedReferencesAnswer(_ResolvedReferencesAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class EndUserTopicPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[EndUserTopic]
    pagination: Pagination


class _EndUserTopicAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EndUserTopic


class EndUserTopicAnswer(_EndUserTopicAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class EndUserEntityPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[EndUserEntity]
    pagination: Pagination


class _EndUserEntityAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EndUserEntity


class EndUserEntityAnswer(_EndUserEntityAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class EntityListSummaryPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[EntityListSummary]
    pagination: Pagination


class _EntityListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EntityList


class EntityListAnswer(_EntityListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _EndUserDataAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: EndUserData


class EndUserDataAnswer(_EndUserDataAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ErasedEndUserAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ErasedEndUser


class ErasedEndUserAnswer(_ErasedEndUserAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class LearningItemPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[LearningItem]
    pagination: Pagination


class _LearningItemAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: LearningItem


class LearningItemAnswer(_LearningItemAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _LearningItemListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What was found.
    data: List[LearningItem]


class LearningItemListAnswer(_LearningItemListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _AppliedLearningAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: AppliedLearning


class AppliedLearningAnswer(_AppliedLearningAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _LearningPreviewAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: LearningPreview


class LearningPreviewAnswer(_LearningPreviewAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _RevertedLearningItemAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RevertedLearningItem


class RevertedLearningItemAnswer(_RevertedLearningItemAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _MessageAnalyticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: MessageAnalytics


class MessageAnalyticsAnswer(_MessageAnalyticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _UserAnalyticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: UserAnalytics


class UserAnalyticsAnswer(_UserAnalyticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _SessionAnalyticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: SessionAnalytics


class SessionAnalyticsAnswer(_SessionAnalyticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _IntentAnalyticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: IntentAnalytics


class IntentAnalyticsAnswer(_IntentAnalyticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _UsageAnalyticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: UsageAnalytics


class UsageAnalyticsAnswer(_UsageAnalyticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _QualityAnalyticsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: QualityAnalytics


class QualityAnalyticsAnswer(_QualityAnalyticsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _InsightReportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: InsightReport


class InsightReportAnswer(_InsightReportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _IntegrationReportAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: IntegrationReport


class IntegrationReportAnswer(_IntegrationReportAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class AgentLoopPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[AgentLoop]
    pagination: Pagination


class _AgentLoopAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: AgentLoop


class AgentLoopAnswer(_AgentLoopAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _AgentExecutionAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: AgentExecution


class AgentExecutionAnswer(_AgentExecutionAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class AgentExecutionPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[AgentExecution]
    pagination: Pagination


class _AgentExecutionWithStepsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: AgentExecutionWithSteps


class AgentExecutionWithStepsAnswer(_AgentExecutionWithStepsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _AgentExecutionStepFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["step"]
    data: AgentStep


class AgentExecutionStepFrame(_AgentExecutionStepFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AgentExecutionStatusFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["status"]
    data: AgentExecution


class AgentExecutionStatusFrame(_AgentExecutionStatusFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AgentExecutionErrorFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["error"]
    data: Error


class AgentExecutionErrorFrame(_AgentExecutionErrorFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _WebhookWithItsSecretAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: WebhookWithItsSecret


class WebhookWithItsSecretAnswer(_WebhookWithItsSecretAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class RegisteredWebhookPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[RegisteredWebhook]
    pagination: Pagination


class _WebhookEventListAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What was found.
    data: List[WebhookEvent]


class WebhookEventListAnswer(_WebhookEventListAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _RegisteredWebhookAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: RegisteredWebhook


class RegisteredWebhookAnswer(_RegisteredWebhookAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _WebhookDeliveryDetailsAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: WebhookDeliveryDetails


class WebhookDeliveryDetailsAnswer(_WebhookDeliveryDetailsAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class WebhookDeliveryPageAnswer(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    #: What is on this page.
    data: List[WebhookDelivery]
    pagination: Pagination


class _WebhookDeliveryAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: WebhookDelivery


class WebhookDeliveryAnswer(_WebhookDeliveryAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _ReplayedDeliveriesAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: ReplayedDeliveries


class ReplayedDeliveriesAnswer(_ReplayedDeliveriesAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _WebhookFiguresAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: WebhookFigures


class WebhookFiguresAnswer(_WebhookFiguresAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _HealthAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: Health


class HealthAnswer(_HealthAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class _DetailedHealthAnswerRequired(TypedDict):
    #: Always `success`.
    status: Literal["success"]
    data: DetailedHealth


class DetailedHealthAnswer(_DetailedHealthAnswerRequired, total=False):
    #: What was done, for a person.
    message: str


class MessageReceivedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["message.received"]
    #: When it happened.
    timestamp: str
    data: MessageEventData


class MessageSentDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["message.sent"]
    #: When it happened.
    timestamp: str
    data: MessageEventData


class ConversationStartedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["conversation.started"]
    #: When it happened.
    timestamp: str
    data: ConversationEventData


class ConversationEndedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["conversation.ended"]
    #: When it happened.
    timestamp: str
    data: ConversationEndedData


class UserRegisteredDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["user.registered"]
    #: When it happened.
    timestamp: str
    data: UserRegisteredData


class ChatbotCreatedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["chatbot.created"]
    #: When it happened.
    timestamp: str
    data: ChatbotCreatedData


class TrainingCompletedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["training.completed"]
    #: When it happened.
    timestamp: str
    data: TrainingCompletedData


class ConversationCreatedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["conversation.created"]
    #: When it happened.
    timestamp: str
    data: ConversationEventData


class ConversationEscalatedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["conversation.escalated"]
    #: When it happened.
    timestamp: str
    data: ConversationEscalatedData


class ConversationResolvedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["conversation.resolved"]
    #: When it happened.
    timestamp: str
    data: ConversationResolvedData


class FeedbackSubmittedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["feedback.submitted"]
    #: When it happened.
    timestamp: str
    data: FeedbackSubmittedData


UserRole = Literal["user", "admin"]
TeamRole = Literal["owner", "admin", "agent", "member"]
SecretKeyType = Literal["secret", "public"]
Plan = Literal["free", "starter", "pro", "enterprise"]
AuditActorType = Literal["user", "key", "bot_key", "widget_key", "visitor", "system", "nobody"]
AuditSubjectType = Literal["user", "team", "invitation", "key", "bot", "model", "integration", "channel", "webhook", "plugin", "agent_loop", "end_user", "export", "installation"]
AuditAct = Literal["login.succeeded", "login.failed", "login.ended", "login.stolen", "account.changed", "password.changed", "password.reset", "team.created", "team.changed", "member.invited", "invitation.resent", "invitation.withdrawn", "member.joined", "member.role_changed", "member.removed", "key.created", "key.changed", "key.rotated", "key.revoked", "user.changed", "user.deleted", "bot.created", "bot.deleted", "model.registered", "model.changed", "model.deleted", "integration.created", "integration.changed", "integration.deleted", "channel.created", "channel.changed", "channel.deleted", "webhook.created", "webhook.changed", "webhook.deleted", "plugin.created", "plugin.changed", "plugin.deleted", "agent_loop.created", "agent_loop.changed", "agent_loop.deleted", "data.exported", "data.imported", "data.erased", "retention.changed", "installation.changed"]
BudgetSubject = Literal["team", "key", "bot", "end_user"]
BudgetMeasure = Literal["requests", "tokens"]
BudgetPeriod = Literal["minute", "hour", "day", "month"]
TeamExportStatus = Literal["queued", "running", "completed", "failed", "expired"]
TeamExportStage = Literal["rows", "files"]
ModelConditionState = Literal["ready", "failing", "untried"]
ModelKind = Literal["llm", "embedding", "rerank"]
RegisteredModelProvider = Literal["openai-compatible", "azure-openai", "anthropic", "google", "ollama", "builtin", "cohere", "jina"]
ChangeModelProvider = Literal["openai-compatible", "azure-openai", "anthropic", "google", "ollama", "cohere", "jina"]
ChatbotImportStatus = Literal["queued", "running", "completed", "failed"]
ChatbotImportStage = Literal["checking", "writing"]
ChatbotStatus = Literal["active", "disabled"]
PluginOutcome = Literal["ok", "failed", "timed_out", "skipped"]
EscalationReason = Literal["low_confidence", "user_request", "frustration", "no_context", "turn_limit", "time_limit", "requested", "taken_over"]
PluginPhase = Literal["pre-process", "post-process", "tool"]
Handling = Literal["bot", "waiting", "human"]
MessageRole = Literal["user", "bot", "agent", "system"]
Rating = Literal["positive", "neutral", "negative"]
ListedConversationStatus = Literal["active", "escalated", "resolved", "ended"]
EscalationState = Literal["waiting", "active", "returned", "resolved"]
ConversationStatus = Literal["active", "escalated", "resolved"]
ChannelType = Literal["telegram", "slack", "discord", "whatsapp", "webhook"]
ChannelStatus = Literal["pending", "connected", "disconnected"]
UpdateChannelStatus = Literal["connected", "disconnected"]
ChannelDeliveryState = Literal["waiting", "sent", "failed", "skipped"]
RetrievalMethod = Literal["semantic", "keyword", "hybrid"]
VectorsState = Literal["none", "waiting", "running", "ready", "failing"]
CreateItemOnDuplicate = Literal["keep", "skip"]
ShortfallReason = Literal["vectors_missing", "embedding_unavailable", "embedding_not_telling"]
DocumentStatus = Literal["queued", "running", "ready", "failed", "cancelled"]
DocumentStage = Literal["reading", "splitting", "indexing"]
CreateDocumentType = Literal["text", "markdown", "html", "json", "csv"]
WebSourceKind = Literal["page", "sitemap"]
WebSourceStage = Literal["finding", "fetching", "removing"]
WebPageStatus = Literal["waiting", "added", "changed", "unchanged", "skipped", "gone", "failed"]
WebPageDocumentStatus = Literal["queued", "running", "ready", "failed", "cancelled"]
ImportQuestionsType = Literal["csv", "jsonl"]
KnowledgeImportMode = Literal["add", "replace"]
KnowledgeImportOnError = Literal["skip", "stop"]
KnowledgeImportFormat = Literal["jsonl", "csv"]
KnowledgeImportStatus = Literal["queued", "running", "completed", "failed", "cancelled"]
KnowledgeImportStage = Literal["checking", "writing", "removing"]
ArtifactType = Literal["markdown", "code", "text", "html", "csv", "json"]
UpdatePluginKind = Literal["none", "builtin", "http", "mcp"]
ChatbotPluginStatusStatus = Literal["active", "disabled", "error"]
ChatbotIntegrationKind = Literal["echo", "webhook", "model"]
NewIntegrationKind = Literal["webhook", "model"]
ChatbotIntegrationHealthState = Literal["untried", "ready", "failing"]
ChatbotIntegrationHealthCircuit = Literal["closed", "half_open", "open"]
TrainingImportFormat = Literal["jsonl", "csv", "rasa"]
UploadTrainingImportMode = Literal["append", "replace"]
TrainingSessionConfigActivation = Literal["if_not_worse", "always", "never"]
ModelActivationPolicy = Literal["if_not_worse", "always", "never"]
TrainingSessionStatus = Literal["pending", "in_progress", "completed", "failed", "cancelled"]
TrainingSessionStage = Literal["reading", "preparing", "validating", "fitting", "packing"]
TrainingSuggestionKind = Literal["contradictory_texts", "overlapping_intents", "missed_wordings", "too_few_examples", "out_of_scope_examples", "more_examples", "other_examples", "imbalance"]
ModelComparisonVerdict = Literal["better", "worse", "no difference", "not comparable"]
LearningItemType = Literal["query_response", "intent_pattern", "entity_pattern", "fallback_response"]
LearningItemSource = Literal["user_feedback", "analytics", "manual"]
LearningItemStatus = Literal["pending", "approved", "rejected"]
DecideLearningItemStatus = Literal["approved", "rejected"]
FigureRangePeriod = Literal["daily", "weekly", "monthly", "all"]
InsightEffectName = Literal["rate_ratio", "cohens_h", "cohens_d"]
InsightKind = Literal["trend", "finding"]
InsightUnit = Literal["count", "share", "milliseconds", "probability"]
InsightVerdict = Literal["better", "worse", "more", "fewer"]
SuggestedRequestMethod = Literal["GET", "POST", "PUT", "DELETE"]
ReportChangeKind = Literal["difference", "ratio"]
ComparedMetric = Literal["failures", "satisfaction", "latency"]
IntegrationVerdict = Literal["insufficient_data", "no_difference_shown", "better"]
AgentLoopStatus = Literal["active", "paused"]
AgentServerStatus = Literal["connected", "unavailable"]
AgentCallbackState = Literal["none", "waiting", "delivered", "failed"]
AgentExecutionStatus = Literal["queued", "running", "completed", "failed", "timeout", "cancelled"]
AgentExecutionTrigger = Literal["api", "schedule"]
AgentStepKind = Literal["model", "tool"]
AgentStepState = Literal["started", "completed", "failed", "unknown"]
RegisteredWebhookDisabledReason = Literal["by_owner", "gone", "failing"]
WebhookAttemptOutcome = Literal["delivered", "refused", "timed_out", "unreachable", "address_refused", "cut_off"]
WebhookDeliveryStatus = Literal["pending", "delivered", "failed"]
DetailedHealthStatus = Literal["ok", "degraded", "down"]
MessageEventDataRole = Literal["user", "bot", "agent"]
TrainingCompletedDataStatus = Literal["completed", "failed", "cancelled"]
ErrorCode = Literal["VALIDATION_ERROR", "UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "PAYLOAD_TOO_LARGE", "RATE_LIMIT_EXCEEDED", "SERVICE_UNAVAILABLE", "SERVER_ERROR"]
WebSourceStatus = Literal["added", "changed", "unchanged", "skipped", "gone", "failed"]
AnalyticsFormat = Literal["json", "csv"]
ReplyFrame = Union["ReplyStartedFrame", "ReplySourcesFrame", "ReplyDeltaFrame", "ReplyToolFrame", "ReplyDoneFrame", "ReplyWithdrawnFrame", "ReplyErrorFrame"]
EscalationFeedFrame = Union["EscalationFeedEscalationsOpenFrame", "EscalationFeedEscalationCreatedFrame", "EscalationFeedEscalationAssignedFrame", "EscalationFeedEscalationAcceptedFrame", "EscalationFeedEscalationEndedFrame", "EscalationFeedEscalationMessageFrame", "EscalationFeedErrorFrame"]
ImportQuestionsOrList = Union["ImportQuestions", List["CreateQuestion"]]
AgentExecutionFrame = Union["AgentExecutionStepFrame", "AgentExecutionStatusFrame", "AgentExecutionErrorFrame"]
ReplyEvent = Union[NamedEvent[Literal["started"], "ReplyStarted"], NamedEvent[Literal["sources"], List["ReplySource"]], NamedEvent[Literal["delta"], "ReplyDelta"], NamedEvent[Literal["tool"], "ReplyToolCall"], NamedEvent[Literal["done"], "ChatbotReply"], NamedEvent[Literal["withdrawn"], "ChatbotReply"]]
EscalationFeedEvent = Union[NamedEvent[Literal["escalations.open"], List["Escalation"]], NamedEvent[Literal["escalation.created"], "Escalation"], NamedEvent[Literal["escalation.assigned"], "Escalation"], NamedEvent[Literal["escalation.accepted"], "Escalation"], NamedEvent[Literal["escalation.ended"], "Escalation"], NamedEvent[Literal["escalation.message"], "EscalationSaid"]]
AgentExecutionEvent = Union[NamedEvent[Literal["step"], "AgentStep"], NamedEvent[Literal["status"], "AgentExecution"]]
DeliveredWebhook = Union["MessageReceivedDelivery", "MessageSentDelivery", "ConversationStartedDelivery", "ConversationEndedDelivery", "UserRegisteredDelivery", "ChatbotCreatedDelivery", "TrainingCompletedDelivery", "ConversationCreatedDelivery", "ConversationEscalatedDelivery", "ConversationResolvedDelivery", "FeedbackSubmittedDelivery"]
