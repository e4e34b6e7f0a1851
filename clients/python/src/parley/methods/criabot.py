"""Methods of the criabot dialect, one for each operation of its document."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from ..operations import DialectClient, Operation
from ..options import RequestOptions
from ..paging import Listing

if TYPE_CHECKING:
    from ..types import criabot as types


class CriabotOperations(DialectClient):
    def show_health(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.ServerHealth:
        """Show health: `GET /health`."""
        answer: types.ServerHealth = self._call(_SHOW_HEALTH, {}, options)
        return answer

    def ping(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> str:
        """Ping: `GET /health_check`."""
        answer: str = self._call(_PING, {}, options)
        return answer

    def start_chat(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatStarted:
        """Start a chat: `POST /bots/chats/start`."""
        answer: types.ChatStarted = self._call(_START_CHAT, {}, options)
        return answer

    def query_bot(
        self,
        *,
        chat_id: str,
        body: types.SendChat,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatAnswered:
        """Query a bot: `POST /bots/chats/{chat_id}/query`."""
        answer: types.ChatAnswered = self._call(_QUERY_BOT, {"chat_id": chat_id, "body": body}, options)
        return answer

    def send_message(
        self,
        *,
        chat_id: str,
        body: types.SendChat,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatAnswered:
        """Send a message: `POST /bots/chats/{chat_id}/send`."""
        answer: types.ChatAnswered = self._call(_SEND_MESSAGE, {"chat_id": chat_id, "body": body}, options)
        return answer

    def end_chat(
        self,
        *,
        chat_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Answer:
        """End a chat: `DELETE /bots/chats/{chat_id}/end`."""
        answer: types.Answer = self._call(_END_CHAT, {"chat_id": chat_id}, options)
        return answer

    def show_history_of_chat(
        self,
        *,
        chat_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatHistory:
        """Show the history of a chat: `GET /bots/chats/{chat_id}/history`."""
        answer: types.ChatHistory = self._call(_SHOW_HISTORY_OF_CHAT, {"chat_id": chat_id}, options)
        return answer

    def check_if_chat_exists(
        self,
        *,
        chat_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatExists:
        """Check if a chat exists: `GET /bots/chats/{chat_id}/exists`."""
        answer: types.ChatExists = self._call(_CHECK_IF_CHAT_EXISTS, {"chat_id": chat_id}, options)
        return answer

    def create_bot(
        self,
        *,
        bot_name: str,
        body: types.CreateBot,
        options: Optional[RequestOptions] = None,
    ) -> types.BotCreated:
        """Create a bot: `POST /bots/{bot_name}/manage/create`."""
        answer: types.BotCreated = self._call(_CREATE_BOT, {"bot_name": bot_name, "body": body}, options)
        return answer

    def configure_bot(
        self,
        *,
        bot_name: str,
        body: Optional[types.UpdateBot] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.Answer:
        """Configure a bot: `PATCH /bots/{bot_name}/manage/update`."""
        answer: types.Answer = self._call(_CONFIGURE_BOT, {"bot_name": bot_name, "body": body}, options)
        return answer

    def delete_bot(
        self,
        *,
        bot_name: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Answer:
        """Delete a bot: `DELETE /bots/{bot_name}/manage/delete`."""
        answer: types.Answer = self._call(_DELETE_BOT, {"bot_name": bot_name}, options)
        return answer

    def show_bot(
        self,
        *,
        bot_name: str,
        options: Optional[RequestOptions] = None,
    ) -> types.BotAboutAnswer:
        """Show a bot: `GET /bots/{bot_name}/manage/about`."""
        answer: types.BotAboutAnswer = self._call(_SHOW_BOT, {"bot_name": bot_name}, options)
        return answer

    def upload_document(
        self,
        *,
        bot_name: str,
        body: types.UploadedDocument,
        options: Optional[RequestOptions] = None,
    ) -> types.ContentStored:
        """Upload a document: `POST /bots/{bot_name}/documents/upload`."""
        answer: types.ContentStored = self._call(_UPLOAD_DOCUMENT, {"bot_name": bot_name, "body": body}, options)
        return answer

    def update_document(
        self,
        *,
        bot_name: str,
        body: types.UploadedDocument,
        options: Optional[RequestOptions] = None,
    ) -> types.ContentStored:
        """Update a document: `PATCH /bots/{bot_name}/documents/update`."""
        answer: types.ContentStored = self._call(_UPDATE_DOCUMENT, {"bot_name": bot_name, "body": body}, options)
        return answer

    def delete_document(
        self,
        *,
        bot_name: str,
        document_name: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Answer:
        """Delete a document: `DELETE /bots/{bot_name}/documents/delete`."""
        answer: types.Answer = self._call(_DELETE_DOCUMENT, {"bot_name": bot_name, "document_name": document_name}, options)
        return answer

    def list_documents(
        self,
        *,
        bot_name: str,
        page: Optional[int] = None,
        page_size: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ContentNames, str]:
        """List documents: `GET /bots/{bot_name}/documents/list`."""
        answer: Listing[types.ContentNames, str] = self._list(_LIST_DOCUMENTS, {"bot_name": bot_name, "page": page, "page_size": page_size}, options)
        return answer

    def upload_question(
        self,
        *,
        bot_name: str,
        body: types.UploadedQuestion,
        options: Optional[RequestOptions] = None,
    ) -> types.ContentStored:
        """Upload a question: `POST /bots/{bot_name}/questions/upload`."""
        answer: types.ContentStored = self._call(_UPLOAD_QUESTION, {"bot_name": bot_name, "body": body}, options)
        return answer

    def update_question(
        self,
        *,
        bot_name: str,
        body: types.UploadedQuestion,
        options: Optional[RequestOptions] = None,
    ) -> types.ContentStored:
        """Update a question: `PATCH /bots/{bot_name}/questions/update`."""
        answer: types.ContentStored = self._call(_UPDATE_QUESTION, {"bot_name": bot_name, "body": body}, options)
        return answer

    def delete_question(
        self,
        *,
        bot_name: str,
        document_name: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Answer:
        """Delete a question: `DELETE /bots/{bot_name}/questions/delete`."""
        answer: types.Answer = self._call(_DELETE_QUESTION, {"bot_name": bot_name, "document_name": document_name}, options)
        return answer

    def list_questions(
        self,
        *,
        bot_name: str,
        page: Optional[int] = None,
        page_size: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ContentNames, str]:
        """List questions: `GET /bots/{bot_name}/questions/list`."""
        answer: Listing[types.ContentNames, str] = self._list(_LIST_QUESTIONS, {"bot_name": bot_name, "page": page, "page_size": page_size}, options)
        return answer


_SHOW_HEALTH = Operation("GET", "/health")
_PING = Operation("GET", "/health_check", answer="text")
_START_CHAT = Operation("POST", "/bots/chats/start")
_QUERY_BOT = Operation("POST", "/bots/chats/{chat_id}/query", body="json")
_SEND_MESSAGE = Operation("POST", "/bots/chats/{chat_id}/send", body="json")
_END_CHAT = Operation("DELETE", "/bots/chats/{chat_id}/end")
_SHOW_HISTORY_OF_CHAT = Operation("GET", "/bots/chats/{chat_id}/history")
_CHECK_IF_CHAT_EXISTS = Operation("GET", "/bots/chats/{chat_id}/exists")
_CREATE_BOT = Operation("POST", "/bots/{bot_name}/manage/create", body="json")
_CONFIGURE_BOT = Operation("PATCH", "/bots/{bot_name}/manage/update", body="json")
_DELETE_BOT = Operation("DELETE", "/bots/{bot_name}/manage/delete")
_SHOW_BOT = Operation("GET", "/bots/{bot_name}/manage/about")
_UPLOAD_DOCUMENT = Operation("POST", "/bots/{bot_name}/documents/upload", body="json")
_UPDATE_DOCUMENT = Operation("PATCH", "/bots/{bot_name}/documents/update", body="json")
_DELETE_DOCUMENT = Operation("DELETE", "/bots/{bot_name}/documents/delete", query=("document_name",))
_LIST_DOCUMENTS = Operation("GET", "/bots/{bot_name}/documents/list", query=("page", "page_size"), paging=("page-size", "document_names"))
_UPLOAD_QUESTION = Operation("POST", "/bots/{bot_name}/questions/upload", body="json")
_UPDATE_QUESTION = Operation("PATCH", "/bots/{bot_name}/questions/update", body="json")
_DELETE_QUESTION = Operation("DELETE", "/bots/{bot_name}/questions/delete", query=("document_name",))
_LIST_QUESTIONS = Operation("GET", "/bots/{bot_name}/questions/list", query=("page", "page_size"), paging=("page-size", "document_names"))
