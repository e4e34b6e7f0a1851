"""Types of the manager dialect: what its operations take and answer, as its document has it."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

from ..streams.named_event import NamedEvent


class _BotRequired(TypedDict):
    #: The bot.
    id: str
    #: Its name.
    name: str
    #: What it is for.
    description: Optional[str]
    #: A disabled bot answers nobody.
    status: BotStatus
    #: How it behaves in messengers; null is the default.
    behaviors: Dict[str, Any]
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str


class Bot(_BotRequired, total=False):
    #: Messages of the conversation, the present one included, that whoever answers is shown. Absent when the bot has the default of this server.
    message_history: int


class PageMeta(TypedDict):
    #: Which page it is.
    page: int
    #: Items of a full page.
    per_page: int
    #: Items of all pages together.
    total: int


class ResponseDelay(TypedDict, total=False):
    #: At least so many milliseconds; 0 unless given.
    min: int
    #: At most so many milliseconds; `min` unless given.
    max: int


class Behaviors(TypedDict, total=False):
    #: Whether the messenger shows that the bot is writing; true by default.
    typing_indicator: Optional[bool]
    #: Whom it answers in groups: everybody, who mentions it, nobody; who mentions it by default. Whoever writes to it alone is always answered.
    should_respond: Optional[BehaviorsShouldRespond]
    #: It waits a random time within it before it answers; none by default.
    response_delay_ms: Optional[ResponseDelay]
    #: What one conversation is: all that a user says in a chat, a thread, or a chat until it pauses; by default what suits the messenger.
    conversation_scope: Optional[BehaviorsConversationScope]
    #: After so many minutes without a message a conversation of the scope `session` is over.
    session_timeout_minutes: Optional[int]


class _CreateBotRequired(TypedDict):
    #: Its name.
    name: str


class CreateBot(_CreateBotRequired, total=False):
    #: What it is for.
    description: Optional[str]
    #: How it behaves in messengers. What is not given stays as it is.
    behaviors: Optional[Behaviors]
    #: A disabled bot answers nobody.
    status: BotStatus
    #: Messages of the conversation, the present one included, that whoever answers is shown.
    message_history: int


class UpdateBot(TypedDict, total=False):
    #: Its name.
    name: str
    #: What it is for.
    description: Optional[str]
    #: How it behaves in messengers. What is not given stays as it is.
    behaviors: Optional[Behaviors]
    #: A disabled bot answers nobody.
    status: BotStatus
    #: Messages of the conversation, the present one included, that whoever answers is shown.
    message_history: int


class Deleted(TypedDict):
    #: What was deleted.
    id: str
    #: True.
    deleted: bool


class Latency(TypedDict):
    #: Mean.
    mean_ms: Optional[float]
    #: What half of its replies do not exceed, to 5 %.
    p50_ms: Optional[float]
    #: What 95 % of its replies do not exceed, to 5 %.
    p95_ms: Optional[float]


class Ratings(TypedDict):
    #: Positive ones.
    positive: int
    #: Neutral ones.
    neutral: int
    #: Negative ones.
    negative: int
    #: Mean of those with a score of 1 to 5; null of none.
    average_score: Optional[float]


class Usage(TypedDict):
    #: Tokens that were read.
    input_tokens: int
    #: Tokens that were written.
    output_tokens: int
    #: In US dollars, of the replies whose price is known.
    cost_usd: float
    #: Replies with tokens whose price is not known.
    unpriced_turns: int


class CountedShare(TypedDict):
    #: Conversations of which it is true.
    count: int
    #: Conversations in which it is known.
    total: int
    #: The share; null of none.
    share: Optional[float]
    #: Holds the true value 95 times in 100: `{"low", "high"}`.
    interval: Optional[Dict[str, Any]]


class Waiting(TypedDict):
    #: Geometric mean of the conversations.
    geometric_mean_ms: Optional[float]
    #: Holds the true value 95 times in 100: `{"low", "high"}`.
    interval: Optional[Dict[str, Any]]


class Outcomes(TypedDict):
    #: With a turn that it was chosen for and did not answer.
    failed: CountedShare
    #: Of those with ratings of its replies: with more positive than negative ones.
    pleased: CountedShare
    #: How long users waited for a reply, whoever wrote it.
    waiting: Waiting


class IntegrationFigures(TypedDict):
    #: The integration.
    integration_id: str
    #: Its name, the last one that is known.
    name: Optional[str]
    #: What it is.
    type: Optional[IntegrationType]
    #: Whether it is deleted.
    deleted: bool
    #: Whether it is called at all.
    enabled: bool
    #: Whether it is asked when others fail.
    fallback: bool
    #: Its weight at present.
    weight: float
    #: Of the weights of all that are enabled, at present.
    weight_share: float
    #: Conversations that were first given to it in the period.
    conversations: int
    #: Their share; null of none.
    conversation_share: Optional[float]
    #: Replies of its own, also in place of another one.
    turns: int
    #: Times that it was asked.
    calls: int
    #: Calls that came to nothing.
    failures: int
    #: Their share of the calls; null of none.
    failure_rate: Optional[float]
    #: Times that it was not asked because it had failed several times in a row.
    skips: int
    #: Turns that it was chosen for and nobody could answer.
    apologies: int
    #: How long its own replies took.
    latency: Latency
    #: Of its own replies.
    ratings: Ratings
    #: Of its own replies.
    usage: Usage
    #: What is compared: what became of its conversations, each counted once.
    outcomes: Outcomes


class Comparison(TypedDict):
    #: What is compared.
    metric: ComparedMetric
    #: The integration that is compared with the control.
    integration_id: str
    #: The control: the one with the most turns.
    control_id: str
    #: `better` when one of the two is, by more than chance.
    verdict: IntegrationVerdict
    #: Which is better; null unless one is.
    better_integration_id: Optional[str]
    #: Conversations in which the metric is known.
    conversations: int
    #: Of the control.
    control_conversations: int
    #: A share, or a geometric mean in milliseconds.
    value: Optional[float]
    #: Of the control.
    control_value: Optional[float]
    #: From the control: `{"kind": "difference" or "ratio", "value", "low", "high"}`.
    change: Optional[Dict[str, Any]]
    #: How often chance alone would ever show such a difference, however often one looks.
    p_value: Optional[float]
    #: The same among all comparisons (Holm).
    adjusted_p_value: Optional[float]


class Verdict(TypedDict):
    #: `insufficient_data`: nothing could be compared. `no_difference_shown`: there may be none, or one too small to see.
    verdict: IntegrationVerdict
    #: The gravest metric of which one is better.
    metric: Optional[ComparedMetric]
    #: Which is better.
    integration_id: Optional[str]
    #: Better than which.
    than_integration_id: Optional[str]
    #: Of that comparison.
    p_value: Optional[float]
    #: Of that comparison, among all.
    adjusted_p_value: Optional[float]


_ReportRequiredKeywords = TypedDict("_ReportRequiredKeywords", {"from": "Optional[str]"})

class _ReportRequired(_ReportRequiredKeywords):
    #: The bot.
    bot_id: str
    #: Before this time; null up to now.
    to: Optional[str]
    #: As they were made, then those that are deleted.
    integrations: List[IntegrationFigures]
    #: With which the others are compared; null unless there are two to compare.
    control_id: Optional[str]
    #: Each other integration with the control.
    comparisons: List[Comparison]
    #: What it comes to.
    verdict: Verdict
    #: The chance of a single false verdict is at most this.
    level: float
    #: Conversations that each of two must have before they are compared.
    least_conversations: int
    #: When it was made.
    generated_at: str


class Report(_ReportRequired):
    pass


class Integration(TypedDict):
    #: The integration.
    id: str
    #: The bot that it answers for.
    bot_id: str
    #: Its name.
    name: str
    #: What answers: `echo` says what it hears, `webhook` is a service of yours, `model` a model of this server.
    type: IntegrationType
    #: Where messages are sent to. Null unless it is a webhook.
    webhook_url: Optional[str]
    #: Headers that are sent with every call; values that are secret are masked.
    headers: Dict[str, Any]
    #: The model; null unless it is one.
    model_id: Optional[int]
    #: Seconds that one call may take.
    timeout: float
    #: Its share of the conversations of the bot, relative to the others; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails.
    fallback: bool
    #: Whether it is called at all.
    enabled: bool
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str


class _CreateIntegrationRequired(TypedDict):
    #: Its name.
    name: str
    #: Where messages are sent to. https, on the public internet.
    webhook_url: str


class CreateIntegration(_CreateIntegrationRequired, total=False):
    #: Headers that are sent with every call; in place of those before.
    headers: Dict[str, Any]
    #: Seconds that one call may take.
    timeout: int
    #: Its share of the conversations of the bot, relative to the others; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails.
    fallback: bool
    #: Whether it is called at all.
    enabled: bool


class UpdatedIntegration(TypedDict):
    #: The integration.
    id: str
    #: The bot that it answers for.
    bot_id: str
    #: Its name.
    name: str
    #: What answers: `echo` says what it hears, `webhook` is a service of yours, `model` a model of this server.
    type: IntegrationType
    #: Where messages are sent to. Null unless it is a webhook.
    webhook_url: Optional[str]
    #: Headers that are sent with every call; values that are secret are masked.
    headers: Dict[str, Any]
    #: The model; null unless it is one.
    model_id: Optional[int]
    #: Seconds that one call may take.
    timeout: float
    #: Its share of the conversations of the bot, relative to the others; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails.
    fallback: bool
    #: Whether it is called at all.
    enabled: bool
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str
    #: Whether secret headers were taken away, because another host is called from now on.
    secrets_dropped: bool


class UpdateIntegration(TypedDict, total=False):
    #: Its name.
    name: str
    #: Where messages are sent to. https, on the public internet.
    webhook_url: str
    #: Headers that are sent with every call; in place of those before.
    headers: Dict[str, Any]
    #: Seconds that one call may take.
    timeout: int
    #: Its share of the conversations of the bot, relative to the others; 0: it is not chosen.
    weight: float
    #: Whether it is asked when the chosen one fails.
    fallback: bool
    #: Whether it is called at all.
    enabled: bool


class IntegrationHealth(TypedDict):
    #: The integration.
    integration_id: str
    #: How its last call went.
    state: IntegrationHealthState
    #: `open`: it failed several times in a row, and is not called for a moment.
    circuit: IntegrationHealthCircuit
    #: When the next call is let through; null while every call is.
    paused_until: Optional[str]
    #: Calls of this process.
    calls: int
    #: Those of them that failed.
    failures: int
    #: When it was last called.
    last_called_at: Optional[str]
    #: How long that took.
    last_latency_ms: Optional[float]
    #: What went wrong; null when it went well.
    last_error: Optional[str]


class ChannelIdentity(TypedDict):
    #: Its id there.
    id: str
    #: Its name for machines.
    username: Optional[str]
    #: Its name.
    name: Optional[str]


class Channel(TypedDict):
    #: The channel.
    id: str
    #: The bot.
    bot_id: str
    #: The platform.
    type: ChannelType
    #: Its name.
    name: Optional[str]
    #: `pending` until the platform has called, or was called, with success.
    status: ChannelStatus
    #: Why it is disconnected; null unless it is.
    status_reason: Optional[str]
    #: Where the platform must send what happens. You tell it, unless it lets this server do so.
    webhook_url: str
    #: What is no secret of what its platform gave you.
    config: Dict[str, Any]
    #: Credentials that it has. They are never shown.
    credentials: List[str]
    #: Who the bot is there; null until the platform has said so.
    identity: Optional[ChannelIdentity]
    #: When the platform was first found.
    connected_at: Optional[str]
    #: When something last came from the platform.
    last_inbound_at: Optional[str]
    #: What last went wrong; null when nothing did.
    last_error: Optional[str]
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str


class CreatedChannel(TypedDict):
    #: The channel.
    id: str
    #: The bot.
    bot_id: str
    #: The platform.
    type: ChannelType
    #: Its name.
    name: Optional[str]
    #: `pending` until the platform has called, or was called, with success.
    status: ChannelStatus
    #: Why it is disconnected; null unless it is.
    status_reason: Optional[str]
    #: Where the platform must send what happens. You tell it, unless it lets this server do so.
    webhook_url: str
    #: What is no secret of what its platform gave you.
    config: Dict[str, Any]
    #: Credentials that it has. They are never shown.
    credentials: List[str]
    #: Who the bot is there; null until the platform has said so.
    identity: Optional[ChannelIdentity]
    #: When the platform was first found.
    connected_at: Optional[str]
    #: When something last came from the platform.
    last_inbound_at: Optional[str]
    #: What last went wrong; null when nothing did.
    last_error: Optional[str]
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str
    #: Proves the calls of platforms that sign with a secret of ours: telegram, webhook. It is shown in this answer and never again.
    webhook_secret: str


class _CreateChannelRequired(TypedDict):
    #: The platform.
    type: ChannelType


class CreateChannel(_CreateChannelRequired, total=False):
    #: Its name.
    name: Optional[str]
    #: What its platform gave you: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`, if you like.
    config: Optional[Dict[str, Any]]


class UpdateChannel(TypedDict, total=False):
    #: Its name.
    name: Optional[str]
    #: What its platform gave you: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`, if you like. Fields that are not given stay as they are, null clears one.
    config: Optional[Dict[str, Any]]
    #: While it is disconnected, nothing comes in or goes out.
    status: UpdateChannelStatus


class ConversationUser(TypedDict):
    #: The user, in the words of the platform.
    id: str
    #: Their name for machines.
    username: Optional[str]
    #: Their name.
    name: Optional[str]


class Conversation(TypedDict):
    #: The conversation.
    id: str
    #: The bot.
    bot_id: str
    #: The channel; null when it came by none, or that was deleted.
    channel_id: Optional[str]
    #: What it came by: telegram, slack, discord, whatsapp, webhook, or api, widget and so on without a channel.
    platform: str
    #: Whom it is with.
    user: ConversationUser
    #: The chat, in the words of the platform; null when it came by no channel.
    chat_id: Optional[str]
    #: How it stands.
    status: ConversationStatus
    #: Messages of all sides.
    message_count: int
    #: When it began.
    created_at: str
    #: When its last message came.
    updated_at: str


class Message(TypedDict):
    #: The message.
    id: str
    #: Who said it; people of the team are `assistant`, too.
    role: MessageRole
    #: What was said: a text, or with files a list of `{"type": "text", "text"}` and `{"type": "file", "name", "media_type"}`.
    content: Union[str, List[Dict[str, Any]]]
    #: `synthetic`: this server wrote it, and nobody who answers.
    type: MessageType
    #: Which integration answered; null when none did.
    integration_id: Optional[str]
    #: When it was said.
    created_at: str


class _McpServerRequired(TypedDict):
    #: What it gives access to.
    type: McpServerType
    #: Its name, unique in the loop.
    name: str


class McpServer(_McpServerRequired, total=False):
    #: Address of a server that speaks the Model Context Protocol.
    url: Optional[str]
    #: Headers that are sent along; values are masked where they are shown.
    headers: Optional[Dict[str, Any]]


class LoopSchedule(TypedDict):
    #: When it runs, as cron says it.
    cron: str
    #: Time zone of these times.
    time_zone: str
    #: When it runs next; null when it does not.
    next_run_at: Optional[str]


class AgentLoop(TypedDict):
    #: The agent loop.
    id: str
    #: Its name.
    name: str
    #: Who the agent is, and what it must mind.
    system_prompt: str
    #: What it is to do.
    user_message: str
    #: Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.
    mcp_servers: List[McpServer]
    #: Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`.
    callback_url: Optional[str]
    #: Headers that are sent along; values are masked where they are shown.
    callback_headers: Dict[str, Any]
    #: Calls of the model that it may make.
    max_iterations: int
    #: Tokens that all calls of an execution may use together; null: no limit.
    max_tokens: Optional[int]
    #: Name of the model; the default of this server unless given.
    model: Optional[str]
    #: Id of a model of this server.
    model_id: Optional[int]
    #: Seconds that an execution may take.
    timeout: int
    #: Installed plugins whose tools it may use.
    plugin_ids: List[str]
    #: The bot whose knowledge it may search.
    knowledge_bot_id: Optional[str]
    #: When it runs by itself; null when it does not.
    schedule: Optional[LoopSchedule]
    #: A paused loop is not begun by its schedule, and can be run by hand.
    status: AgentLoopStatus
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str


class CreatedAgentLoop(TypedDict):
    #: The agent loop.
    id: str
    #: Its name.
    name: str
    #: Who the agent is, and what it must mind.
    system_prompt: str
    #: What it is to do.
    user_message: str
    #: Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.
    mcp_servers: List[McpServer]
    #: Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`.
    callback_url: Optional[str]
    #: Headers that are sent along; values are masked where they are shown.
    callback_headers: Dict[str, Any]
    #: Calls of the model that it may make.
    max_iterations: int
    #: Tokens that all calls of an execution may use together; null: no limit.
    max_tokens: Optional[int]
    #: Name of the model; the default of this server unless given.
    model: Optional[str]
    #: Id of a model of this server.
    model_id: Optional[int]
    #: Seconds that an execution may take.
    timeout: int
    #: Installed plugins whose tools it may use.
    plugin_ids: List[str]
    #: The bot whose knowledge it may search.
    knowledge_bot_id: Optional[str]
    #: When it runs by itself; null when it does not.
    schedule: Optional[LoopSchedule]
    #: A paused loop is not begun by its schedule, and can be run by hand.
    status: AgentLoopStatus
    #: When it was made.
    created_at: str
    #: When it was last changed.
    updated_at: str
    #: Signs its callbacks. It is shown in this answer and never again.
    callback_secret: str


class _LoopScheduleInputRequired(TypedDict):
    #: When it runs, as cron says it: five fields, or six with seconds first.
    cron: str


class LoopScheduleInput(_LoopScheduleInputRequired, total=False):
    #: Time zone of these times; UTC unless given.
    time_zone: Optional[str]


class _CreateAgentLoopRequired(TypedDict):
    #: Its name.
    name: str
    #: Who the agent is, and what it must mind.
    system_prompt: str
    #: What it is to do; `{{names}}` are filled in by `variables` of a run.
    user_message: str


class CreateAgentLoop(_CreateAgentLoopRequired, total=False):
    #: Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.
    mcp_servers: Optional[List[McpServer]]
    #: Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`.
    callback_url: Optional[str]
    #: Headers that are sent along; values are masked where they are shown.
    callback_headers: Optional[Dict[str, Any]]
    #: Calls of the model that it may make.
    max_iterations: int
    #: Tokens that all calls of an execution may use together; no limit unless given.
    max_tokens: Optional[int]
    #: Name of the model; the default of this server unless given.
    model: Optional[str]
    #: Id of a model of this server; goes before `model`.
    model_id: Optional[int]
    #: Seconds that an execution may take.
    timeout: int
    #: Installed plugins whose tools it may use, by their ids in the main API.
    plugin_ids: Optional[List[str]]
    #: The bot whose knowledge it may search.
    knowledge_bot_id: Optional[str]
    #: When it runs by itself.
    schedule: Optional[LoopScheduleInput]
    #: A paused loop is not begun by its schedule, and can be run by hand.
    status: AgentLoopStatus


class UpdateAgentLoop(TypedDict, total=False):
    #: Its name.
    name: str
    #: Who the agent is, and what it must mind.
    system_prompt: str
    #: What it is to do; `{{names}}` are filled in by `variables` of a run.
    user_message: str
    #: Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.
    mcp_servers: Optional[List[McpServer]]
    #: Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`.
    callback_url: Optional[str]
    #: Headers that are sent along; values are masked where they are shown.
    callback_headers: Optional[Dict[str, Any]]
    #: Calls of the model that it may make.
    max_iterations: int
    #: Tokens that all calls of an execution may use together; no limit unless given.
    max_tokens: Optional[int]
    #: Name of the model; the default of this server unless given.
    model: Optional[str]
    #: Id of a model of this server; goes before `model`.
    model_id: Optional[int]
    #: Seconds that an execution may take.
    timeout: int
    #: Installed plugins whose tools it may use, by their ids in the main API.
    plugin_ids: Optional[List[str]]
    #: The bot whose knowledge it may search.
    knowledge_bot_id: Optional[str]
    #: When it runs by itself.
    schedule: Optional[LoopScheduleInput]
    #: A paused loop is not begun by its schedule, and can be run by hand.
    status: AgentLoopStatus


class ExecutionResult(TypedDict):
    #: What the agent said last; null when it said nothing.
    output: Optional[str]
    #: Calls of the model.
    iterations_used: int
    #: Calls of tools.
    tool_calls: int


class ExecutionServerState(TypedDict):
    #: Name of the tool server or plugin.
    name: str
    #: Whether its tools could be used.
    status: ExecutionServerStateStatus
    #: Why it could not be used; null when it could.
    message: Optional[str]


class ExecutionMetadata(TypedDict):
    #: What began it.
    trigger: ExecutionMetadataTrigger
    #: When it was begun.
    started_at: Optional[str]
    #: When it ended.
    completed_at: Optional[str]
    #: How long that took; null until it ends.
    duration_seconds: Optional[float]
    #: Who spoke; null until it is known.
    model: Optional[str]
    #: Tokens read and written by the model.
    tokens_used: int
    #: How it stood with its tool servers.
    servers: List[ExecutionServerState]


class Execution(TypedDict):
    #: The execution.
    id: str
    #: The agent loop.
    agent_loop_id: str
    #: How it stands.
    status: ExecutionStatus
    #: What has come of it so far; null while it is queued.
    result: Optional[ExecutionResult]
    #: Figures.
    metadata: ExecutionMetadata
    #: Why it did not complete; null unless it ended so.
    error: Optional[str]
    #: When it was begun.
    started_at: Optional[str]
    #: When it ended.
    completed_at: Optional[str]
    #: When it was asked for.
    created_at: str


class RunAgentLoop(TypedDict, total=False):
    #: What it is to do this time, instead of its own message.
    user_message: Optional[str]
    #: What is filled in for `{{names}}` in the message.
    variables: Optional[Dict[str, Any]]


class ExecutionStep(TypedDict):
    #: Its place, from 1.
    position: int
    #: What was called.
    type: ExecutionStepType
    #: How it went; `unknown`: this server ended in the middle of it.
    state: ExecutionStepState
    #: Of the model or the tool.
    name: str
    #: Arguments of a tool; of the model how many messages it read.
    input: Any
    #: What it said.
    output: Any
    #: What went wrong.
    error: Optional[str]
    #: When it was begun.
    started_at: str
    #: When it ended.
    completed_at: Optional[str]


class ExecutionWithSteps(TypedDict):
    #: The execution.
    id: str
    #: The agent loop.
    agent_loop_id: str
    #: How it stands.
    status: ExecutionStatus
    #: What has come of it so far; null while it is queued.
    result: Optional[ExecutionResult]
    #: Figures.
    metadata: ExecutionMetadata
    #: Why it did not complete; null unless it ended so.
    error: Optional[str]
    #: When it was begun.
    started_at: Optional[str]
    #: When it ended.
    completed_at: Optional[str]
    #: When it was asked for.
    created_at: str
    #: Every call of the model and of tools, in the order in which they were begun.
    steps: List[ExecutionStep]


class _CreatedWebhookRequired(TypedDict):
    #: The webhook.
    id: str
    #: Address that events are sent to.
    url: str
    #: Which events are sent.
    events: List[str]
    #: False once the receiver answered 410 or failed for days.
    active: bool
    #: When it was made.
    created_at: str


class CreatedWebhook(_CreatedWebhookRequired, total=False):
    #: The secret that was made, if none was given. It is shown in this answer and never again.
    secret: str


class _CreateWebhookRequired(TypedDict):
    #: http or https address on the public internet that events are sent to with POST.
    url: str
    #: Which events are sent.
    events: List[CreateWebhookEvent]


class CreateWebhook(_CreateWebhookRequired, total=False):
    #: Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks.
    secret: Optional[str]


class Webhook(TypedDict):
    #: The webhook.
    id: str
    #: Address that events are sent to.
    url: str
    #: Which events are sent.
    events: List[str]
    #: False once the receiver answered 410 or failed for days.
    active: bool
    #: When it was made.
    created_at: str


class BotMessageReceivedData(TypedDict):
    #: The bot.
    bot_id: str
    #: The channel; null when the message came by none.
    channel_id: Optional[str]
    #: The conversation.
    conversation_id: str
    #: The message.
    message_id: str
    #: Who wrote it.
    user: ConversationUser
    #: What was said.
    content: str


class IntegrationFailedData(TypedDict):
    #: The bot.
    bot_id: str
    #: The integration.
    integration_id: str
    #: The conversation.
    conversation_id: str
    #: What went wrong.
    error: str
    #: That it answered with; null when it did not answer.
    status_code: Optional[int]
    #: Name of the integration.
    integration_name: str
    #: Whether nobody else could answer, so that the user got an apology.
    final: bool


class CallbackMetadata(TypedDict):
    #: When it was begun.
    started_at: str
    #: When it ended.
    completed_at: str
    #: How long that took.
    duration_seconds: float
    #: Who spoke; null when it failed before anybody did.
    model: Optional[str]
    #: Tokens read and written by the model.
    tokens_used: int


class AgentLoopCompletedData(TypedDict):
    #: The agent loop.
    agent_loop_id: str
    #: Its name.
    agent_loop_name: str
    #: The execution.
    execution_id: str
    #: How it ended.
    status: AgentLoopCompletedDataStatus
    #: What came of it.
    result: ExecutionResult
    #: Figures.
    metadata: CallbackMetadata
    #: Why it did not complete; null when it did.
    error: Optional[str]


class ChannelDisconnectedData(TypedDict):
    #: The channel.
    channel_id: str
    #: The bot.
    bot_id: str
    #: The platform.
    type: str
    #: Why; `manual` when its owner wished so.
    reason: str


class Error(TypedDict):
    error: ErrorInfo


class RefusedField(TypedDict):
    #: Path of the field, as `behaviors.response_delay_ms.min`.
    field: str
    #: What is accepted.
    message: str


class _ErrorDetailsRequired(TypedDict):
    #: All that were refused.
    fields: List[RefusedField]


class ErrorDetails(_ErrorDetailsRequired):
    """Which fields were refused."""


class _ErrorInfoRequired(TypedDict):
    #: What was wrong, for a program.
    code: ErrorCode
    #: What was wrong, for a person.
    message: str


class ErrorInfo(_ErrorInfoRequired, total=False):
    """What was wrong."""

    details: ErrorDetails


class BotPageAnswer(TypedDict):
    #: What is on this page.
    data: List[Bot]
    meta: PageMeta


class BotAnswer(TypedDict):
    data: Bot


class DeletedAnswer(TypedDict):
    data: Deleted


class ReportAnswer(TypedDict):
    data: Report


class IntegrationPageAnswer(TypedDict):
    #: What is on this page.
    data: List[Integration]
    meta: PageMeta


class IntegrationAnswer(TypedDict):
    data: Integration


class UpdatedIntegrationAnswer(TypedDict):
    data: UpdatedIntegration


class IntegrationHealthAnswer(TypedDict):
    data: IntegrationHealth


class ChannelPageAnswer(TypedDict):
    #: What is on this page.
    data: List[Channel]
    meta: PageMeta


class CreatedChannelAnswer(TypedDict):
    data: CreatedChannel


class ChannelAnswer(TypedDict):
    data: Channel


class ConversationPageAnswer(TypedDict):
    #: What is on this page.
    data: List[Conversation]
    meta: PageMeta


class ConversationAnswer(TypedDict):
    data: Conversation


class MessagePageAnswer(TypedDict):
    #: What is on this page.
    data: List[Message]
    meta: PageMeta


class AgentLoopPageAnswer(TypedDict):
    #: What is on this page.
    data: List[AgentLoop]
    meta: PageMeta


class CreatedAgentLoopAnswer(TypedDict):
    data: CreatedAgentLoop


class AgentLoopAnswer(TypedDict):
    data: AgentLoop


class ExecutionAnswer(TypedDict):
    data: Execution


class ExecutionPageAnswer(TypedDict):
    #: What is on this page.
    data: List[Execution]
    meta: PageMeta


class ExecutionWithStepsAnswer(TypedDict):
    data: ExecutionWithSteps


class _ExecutionStepFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["step"]
    data: ExecutionStep


class ExecutionStepFrame(_ExecutionStepFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ExecutionStatusFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["status"]
    data: Execution


class ExecutionStatusFrame(_ExecutionStatusFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ExecutionErrorFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["error"]
    data: Error


class ExecutionErrorFrame(_ExecutionErrorFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class CreatedWebhookAnswer(TypedDict):
    data: CreatedWebhook


class WebhookPageAnswer(TypedDict):
    #: What is on this page.
    data: List[Webhook]
    meta: PageMeta


class BotMessageReceivedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["bot.message_received"]
    #: When it happened.
    timestamp: str
    data: BotMessageReceivedData


class IntegrationFailedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["integration.failed"]
    #: When it happened.
    timestamp: str
    data: IntegrationFailedData


class AgentLoopCompletedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["agent_loop.completed"]
    #: When it happened.
    timestamp: str
    data: AgentLoopCompletedData


class ChannelDisconnectedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["channel.disconnected"]
    #: When it happened.
    timestamp: str
    data: ChannelDisconnectedData


BotStatus = Literal["active", "disabled"]
BehaviorsShouldRespond = Literal["always", "mentions", "direct"]
BehaviorsConversationScope = Literal["user", "thread", "session"]
IntegrationType = Literal["echo", "webhook", "model"]
ComparedMetric = Literal["failures", "satisfaction", "latency"]
IntegrationVerdict = Literal["insufficient_data", "no_difference_shown", "better"]
IntegrationHealthState = Literal["untried", "ready", "failing"]
IntegrationHealthCircuit = Literal["closed", "half_open", "open"]
ChannelType = Literal["telegram", "slack", "discord", "whatsapp", "webhook"]
ChannelStatus = Literal["pending", "connected", "disconnected"]
UpdateChannelStatus = Literal["connected", "disconnected"]
ConversationStatus = Literal["active", "escalated", "resolved", "ended"]
MessageRole = Literal["user", "assistant", "system"]
MessageType = Literal["regular", "synthetic"]
McpServerType = Literal["http", "filesystem", "database", "custom"]
AgentLoopStatus = Literal["active", "paused"]
ExecutionServerStateStatus = Literal["connected", "unavailable"]
ExecutionMetadataTrigger = Literal["api", "schedule"]
ExecutionStatus = Literal["queued", "running", "completed", "failed", "timeout", "cancelled"]
ExecutionStepType = Literal["model", "tool"]
ExecutionStepState = Literal["started", "completed", "failed", "unknown"]
CreateWebhookEvent = Literal["bot.message_received", "integration.failed", "agent_loop.completed", "channel.disconnected"]
AgentLoopCompletedDataStatus = Literal["completed", "failed", "timeout"]
ErrorCode = Literal["bad_request", "unauthorized", "forbidden", "not_found", "conflict", "payload_too_large", "validation_error", "rate_limit_exceeded", "internal_error", "service_unavailable"]
ExecutionFrame = Union["ExecutionStepFrame", "ExecutionStatusFrame", "ExecutionErrorFrame"]
ExecutionEvent = Union[NamedEvent[Literal["step"], "ExecutionStep"], NamedEvent[Literal["status"], "Execution"]]
DeliveredWebhook = Union["BotMessageReceivedDelivery", "IntegrationFailedDelivery", "AgentLoopCompletedDelivery", "ChannelDisconnectedDelivery"]
