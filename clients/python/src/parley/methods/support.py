"""Methods of the support dialect, one for each operation of its document."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from ..operations import DialectClient, Operation
from ..options import RequestOptions
from ..paging import Listing

if TYPE_CHECKING:
    from ..types import support as types


class SupportOperations(DialectClient):
    def create_conversation_or_send_message(
        self,
        *,
        body: types.SendMessage,
        options: Optional[RequestOptions] = None,
    ) -> types.ConversationAnswer:
        """Create a conversation or send a message: `POST /api/v1/conversations`."""
        answer: types.ConversationAnswer = self._call(_CREATE_CONVERSATION_OR_SEND_MESSAGE, {"body": body}, options)
        return answer

    def get_conversation(
        self,
        *,
        conversation_id: str,
        include: Optional[List[Literal["system"]]] = None,
        after: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ConversationWithMessages:
        """Get a conversation: `GET /api/v1/conversations/{conversation_id}`."""
        answer: types.ConversationWithMessages = self._call(_GET_CONVERSATION, {"conversation_id": conversation_id, "include": include, "after": after, "limit": limit}, options)
        return answer

    def submit_feedback(
        self,
        *,
        conversation_id: str,
        body: types.SubmitFeedback,
        options: Optional[RequestOptions] = None,
    ) -> types.Feedback:
        """Submit feedback: `POST /api/v1/conversations/{conversation_id}/feedback`."""
        answer: types.Feedback = self._call(_SUBMIT_FEEDBACK, {"conversation_id": conversation_id, "body": body}, options)
        return answer

    def resolve_conversation(
        self,
        *,
        conversation_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Resolved:
        """Resolve a conversation: `POST /api/v1/conversations/{conversation_id}/resolve`."""
        answer: types.Resolved = self._call(_RESOLVE_CONVERSATION, {"conversation_id": conversation_id}, options)
        return answer

    def ask_for_person(
        self,
        *,
        conversation_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Escalated:
        """Ask for a person: `POST /api/v1/conversations/{conversation_id}/escalate`."""
        answer: types.Escalated = self._call(_ASK_FOR_PERSON, {"conversation_id": conversation_id}, options)
        return answer

    def create_conversation(
        self,
        *,
        body: types.SendMessage,
        options: Optional[RequestOptions] = None,
    ) -> types.ConversationAnswer:
        """Create a conversation: `POST /v1/conversations`."""
        answer: types.ConversationAnswer = self._call(_CREATE_CONVERSATION, {"body": body}, options)
        return answer

    def add_or_update_article(
        self,
        *,
        body: types.WriteArticle,
        options: Optional[RequestOptions] = None,
    ) -> types.WrittenArticle:
        """Add or update an article: `POST /api/v1/knowledge-base`."""
        answer: types.WrittenArticle = self._call(_ADD_OR_UPDATE_ARTICLE, {"body": body}, options)
        return answer

    def list_articles(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.Articles, types.Article]:
        """List articles: `GET /api/v1/knowledge-base`."""
        answer: Listing[types.Articles, types.Article] = self._list(_LIST_ARTICLES, {"page": page, "limit": limit}, options)
        return answer

    def get_article(
        self,
        *,
        article_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Article:
        """Get an article: `GET /api/v1/knowledge-base/{article_id}`."""
        answer: types.Article = self._call(_GET_ARTICLE, {"article_id": article_id}, options)
        return answer

    def delete_article(
        self,
        *,
        article_id: str,
        options: Optional[RequestOptions] = None,
    ) -> None:
        """Delete an article: `DELETE /api/v1/knowledge-base/{article_id}`."""
        self._call(_DELETE_ARTICLE, {"article_id": article_id}, options)

    def get_analytics(
        self,
        *,
        start_date: str,
        end_date: str,
        metrics: Optional[List[types.AnalyticsMetrics]] = None,
        group_by: Optional[types.AnalyticsGroupBy] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.Analytics:
        """Get analytics: `GET /api/v1/analytics`."""
        answer: types.Analytics = self._call(_GET_ANALYTICS, {"start_date": start_date, "end_date": end_date, "metrics": metrics, "group_by": group_by}, options)
        return answer

    def get_chat_widget(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> str:
        """Get the chat widget: `GET /widget.js`."""
        answer: str = self._call(_GET_CHAT_WIDGET, {}, options)
        return answer


_CREATE_CONVERSATION_OR_SEND_MESSAGE = Operation("POST", "/api/v1/conversations", body="json", can_stream=True)
_GET_CONVERSATION = Operation("GET", "/api/v1/conversations/{conversation_id}", query=("include", "after", "limit"))
_SUBMIT_FEEDBACK = Operation("POST", "/api/v1/conversations/{conversation_id}/feedback", body="json")
_RESOLVE_CONVERSATION = Operation("POST", "/api/v1/conversations/{conversation_id}/resolve")
_ASK_FOR_PERSON = Operation("POST", "/api/v1/conversations/{conversation_id}/escalate")
_CREATE_CONVERSATION = Operation("POST", "/v1/conversations", body="json", can_stream=True)
_ADD_OR_UPDATE_ARTICLE = Operation("POST", "/api/v1/knowledge-base", body="json")
_LIST_ARTICLES = Operation("GET", "/api/v1/knowledge-base", query=("page", "limit"), paging=("page-total", "articles"))
_GET_ARTICLE = Operation("GET", "/api/v1/knowledge-base/{article_id}")
_DELETE_ARTICLE = Operation("DELETE", "/api/v1/knowledge-base/{article_id}", answer="none")
_GET_ANALYTICS = Operation("GET", "/api/v1/analytics", query=("start_date", "end_date", "metrics", "group_by"))
_GET_CHAT_WIDGET = Operation("GET", "/widget.js", answer="text")
