"""Types of the assistant dialect: what its operations take and answer, as its document has it."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

from ..uploads.upload import Uploadable


class ChatText(TypedDict):
    #: Always `text`.
    type: Literal["text"]
    #: What comes next in the answer.
    content: str


class TokenUsage(TypedDict):
    #: Tokens that the model read.
    prompt_tokens: int
    #: Tokens that the model wrote.
    completion_tokens: int
    #: Both together.
    total_tokens: int


class _ChatDoneRequired(TypedDict):
    #: Always `done`.
    type: Literal["done"]
    #: Id of the chat.
    chat_id: str
    #: Tokens that were used; none when no model was asked.
    usage: TokenUsage


class ChatDone(_ChatDoneRequired, total=False):
    #: Id of the answer, if it was kept.
    message_id: str


class ChatFailureReason(TypedDict):
    #: What was wrong, for a program.
    code: str
    #: What was wrong, for a person.
    message: str


class ChatFailure(TypedDict):
    #: Always `error`.
    type: Literal["error"]
    #: Why the answer ends here.
    error: ChatFailureReason


class _SendMessageRequired(TypedDict):
    #: What the user says.
    message: str


class SendMessage(_SendMessageRequired, total=False):
    #: What is to answer: the slug of a bot of the team (when the chat is begun), or the name of a registered model. Any other name is accepted and means the default.
    model: Optional[str]
    #: Whether the answer is streamed as server-sent events.
    stream: Optional[bool]
    #: Uploaded files that go with the message: ids, or objects with a `file_id`.
    attachments: Optional[List[Union[str, AttachedFile]]]


class _ChatAnswerRequired(TypedDict):
    #: Id of the chat.
    id: str
    #: The answer.
    message: str
    #: The model that was asked for, else the one that answered.
    model: str
    #: Tokens that were used; none when no model was asked.
    usage: TokenUsage
    #: When it was answered.
    created_at: str


class ChatAnswer(_ChatAnswerRequired, total=False):
    #: Id of the answer, if it was kept; it is not while a person has the chat.
    message_id: str


class ChatMessage(TypedDict):
    #: Its id.
    id: str
    #: Who spoke: people of the team are `assistant`, too.
    role: ChatMessageRole
    #: What was said.
    content: str
    #: When it was said.
    timestamp: str


class ChatHistory(TypedDict):
    #: Id of the chat.
    chat_id: str
    #: All that was said, oldest first.
    messages: List[ChatMessage]
    #: When the chat began.
    created_at: str
    #: When the last message came.
    updated_at: str


class CompletedChat(TypedDict):
    #: Id of the chat.
    chat_id: str
    #: Always `completed`; another message opens the chat again.
    status: Literal["completed"]
    #: When it was completed.
    completed_at: str


class _CreateDocumentRequired(TypedDict):
    #: What it is called. Blanks around it are removed.
    title: str
    #: What it says. It may be empty.
    content: str


class CreateDocument(_CreateDocumentRequired, total=False):
    #: What kind of text it is.
    type: DocumentType


class Document(TypedDict):
    #: Its id.
    id: str
    #: What it is called.
    title: str
    #: What it says.
    content: str
    #: What kind of text it is.
    type: DocumentType
    #: Number of its version, from 1. Every update makes one more; the earlier ones are kept.
    version: int
    #: When it was made.
    created_at: str
    #: When its last version was made.
    updated_at: str


class DocumentList(TypedDict):
    #: Entries of all slices together.
    total: int
    #: Entries at most, as it was applied.
    limit: int
    #: Entries that were left out before the first.
    offset: int
    #: Newest first, by when they were made.
    documents: List[Document]


class UpdateDocument(TypedDict, total=False):
    #: What it is called. Blanks around it are removed.
    title: str
    #: What it says. It may be empty.
    content: str
    #: What kind of text it is.
    type: DocumentType


class _UploadFileRequired(TypedDict):
    #: The file: txt, md, html, csv, json, pdf, docx, pptx, xlsx or eml; or an image, which goes with messages.
    file: Uploadable


class UploadFile(_UploadFileRequired, total=False):
    #: What it is about.
    description: str
    #: Labels to narrow searches by: the field repeated, a JSON array, or a list separated by commas.
    tags: List[str]


class FileInfo(TypedDict):
    #: Its id.
    id: str
    #: Its name.
    filename: str
    #: Its size in bytes.
    size: int
    #: Its media type.
    type: str
    #: `processing` until searches find all of it. New content that fails leaves it `completed` with what was there before.
    status: FileState
    #: Where its content is downloaded, with the same credentials.
    upload_url: str
    #: What it is about.
    description: Optional[str]
    #: Its labels.
    tags: List[str]
    #: When it was uploaded.
    created_at: str


class FileList(TypedDict):
    #: Entries of all slices together.
    total: int
    #: Entries at most, as it was applied.
    limit: int
    #: Entries that were left out before the first.
    offset: int
    #: Newest first.
    files: List[FileInfo]


class _FileStatusRequired(TypedDict):
    #: Its id.
    id: str
    #: `processing` until searches find all of it. New content that fails leaves it `completed` with what was there before.
    status: FileState
    #: When processing ended; null until then.
    processed_at: Optional[str]
    #: Pieces that searches find; 0 until it is completed.
    chunks_created: int
    #: Why it failed; null unless it did.
    error: Optional[str]


class FileStatus(_FileStatusRequired, total=False):
    #: Why content that was sent to replace it failed, if it did: searches go on finding what was there before.
    replacement_error: str


class _AddKnowledgeRequired(TypedDict):
    #: The text, plain or Markdown.
    content: str


class AddKnowledge(_AddKnowledgeRequired, total=False):
    #: What it is about. Default: how the content begins.
    title: Optional[str]
    #: Where it comes from, in your words; searches can be narrowed by it.
    source_type: Optional[str]
    #: Labels to narrow searches by.
    tags: Optional[List[str]]
    #: Anything that you want to keep with it.
    metadata: Optional[Dict[str, Any]]


class KnowledgeItem(TypedDict):
    #: Its id.
    id: str
    #: What it is about.
    title: str
    #: The text.
    content: str
    #: Where it comes from.
    source_type: str
    #: Its labels.
    tags: List[str]
    #: What you keep with it.
    metadata: Dict[str, Any]
    #: Pieces that searches find.
    chunks_created: int
    #: When it was added.
    created_at: str


class SearchFilters(TypedDict, total=False):
    #: Only what comes from there: `document` for uploaded files, else as it was added.
    source_type: Optional[str]
    #: Only what has one of these labels.
    tags: Optional[List[str]]


class _SearchKnowledgeRequired(TypedDict):
    #: What to look for.
    query: str


class SearchKnowledge(_SearchKnowledgeRequired, total=False):
    #: `semantic`: what most probably answers the query. `text`: what contains every word of it.
    type: SearchKnowledgeType
    #: Results at most.
    limit: int
    #: What to look among.
    filters: Optional[SearchFilters]


class ResultSource(TypedDict):
    #: The file or knowledge item.
    id: str
    #: Name of the file, or title of the knowledge item.
    filename: Optional[str]
    #: `document` for uploaded files, else as it was added.
    type: str


class SearchResult(TypedDict):
    #: Its id, the same as long as the text is.
    id: str
    #: The piece of text that was found.
    content: str
    #: Calibrated probability that it answers the query.
    score: float
    #: Where it stands.
    source: ResultSource
    #: What is kept with it.
    metadata: Dict[str, Any]


class SearchResults(TypedDict):
    #: Best first.
    results: List[SearchResult]
    #: How many were found, within the limit.
    total: int
    #: Seconds that the search took.
    query_time: float


class _CreateWebhookRequired(TypedDict):
    #: http or https address on the public internet that events are sent to with POST.
    url: str
    #: Which events are sent.
    events: List[CreateWebhookEvent]


class CreateWebhook(_CreateWebhookRequired, total=False):
    #: Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks.
    secret: Optional[str]


class _CreatedWebhookRequired(TypedDict):
    #: Its id.
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


class Webhook(TypedDict):
    #: Its id.
    id: str
    #: Address that events are sent to.
    url: str
    #: Which events are sent.
    events: List[str]
    #: False once the receiver answered 410 or failed for days.
    active: bool
    #: When it was made.
    created_at: str


class WebhookList(TypedDict):
    #: Oldest first.
    webhooks: List[Webhook]
    #: How many there are.
    total: int


class ChatMessageData(TypedDict):
    #: The chat.
    chat_id: str
    #: The message.
    message_id: str
    #: The user whom the chat is with, in the words of the caller who holds it.
    user_id: str
    #: What was said.
    content: str
    #: Who said it; people of the team are `assistant`, too.
    role: ChatMessageDataRole


class ChatCompletedData(TypedDict):
    #: The chat.
    chat_id: str
    #: Messages of both sides.
    message_count: int
    #: When it was completed.
    completed_at: str


class DocumentEventData(TypedDict):
    #: The document.
    document_id: str
    #: What it is called.
    title: str
    #: What kind of text it is.
    type: str
    #: Number of the version that was made.
    version: int


class FileUploadedData(TypedDict):
    #: The file.
    file_id: str
    #: Its name.
    filename: str
    #: Its size in bytes.
    size: int
    #: Its media type.
    type: str


class FileProcessedData(TypedDict):
    #: The file.
    file_id: str
    #: Whether searches find it.
    status: FileProcessedDataStatus
    #: Pieces that searches find; 0 when it failed.
    chunks_created: int
    #: Why it failed; null unless it did.
    error: Optional[str]


class KnowledgeAddedData(TypedDict):
    #: The knowledge item.
    knowledge_id: str
    #: What it is about.
    title: str
    #: Where it comes from.
    source_type: str
    #: Its labels.
    tags: List[str]


class Error(TypedDict):
    error: ErrorInfo


class AttachedFile(TypedDict):
    #: Id of a file.
    file_id: str


class RefusedField(TypedDict):
    #: Path of the field, e.g. `filters.tags`.
    field: str
    #: What is accepted.
    message: str


class ErrorDetails(TypedDict, total=False):
    """Which fields were refused."""

    #: Required fields that were not there.
    missing_fields: List[str]
    #: All that were refused.
    fields: List[RefusedField]


class _ErrorInfoRequired(TypedDict):
    #: What was wrong, for a program.
    code: ErrorCode
    #: What was wrong, for a person.
    message: str


class ErrorInfo(_ErrorInfoRequired, total=False):
    """What was wrong."""

    details: ErrorDetails


class _ChatFrameRequired(TypedDict):
    data: ChatFrameData


class ChatFrame(_ChatFrameRequired):
    """Server-sent events without names: any number of `{"type": "text", "content": "..."}`, then `{"type": "done", "chat_id", "message_id", "usage"}`; or `{"type": "error", "error": {"code", "message"}}`. The contents, joined, equal the stored text. `X-Chat-Id` tells the chat before."""


class ChatMessageDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["chat.message"]
    #: When it happened.
    timestamp: str
    data: ChatMessageData


class ChatCompletedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["chat.completed"]
    #: When it happened.
    timestamp: str
    data: ChatCompletedData


class DocumentCreatedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["document.created"]
    #: When it happened.
    timestamp: str
    data: DocumentEventData


class DocumentUpdatedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["document.updated"]
    #: When it happened.
    timestamp: str
    data: DocumentEventData


class FileUploadedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["file.uploaded"]
    #: When it happened.
    timestamp: str
    data: FileUploadedData


class FileProcessedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["file.processed"]
    #: When it happened.
    timestamp: str
    data: FileProcessedData


class KnowledgeAddedDelivery(TypedDict):
    #: Id of the delivery, the same in every attempt: what came twice is known by it.
    id: str
    #: Always the same.
    event: Literal["knowledge.added"]
    #: When it happened.
    timestamp: str
    data: KnowledgeAddedData


ChatMessageRole = Literal["user", "assistant", "system"]
DocumentType = Literal["markdown", "code", "text", "html", "csv", "json"]
FileState = Literal["processing", "completed", "failed"]
SearchKnowledgeType = Literal["semantic", "text"]
CreateWebhookEvent = Literal["chat.message", "chat.completed", "document.created", "document.updated", "file.uploaded", "file.processed", "knowledge.added"]
ChatMessageDataRole = Literal["user", "assistant"]
FileProcessedDataStatus = Literal["completed", "failed"]
ErrorCode = Literal["INVALID_REQUEST", "INVALID_API_KEY", "INSUFFICIENT_PERMISSIONS", "RESOURCE_NOT_FOUND", "CONFLICT", "PAYLOAD_TOO_LARGE", "RATE_LIMITED", "SERVICE_UNAVAILABLE", "INTERNAL_ERROR"]
ChatFrameData = Union["ChatText", "ChatDone", "ChatFailure"]
DeliveredWebhook = Union["ChatMessageDelivery", "ChatCompletedDelivery", "DocumentCreatedDelivery", "DocumentUpdatedDelivery", "FileUploadedDelivery", "FileProcessedDelivery", "KnowledgeAddedDelivery"]
