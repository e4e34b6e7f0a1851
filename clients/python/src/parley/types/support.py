"""Types of the support dialect: what its operations take and answer, as its document has it."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

from ..streams.named_event import NamedEvent


class _AnswerStartedRequired(TypedDict):
    #: The conversation.
    conversation_id: str
    #: The answer that is being made.
    message_id: str
    #: What the user said, among the messages.
    user_message_id: str
    #: When it was asked.
    timestamp: str


class AnswerStarted(_AnswerStartedRequired, total=False):
    #: With it a page goes on with this conversation. Only when a public key has begun it.
    conversation_token: str


class _CitationRequired(TypedDict):
    #: `[number]` in the text refers to it.
    number: int
    #: The article.
    id: str
    #: Its title.
    title: str
    #: What the answer rests on.
    passage: str
    #: Calibrated probability that the passage answers the message.
    score: float


class Citation(_CitationRequired, total=False):
    #: Heading above the passage.
    section: str
    #: Address of the article: `url` of its metadata.
    url: str


class AnswerDelta(TypedDict):
    #: What comes next in the answer.
    text: str


class _ConversationAnswerRequired(TypedDict):
    #: The conversation.
    conversation_id: str
    #: The answer. Never empty.
    response: str
    #: Calibrated probability that the answer is right, from the articles.
    confidence: float
    #: Articles that the answer rests on, best first.
    sources: List[str]
    #: Whether a person is waited for, or answers.
    escalated: bool
    #: When it was answered.
    timestamp: str
    #: The answer among the messages; null when it is only a notice, as that a person will answer.
    message_id: Optional[str]
    #: What the user said, among the messages.
    user_message_id: str
    #: Who answers: the bot; the bot while a person is waited for; a person.
    handling: Handling
    #: How the conversation stands.
    status: ConversationStatus
    #: The person who was chosen, or answers; null while there is none.
    assigned_agent: Optional[str]
    #: Passages that the text refers to.
    citations: List[Citation]


class ConversationAnswer(_ConversationAnswerRequired, total=False):
    #: With it a page goes on with this conversation. Only when a public key has begun it.
    conversation_token: str


class _SendMessageRequired(TypedDict):
    #: What the user says.
    message: str
    #: The end user, in your own words.
    user_id: str


class SendMessage(_SendMessageRequired, total=False):
    #: What they write through: chat, api, email, widget, sms and so on.
    channel: Optional[str]
    #: What is kept with the conversation, in place of what was kept before.
    metadata: Optional[Dict[str, Any]]
    #: Where to go on. Without it a conversation is begun.
    conversation_id: Optional[str]
    #: Whether the answer is streamed as server-sent events; so does `Accept: text/event-stream`.
    stream: bool


class Author(TypedDict):
    #: The person.
    id: str
    #: What they are called.
    name: str


class _MessageOfConversationRequired(TypedDict):
    #: The message.
    id: str
    #: Who spoke. `system` tells what happens with the conversation, and is left out unless asked for.
    sender: Sender
    #: What was said.
    content: str
    #: When it was said.
    timestamp: str


class MessageOfConversation(_MessageOfConversationRequired, total=False):
    #: Only of the bot: calibrated probability that it is right.
    confidence: float
    #: Only of the bot: passages that the text refers to.
    citations: List[Citation]
    #: Only of an agent: who it was.
    author: Author


class ConversationWithMessages(TypedDict):
    #: The conversation.
    conversation_id: str
    #: The end user.
    user_id: str
    #: What they write through.
    channel: str
    #: What was said, oldest first.
    messages: List[MessageOfConversation]
    #: How it stands.
    status: ConversationStatus
    #: When it began.
    created_at: str
    #: When the last message came.
    updated_at: str
    #: What is kept with it.
    metadata: Dict[str, Any]
    #: Who answers: the bot; the bot while a person is waited for; a person.
    handling: Handling
    #: The person who was chosen, or answers; null while there is none.
    assigned_agent: Optional[str]
    #: What they are called.
    agent_name: Optional[str]
    #: Position of the last message here; `after` of the next request.
    last_position: int
    #: Whether there are later messages than these.
    has_more: bool
    #: When it was resolved.
    resolved_at: Optional[str]


class _SubmitFeedbackRequired(TypedDict):
    #: How well it went.
    rating: int


class SubmitFeedback(_SubmitFeedbackRequired, total=False):
    #: What was said with it.
    comment: Optional[str]
    #: The message that is judged; the whole conversation unless given.
    message_id: Optional[str]


class Feedback(TypedDict):
    #: The feedback.
    feedback_id: str
    #: The conversation.
    conversation_id: str
    #: As it was given.
    rating: int
    #: When it was given.
    created_at: str
    #: The message that was judged.
    message_id: Optional[str]
    #: What was said with it.
    comment: Optional[str]


class Resolved(TypedDict):
    #: The conversation.
    conversation_id: str
    #: How it stands.
    status: Literal["resolved"]
    #: Since when.
    resolved_at: str


class Escalated(TypedDict):
    #: The conversation.
    conversation_id: str
    #: True.
    escalated: bool
    #: How it stands.
    status: ConversationStatus
    #: Who answers.
    handling: Handling
    #: The person who was chosen, or answers; null while there is none.
    assigned_agent: Optional[str]


class _LiveMessageRequired(TypedDict):
    #: The message.
    id: str
    #: Who spoke. `system` tells what happens with the conversation, and is left out unless asked for.
    sender: Sender
    #: What was said.
    content: str
    #: When it was said.
    timestamp: str
    #: Place in the conversation, from 1.
    position: int


class LiveMessage(_LiveMessageRequired, total=False):
    #: Only of the bot: calibrated probability that it is right.
    confidence: float
    #: Only of the bot: passages that the text refers to.
    citations: List[Citation]
    #: Only of an agent: who it was.
    author: Author


class HandlingChange(TypedDict):
    #: Who answers from now on.
    handling: Handling
    #: How the conversation stands.
    status: ConversationStatus
    #: The person who was chosen, or answers; null while there is none.
    assigned_agent: Optional[str]
    #: What they are called.
    agent_name: Optional[str]


class _WriteArticleRequired(TypedDict):
    #: What it is about.
    title: str
    #: What it says: plain text or Markdown.
    content: str


class WriteArticle(_WriteArticleRequired, total=False):
    #: Where it belongs. In an update absent leaves it and null clears it, as with tags and metadata.
    category: Optional[str]
    #: What it can be found by.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it. An `url` in it becomes the link of citations.
    metadata: Optional[Dict[str, Any]]
    #: The article to write anew; without it one is added.
    article_id: Optional[str]


class WrittenArticle(TypedDict):
    #: The article.
    article_id: str
    #: Whether answers may rest on it.
    status: ArticleStatus
    #: Whether it is found now.
    indexed: bool
    #: When it was added.
    created_at: str
    #: When it was written last.
    updated_at: str


class Article(TypedDict):
    #: The article.
    article_id: str
    #: Whether answers may rest on it.
    status: ArticleStatus
    #: Whether it is found now.
    indexed: bool
    #: When it was added.
    created_at: str
    #: When it was written last.
    updated_at: str
    #: What it is about.
    title: str
    #: What it says.
    content: str
    #: Where it belongs.
    category: Optional[str]
    #: What it can be found by.
    tags: List[str]
    #: What is kept with it.
    metadata: Dict[str, Any]


class Articles(TypedDict):
    #: Oldest first.
    articles: List[Article]
    #: Articles of all pages together.
    total: int
    #: Which page, from 1.
    page: int
    #: Articles per page.
    limit: int


class Period(TypedDict):
    #: First day.
    start: str
    #: Last day.
    end: str


class Metrics(TypedDict):
    #: Begun in the period.
    total_conversations: int
    #: Of those, the ones that needed no person.
    ai_resolved: int
    #: Of those, the ones that did.
    escalated: int
    #: ai_resolved / total_conversations; 0 without conversations.
    resolution_rate: float
    #: Seconds from a message to the bot's answer, on average; 0 without answers.
    avg_response_time: float
    #: Mean of the feedback, 1 to 5; null without any.
    customer_satisfaction: Optional[float]


class EscalationFigures(TypedDict):
    #: How often a person was needed, by reason.
    by_reason: Dict[str, Any]
    #: Seconds until a person accepted, on average; null when nobody has.
    avg_waiting_time: Optional[float]
    #: Seconds from then until it was over, on average; null when none is.
    avg_handling_time: Optional[float]


class _BreakdownRequired(TypedDict):
    #: First day of it.
    date: str


class Breakdown(_BreakdownRequired, total=False):
    #: Begun within it.
    conversations: int
    #: As in `metrics`.
    ai_resolved: int
    #: As in `metrics`.
    escalated: int
    #: As in `metrics`.
    resolution_rate: float
    #: As in `metrics`.
    avg_response_time: float
    #: As in `metrics`.
    customer_satisfaction: Optional[float]


class _AnalyticsRequired(TypedDict):
    #: The days that were asked for.
    period: Period
    #: Of the whole period.
    metrics: Metrics
    #: How people were needed in the conversations of the period.
    escalations: EscalationFigures


class Analytics(_AnalyticsRequired, total=False):
    #: By day.
    daily_breakdown: List[Breakdown]
    #: By week, from Monday; the first one may begin before the period.
    weekly_breakdown: List[Breakdown]
    #: By month.
    monthly_breakdown: List[Breakdown]


class Error(TypedDict):
    error: ErrorInfo


class _ErrorDetailsRequired(TypedDict):
    #: Path within the input, as `metadata.user_email`.
    field: str
    #: What it must be.
    expected: str


class ErrorDetails(_ErrorDetailsRequired):
    """The first field that was refused."""


class _ErrorInfoRequired(TypedDict):
    #: What was wrong, for a program.
    code: ErrorCode
    #: What was wrong, for a person.
    message: str
    #: Equals the header `X-Request-Id`.
    request_id: str


class ErrorInfo(_ErrorInfoRequired, total=False):
    """What was wrong."""

    details: ErrorDetails


class _AnswerStartedFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["started"]
    data: AnswerStarted


class AnswerStartedFrame(_AnswerStartedFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AnswerSourcesFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["sources"]
    #: What it tells.
    data: List[Citation]


class AnswerSourcesFrame(_AnswerSourcesFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AnswerDeltaFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["delta"]
    data: AnswerDelta


class AnswerDeltaFrame(_AnswerDeltaFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AnswerDoneFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["done"]
    data: ConversationAnswer


class AnswerDoneFrame(_AnswerDoneFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AnswerWithdrawnFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["withdrawn"]
    data: ConversationAnswer


class AnswerWithdrawnFrame(_AnswerWithdrawnFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _AnswerErrorFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["error"]
    data: Error


class AnswerErrorFrame(_AnswerErrorFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ConversationFeedMessageFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["message"]
    data: LiveMessage


class ConversationFeedMessageFrame(_ConversationFeedMessageFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ConversationFeedHandlingFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["handling"]
    data: HandlingChange


class ConversationFeedHandlingFrame(_ConversationFeedHandlingFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


class _ConversationFeedErrorFrameRequired(TypedDict):
    #: What it tells.
    event: Literal["error"]
    data: Error


class ConversationFeedErrorFrame(_ConversationFeedErrorFrameRequired, total=False):
    #: To read on behind it, as `Last-Event-ID`.
    id: str


Handling = Literal["bot", "waiting", "human"]
ConversationStatus = Literal["active", "escalated", "resolved"]
Sender = Literal["user", "ai", "agent", "system"]
ArticleStatus = Literal["published", "draft"]
ErrorCode = Literal["invalid_request", "unauthorized", "forbidden", "not_found", "conflict", "payload_too_large", "rate_limit_exceeded", "service_unavailable", "internal_error"]
AnalyticsMetrics = Literal["conversations", "ai_resolved", "escalated", "resolution_rate", "avg_response_time", "customer_satisfaction"]
AnalyticsGroupBy = Literal["day", "week", "month"]
AnswerFrame = Union["AnswerStartedFrame", "AnswerSourcesFrame", "AnswerDeltaFrame", "AnswerDoneFrame", "AnswerWithdrawnFrame", "AnswerErrorFrame"]
ConversationFeedFrame = Union["ConversationFeedMessageFrame", "ConversationFeedHandlingFrame", "ConversationFeedErrorFrame"]
AnswerEvent = Union[NamedEvent[Literal["started"], "AnswerStarted"], NamedEvent[Literal["sources"], List["Citation"]], NamedEvent[Literal["delta"], "AnswerDelta"], NamedEvent[Literal["done"], "ConversationAnswer"], NamedEvent[Literal["withdrawn"], "ConversationAnswer"]]
ConversationFeedEvent = Union[NamedEvent[Literal["message"], "LiveMessage"], NamedEvent[Literal["handling"], "HandlingChange"]]
