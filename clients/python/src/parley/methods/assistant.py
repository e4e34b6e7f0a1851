"""Methods of the assistant dialect, one for each operation of its document."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from ..operations import DialectClient, Operation
from ..options import RequestOptions
from ..paging import Listing
from ..transport.response import Response

if TYPE_CHECKING:
    from ..types import assistant as types


class AssistantOperations(DialectClient):
    def start_chat(
        self,
        *,
        body: types.SendMessage,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatAnswer:
        """Start a chat: `POST /api/chat`."""
        answer: types.ChatAnswer = self._call(_START_CHAT, {"body": body}, options)
        return answer

    def continue_chat(
        self,
        *,
        chat_id: str,
        body: types.SendMessage,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatAnswer:
        """Continue a chat: `POST /api/chat/{chat_id}/messages`."""
        answer: types.ChatAnswer = self._call(_CONTINUE_CHAT, {"chat_id": chat_id, "body": body}, options)
        return answer

    def get_history_of_chat(
        self,
        *,
        chat_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatHistory:
        """Get the history of a chat: `GET /api/chat/{chat_id}/history`."""
        answer: types.ChatHistory = self._call(_GET_HISTORY_OF_CHAT, {"chat_id": chat_id}, options)
        return answer

    def complete_chat(
        self,
        *,
        chat_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.CompletedChat:
        """Complete a chat: `POST /api/chat/{chat_id}/complete`."""
        answer: types.CompletedChat = self._call(_COMPLETE_CHAT, {"chat_id": chat_id}, options)
        return answer

    def create_document(
        self,
        *,
        body: types.CreateDocument,
        options: Optional[RequestOptions] = None,
    ) -> types.Document:
        """Create a document: `POST /api/documents`."""
        answer: types.Document = self._call(_CREATE_DOCUMENT, {"body": body}, options)
        return answer

    def list_documents(
        self,
        *,
        limit: Optional[int] = None,
        offset: Optional[int] = None,
        type: Optional[types.DocumentType] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.DocumentList, types.Document]:
        """List documents: `GET /api/documents`."""
        answer: Listing[types.DocumentList, types.Document] = self._list(_LIST_DOCUMENTS, {"limit": limit, "offset": offset, "type": type, "search": search}, options)
        return answer

    def get_document(
        self,
        *,
        document_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.Document:
        """Get a document: `GET /api/documents/{document_id}`."""
        answer: types.Document = self._call(_GET_DOCUMENT, {"document_id": document_id}, options)
        return answer

    def update_document(
        self,
        *,
        document_id: str,
        body: Optional[types.UpdateDocument] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.Document:
        """Update a document: `PUT /api/documents/{document_id}`."""
        answer: types.Document = self._call(_UPDATE_DOCUMENT, {"document_id": document_id, "body": body}, options)
        return answer

    def upload_file(
        self,
        *,
        body: types.UploadFile,
        options: Optional[RequestOptions] = None,
    ) -> types.FileInfo:
        """Upload a file: `POST /api/files/upload`."""
        answer: types.FileInfo = self._call(_UPLOAD_FILE, {"body": body}, options)
        return answer

    def list_files(
        self,
        *,
        limit: Optional[int] = None,
        offset: Optional[int] = None,
        status: Optional[types.FileState] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.FileList, types.FileInfo]:
        """List files: `GET /api/files`."""
        answer: Listing[types.FileList, types.FileInfo] = self._list(_LIST_FILES, {"limit": limit, "offset": offset, "status": status}, options)
        return answer

    def get_file(
        self,
        *,
        file_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.FileInfo:
        """Get a file: `GET /api/files/{file_id}`."""
        answer: types.FileInfo = self._call(_GET_FILE, {"file_id": file_id}, options)
        return answer

    def delete_file(
        self,
        *,
        file_id: str,
        options: Optional[RequestOptions] = None,
    ) -> None:
        """Delete a file: `DELETE /api/files/{file_id}`."""
        self._call(_DELETE_FILE, {"file_id": file_id}, options)

    def get_status_of_file(
        self,
        *,
        file_id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.FileStatus:
        """Get the status of a file: `GET /api/files/{file_id}/status`."""
        answer: types.FileStatus = self._call(_GET_STATUS_OF_FILE, {"file_id": file_id}, options)
        return answer

    def download_file(
        self,
        *,
        file_id: str,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """Download a file: `GET /api/files/{file_id}/content`."""
        answer: Response = self._call(_DOWNLOAD_FILE, {"file_id": file_id}, options)
        return answer

    def add_knowledge(
        self,
        *,
        body: types.AddKnowledge,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeItem:
        """Add knowledge: `POST /api/knowledge`."""
        answer: types.KnowledgeItem = self._call(_ADD_KNOWLEDGE, {"body": body}, options)
        return answer

    def search_knowledge(
        self,
        *,
        body: types.SearchKnowledge,
        options: Optional[RequestOptions] = None,
    ) -> types.SearchResults:
        """Search the knowledge: `POST /api/knowledge/search`."""
        answer: types.SearchResults = self._call(_SEARCH_KNOWLEDGE, {"body": body}, options)
        return answer

    def configure_webhook(
        self,
        *,
        body: types.CreateWebhook,
        options: Optional[RequestOptions] = None,
    ) -> types.CreatedWebhook:
        """Configure a webhook: `POST /api/webhooks`."""
        answer: types.CreatedWebhook = self._call(_CONFIGURE_WEBHOOK, {"body": body}, options)
        return answer

    def list_webhooks(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookList:
        """List webhooks: `GET /api/webhooks`."""
        answer: types.WebhookList = self._call(_LIST_WEBHOOKS, {}, options)
        return answer

    def remove_webhook(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> None:
        """Remove a webhook: `DELETE /api/webhooks/{id}`."""
        self._call(_REMOVE_WEBHOOK, {"id": id}, options)


_START_CHAT = Operation("POST", "/api/chat", body="json", can_stream=True)
_CONTINUE_CHAT = Operation("POST", "/api/chat/{chat_id}/messages", body="json", can_stream=True)
_GET_HISTORY_OF_CHAT = Operation("GET", "/api/chat/{chat_id}/history")
_COMPLETE_CHAT = Operation("POST", "/api/chat/{chat_id}/complete")
_CREATE_DOCUMENT = Operation("POST", "/api/documents", body="json")
_LIST_DOCUMENTS = Operation("GET", "/api/documents", query=("limit", "offset", "type", "search"), paging=("offset", "documents"))
_GET_DOCUMENT = Operation("GET", "/api/documents/{document_id}")
_UPDATE_DOCUMENT = Operation("PUT", "/api/documents/{document_id}", body="json", is_idempotent=False)
_UPLOAD_FILE = Operation("POST", "/api/files/upload", body="form")
_LIST_FILES = Operation("GET", "/api/files", query=("limit", "offset", "status"), paging=("offset", "files"))
_GET_FILE = Operation("GET", "/api/files/{file_id}")
_DELETE_FILE = Operation("DELETE", "/api/files/{file_id}", answer="none")
_GET_STATUS_OF_FILE = Operation("GET", "/api/files/{file_id}/status")
_DOWNLOAD_FILE = Operation("GET", "/api/files/{file_id}/content", answer="bytes")
_ADD_KNOWLEDGE = Operation("POST", "/api/knowledge", body="json")
_SEARCH_KNOWLEDGE = Operation("POST", "/api/knowledge/search", body="json", is_idempotent=True)
_CONFIGURE_WEBHOOK = Operation("POST", "/api/webhooks", body="json")
_LIST_WEBHOOKS = Operation("GET", "/api/webhooks")
_REMOVE_WEBHOOK = Operation("DELETE", "/api/webhooks/{id}", answer="none")
