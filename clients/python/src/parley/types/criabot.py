"""Types of the criabot dialect: what its operations take and answer, as its document has it."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union


class ServerHealth(TypedDict):
    #: `ok` as long as requests are served.
    status: Literal["ok"]
    #: Seconds since the process started.
    uptime: float
    #: Version of the product.
    version: str


class ChatStarted(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: Id of the chat.
    chat_id: str


class _SendChatRequired(TypedDict):
    #: What the user says.
    prompt: str
    #: The bot that answers.
    bot_name: str


class SendChat(_SendChatRequired, total=False):
    #: Bots whose documents and questions are searched as well.
    extra_bots: List[str]
    #: Which nodes are looked at, by their metadata and that of their documents: `must`, `must_not` and `should` are lists of conditions in the form of Qdrant, as `{"key": "city", "match": {"value": "York"}}`.
    metadata_filter: Optional[Dict[str, Any]]


class ChatContent(TypedDict):
    #: Who speaks.
    role: Literal["assistant"]
    #: What is said.
    content: str
    #: Always empty: replies are text.
    assets: List[Any]


class TokenUsage(TypedDict):
    #: Tokens that were read.
    prompt_tokens: int
    #: Tokens that were written.
    completion_tokens: int
    #: Both.
    total_tokens: int


class RelatedPrompt(TypedDict):
    #: To be shown.
    label: str
    #: To be sent.
    prompt: str
    #: Whether a model made it up.
    llm_generated: bool


class ContextNode(TypedDict):
    #: Id of the node.
    id: str
    #: Title of the document, or the phrasing of the question.
    title: str
    #: Its text; of a question the answer.
    text: str
    #: Of the node and its document.
    metadata: Dict[str, Any]
    #: Calibrated probability that it answers the prompt.
    score: float


class ReplyContext(TypedDict):
    #: Whether a question was written for the prompt, or texts are quoted.
    context_type: ContextType
    #: What the reply rests on, best first.
    nodes: List[ContextNode]


class LabelledUsage(TypedDict):
    #: Tokens that were read.
    prompt_tokens: int
    #: Tokens that were written.
    completion_tokens: int
    #: Both.
    total_tokens: int
    #: What the tokens were used for.
    usage_label: str


class Shortfall(TypedDict):
    #: What was missing, for a program.
    reason: str
    #: The same for a person.
    message: str


class ChatReply(TypedDict):
    #: The prompt.
    prompt: str
    #: The reply.
    message: str
    #: The reply as a message.
    content: ChatContent
    #: Of the reply alone; all zero when no model was asked.
    completion_usage: TokenUsage
    #: What may be asked next.
    related_prompts: List[RelatedPrompt]
    #: What the reply rests on; null when the knowledge does not hold the answer.
    context: Optional[ReplyContext]
    #: The nodes of the context by the index that holds them.
    group_responses: Dict[str, Any]
    #: What rerank models were asked for, in the units of their providers.
    search_units: int
    #: Of each use of a model.
    token_usage: List[LabelledUsage]
    #: Of all uses of models.
    total_usage: TokenUsage
    #: Whether it is the answer of a question, word for word.
    verified_response: bool
    #: The model that spoke; `none` when no model was asked.
    model: str
    #: What the reply had to do without: models that failed, searches by meaning.
    shortfalls: List[Shortfall]


class ChatAnswered(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: The reply.
    reply: ChatReply


class Answer(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]


class HistoryBlock(TypedDict):
    #: Kind of the block.
    block_type: Literal["text"]
    #: Its text.
    text: str


class HistoryMetadata(TypedDict):
    #: Tokens of the message.
    token_count: int


class HistoryMessage(TypedDict):
    #: Who speaks.
    role: HistoryMessageRole
    #: What is said.
    blocks: List[HistoryBlock]
    #: Always empty.
    additional_kwargs: Dict[str, Any]
    #: About the message.
    metadata: HistoryMetadata


class ChatHistory(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: What the bot has in mind of the chat, oldest first.
    history: List[HistoryMessage]


class ChatExists(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: Whether messages can be sent to it.
    exists: bool


class _CreateBotRequired(TypedDict):
    #: Id of the registered model that generates.
    llm_model_id: int
    #: Id of the registered model that embeds.
    embedding_model_id: int
    #: Id of the registered model that reranks.
    rerank_model_id: int


class CreateBot(_CreateBotRequired, total=False):
    #: Tokens of the conversation that the model is shown, the newest messages first.
    max_input_tokens: int
    #: Tokens of a reply at most.
    max_reply_tokens: int
    #: Sampling temperature.
    temperature: float
    #: Nucleus sampling; 0 leaves it to the model.
    top_p: float
    #: Nodes that are fetched of each index.
    top_k: int
    #: Score that a fetched node must reach.
    min_k: float
    #: Nodes that are kept after reranking.
    top_n: int
    #: Score that a reranked node must reach.
    min_n: float
    #: Whether the model proposes what to ask next.
    llm_generate_related_prompts: bool
    #: Said when the knowledge does not hold the answer; the empty text leaves it to the model to say so.
    no_context_message: str
    #: Whether a guess begins with that message.
    no_context_use_message: bool
    #: Whether the model may guess what the knowledge does not hold.
    no_context_llm_guess: bool
    #: Instructions for the model.
    system_message: Optional[str]


class BotCreated(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: Opens this bot alone. It is shown only here.
    bot_api_key: str


class UpdateBot(TypedDict, total=False):
    #: Id of the registered model that generates.
    llm_model_id: int
    #: Id of the registered model that embeds.
    embedding_model_id: int
    #: Id of the registered model that reranks.
    rerank_model_id: int
    #: Tokens of the conversation that the model is shown, the newest messages first.
    max_input_tokens: int
    #: Tokens of a reply at most.
    max_reply_tokens: int
    #: Sampling temperature.
    temperature: float
    #: Nucleus sampling; 0 leaves it to the model.
    top_p: float
    #: Nodes that are fetched of each index.
    top_k: int
    #: Score that a fetched node must reach.
    min_k: float
    #: Nodes that are kept after reranking.
    top_n: int
    #: Score that a reranked node must reach.
    min_n: float
    #: Whether the model proposes what to ask next.
    llm_generate_related_prompts: bool
    #: Said when the knowledge does not hold the answer; the empty text leaves it to the model to say so.
    no_context_message: str
    #: Whether a guess begins with that message.
    no_context_use_message: bool
    #: Whether the model may guess what the knowledge does not hold.
    no_context_llm_guess: bool
    #: Instructions for the model.
    system_message: Optional[str]


class BotInfo(TypedDict):
    #: Its name.
    name: str
    #: Its id.
    id: int
    #: When it was made: ISO 8601 in UTC, without a zone.
    created: str


class BotParams(TypedDict):
    #: Tokens of the conversation that the model is shown.
    max_input_tokens: int
    #: Tokens of a reply at most.
    max_reply_tokens: int
    #: Sampling temperature.
    temperature: float
    #: Nucleus sampling.
    top_p: float
    #: Nodes that are fetched of each index.
    top_k: int
    #: Score that a fetched node must reach.
    min_k: float
    #: Nodes that are kept after reranking.
    top_n: int
    #: Score that a reranked node must reach.
    min_n: float
    #: Whether the model proposes what to ask next.
    llm_generate_related_prompts: bool
    #: Said when the knowledge does not hold the answer.
    no_context_message: str
    #: Whether a guess begins with that message.
    no_context_use_message: bool
    #: Whether the model may guess what the knowledge does not hold.
    no_context_llm_guess: bool
    #: Instructions for the model.
    system_message: Optional[str]
    #: Id of the bot.
    bot_id: int
    #: Id of the parameters, which is that of the bot.
    id: int


class BotModelIds(TypedDict):
    #: The model that generates; null when the bot names one otherwise.
    llm_model_id: Optional[int]
    #: The model that embeds.
    embedding_model_id: int
    #: The model that reranks.
    rerank_model_id: int


class BotAbout(TypedDict):
    #: What it is.
    info: BotInfo
    #: How it answers.
    params: BotParams
    #: By ids of registered models.
    models: BotModelIds


class BotAboutAnswer(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: All about the bot.
    about: BotAbout


class _DocumentNodeRequired(TypedDict):
    #: The text.
    text: str


class DocumentNode(_DocumentNodeRequired, total=False):
    #: Type of unstructured.io; `text` is read as `NarrativeText`. Titles head the nodes that follow.
    type: Optional[str]
    #: Messages can be narrowed by it.
    metadata: Optional[Dict[str, Any]]


class _DocumentAssetRequired(TypedDict):
    #: Its id.
    uuid: str
    #: Media type of the data.
    data_mimetype: str
    #: The data in base64.
    data_base64: str


class DocumentAsset(_DocumentAssetRequired, total=False):
    #: What it shows; it is found by this.
    description: Optional[str]


class _DocumentContentsRequired(TypedDict):
    #: The text, in pieces.
    nodes: List[DocumentNode]


class DocumentContents(_DocumentContentsRequired, total=False):
    #: What goes with it, such as pictures.
    assets: Optional[List[DocumentAsset]]


class _UploadedDocumentRequired(TypedDict):
    #: What names it, unique among the documents of the bot.
    file_name: str
    #: What stands in it.
    file_contents: DocumentContents


class UploadedDocument(_UploadedDocumentRequired, total=False):
    #: Messages can be narrowed by it.
    file_metadata: Optional[Dict[str, Any]]


class ContentStored(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: What names it from now on.
    document_name: str
    #: Tokens that an embedding model has read.
    token_usage: int


class ContentNames(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was done, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was done, for a program.
    code: Literal["SUCCESS"]
    #: Oldest first.
    document_names: List[str]


class QuestionRelatedPrompt(TypedDict):
    #: What is shown.
    label: str
    #: The message that it stands for.
    prompt: str


class _QuestionContentsRequired(TypedDict):
    #: The ways to ask.
    questions: List[str]
    #: The answer.
    answer: str


class QuestionContents(_QuestionContentsRequired, total=False):
    #: False: the answer is given as it stands, and no model is asked.
    llm_reply: bool
    #: What may be asked next.
    related_prompts: Optional[List[QuestionRelatedPrompt]]


class _UploadedQuestionRequired(TypedDict):
    #: What stands in it.
    file_contents: QuestionContents


class UploadedQuestion(_UploadedQuestionRequired, total=False):
    #: What names it, unique among the questions of the bot. Default of an upload: `question-<uuid>`.
    file_name: Optional[str]
    #: Messages can be narrowed by it.
    file_metadata: Optional[Dict[str, Any]]


class _ErrorRequired(TypedDict):
    #: The HTTP status again.
    status: int
    #: What was wrong, for a person.
    message: str
    #: Unix time in seconds.
    timestamp: int
    #: What was wrong, for a program.
    code: ErrorCode


class Error(_ErrorRequired, total=False):
    #: On 401 a text, on 422 the refused fields.
    detail: Any


ContextType = Literal["QUESTION", "TEXT"]
HistoryMessageRole = Literal["user", "assistant", "system"]
ErrorCode = Literal["ERROR", "UNAUTHORIZED", "NOT_FOUND", "DUPLICATE", "RATE_LIMIT", "CRIADEX_ERROR"]
