"""Clients of Parley: one for all its dialects, and those whose calls were published before."""

from __future__ import annotations

from .client import Parley
from .dialects.assistant import AssistantClient
from .dialects.assistant_chat_stream import ChatEvent
from .dialects.criabot import CriabotClient
from .dialects.manager import ManagerClient
from .dialects.platform import PlatformClient
from .dialects.support import SupportClient
from .errors import (
    AbortError,
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    ConflictError,
    FieldProblem,
    NotFoundError,
    ParleyError,
    PermissionDeniedError,
    ProcessingError,
    RateLimitError,
    ServerError,
    ValidationError,
    WebhookVerificationError,
)
from .facades.chat_client import ChatClient, ChatReply, ChatReplyEvent
from .facades.chatbot_client import ChatAnswer, ChatbotClient
from .options import RequestOptions
from .paging import Listing
from .session.credential import Credential, KeyCredential
from .session.login import LoginTokens
from .streams.event_stream import EventStream, ReplyStream
from .streams.named_event import NamedEvent
from .transport.response import Response
from .uploads.upload import Upload, Uploadable
from .webhooks import WebhookEvent, verify_webhook

__version__ = "0.1.0"

__all__ = [
    "APIConnectionError",
    "APITimeoutError",
    "AbortError",
    "AssistantClient",
    "AuthenticationError",
    "ChatAnswer",
    "ChatClient",
    "ChatEvent",
    "ChatReply",
    "ChatReplyEvent",
    "ChatbotClient",
    "ConflictError",
    "Credential",
    "CriabotClient",
    "EventStream",
    "FieldProblem",
    "KeyCredential",
    "Listing",
    "LoginTokens",
    "ManagerClient",
    "NamedEvent",
    "NotFoundError",
    "Parley",
    "ParleyError",
    "PermissionDeniedError",
    "PlatformClient",
    "ProcessingError",
    "RateLimitError",
    "ReplyStream",
    "RequestOptions",
    "Response",
    "ServerError",
    "SupportClient",
    "Upload",
    "Uploadable",
    "ValidationError",
    "WebhookEvent",
    "WebhookVerificationError",
    "verify_webhook",
]
