"""Methods of the manager dialect, one for each operation of its document."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

from ..operations import DialectClient, Operation
from ..options import RequestOptions
from ..paging import Listing

if TYPE_CHECKING:
    from ..types import manager as types


class ManagerOperations(DialectClient):
    def list_bots(
        self,
        *,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        search: Optional[str] = None,
        status: Optional[types.BotStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.BotPageAnswer, types.Bot]:
        """List bots: `GET /v1/bots`."""
        answer: Listing[types.BotPageAnswer, types.Bot] = self._list(_LIST_BOTS, {"page": page, "per_page": per_page, "search": search, "status": status}, options)
        return answer

    def create_bot(
        self,
        *,
        body: types.CreateBot,
        options: Optional[RequestOptions] = None,
    ) -> types.BotAnswer:
        """Create a bot: `POST /v1/bots`."""
        answer: types.BotAnswer = self._call(_CREATE_BOT, {"body": body}, options)
        return answer

    def get_bot(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.BotAnswer:
        """Get a bot: `GET /v1/bots/{id}`."""
        answer: types.BotAnswer = self._call(_GET_BOT, {"id": id}, options)
        return answer

    def update_bot(
        self,
        *,
        id: str,
        body: Optional[types.UpdateBot] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.BotAnswer:
        """Update a bot: `PATCH /v1/bots/{id}`."""
        answer: types.BotAnswer = self._call(_UPDATE_BOT, {"id": id, "body": body}, options)
        return answer

    def delete_bot(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DeletedAnswer:
        """Delete a bot: `DELETE /v1/bots/{id}`."""
        answer: types.DeletedAnswer = self._call(_DELETE_BOT, {"id": id}, options)
        return answer

    def compare_integrations(
        self,
        *,
        bot_id: str,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ReportAnswer:
        """Compare integrations: `GET /v1/bots/{bot_id}/integrations/report`."""
        answer: types.ReportAnswer = self._call(_COMPARE_INTEGRATIONS, {"bot_id": bot_id, "from": from_, "to": to}, options)
        return answer

    def list_integrations(
        self,
        *,
        bot_id: str,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.IntegrationPageAnswer, types.Integration]:
        """List integrations: `GET /v1/bots/{bot_id}/integrations`."""
        answer: Listing[types.IntegrationPageAnswer, types.Integration] = self._list(_LIST_INTEGRATIONS, {"bot_id": bot_id, "page": page, "per_page": per_page}, options)
        return answer

    def create_integration(
        self,
        *,
        bot_id: str,
        body: types.CreateIntegration,
        options: Optional[RequestOptions] = None,
    ) -> types.IntegrationAnswer:
        """Create an integration: `POST /v1/bots/{bot_id}/integrations`."""
        answer: types.IntegrationAnswer = self._call(_CREATE_INTEGRATION, {"bot_id": bot_id, "body": body}, options)
        return answer

    def get_integration(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.IntegrationAnswer:
        """Get an integration: `GET /v1/integrations/{id}`."""
        answer: types.IntegrationAnswer = self._call(_GET_INTEGRATION, {"id": id}, options)
        return answer

    def update_integration(
        self,
        *,
        id: str,
        body: Optional[types.UpdateIntegration] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.UpdatedIntegrationAnswer:
        """Update an integration: `PATCH /v1/integrations/{id}`."""
        answer: types.UpdatedIntegrationAnswer = self._call(_UPDATE_INTEGRATION, {"id": id, "body": body}, options)
        return answer

    def delete_integration(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DeletedAnswer:
        """Delete an integration: `DELETE /v1/integrations/{id}`."""
        answer: types.DeletedAnswer = self._call(_DELETE_INTEGRATION, {"id": id}, options)
        return answer

    def get_health_of_integration(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.IntegrationHealthAnswer:
        """Get the health of an integration: `GET /v1/integrations/{id}/health`."""
        answer: types.IntegrationHealthAnswer = self._call(_GET_HEALTH_OF_INTEGRATION, {"id": id}, options)
        return answer

    def list_channels(
        self,
        *,
        bot_id: str,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChannelPageAnswer, types.Channel]:
        """List channels: `GET /v1/bots/{bot_id}/channels`."""
        answer: Listing[types.ChannelPageAnswer, types.Channel] = self._list(_LIST_CHANNELS, {"bot_id": bot_id, "page": page, "per_page": per_page}, options)
        return answer

    def create_channel(
        self,
        *,
        bot_id: str,
        body: types.CreateChannel,
        options: Optional[RequestOptions] = None,
    ) -> types.CreatedChannelAnswer:
        """Create a channel: `POST /v1/bots/{bot_id}/channels`."""
        answer: types.CreatedChannelAnswer = self._call(_CREATE_CHANNEL, {"bot_id": bot_id, "body": body}, options)
        return answer

    def get_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelAnswer:
        """Get a channel: `GET /v1/channels/{id}`."""
        answer: types.ChannelAnswer = self._call(_GET_CHANNEL, {"id": id}, options)
        return answer

    def update_channel(
        self,
        *,
        id: str,
        body: Optional[types.UpdateChannel] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelAnswer:
        """Update a channel: `PATCH /v1/channels/{id}`."""
        answer: types.ChannelAnswer = self._call(_UPDATE_CHANNEL, {"id": id, "body": body}, options)
        return answer

    def delete_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DeletedAnswer:
        """Delete a channel: `DELETE /v1/channels/{id}`."""
        answer: types.DeletedAnswer = self._call(_DELETE_CHANNEL, {"id": id}, options)
        return answer

    def reconnect_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelAnswer:
        """Reconnect a channel: `POST /v1/channels/{id}/reconnect`."""
        answer: types.ChannelAnswer = self._call(_RECONNECT_CHANNEL, {"id": id}, options)
        return answer

    def receive_channel_event(
        self,
        *,
        id: str,
        body: Optional[Dict[str, Any]] = None,
        options: Optional[RequestOptions] = None,
    ) -> Any:
        """Receive a channel event: `POST /v1/channels/{id}/webhook`."""
        answer: Any = self._call(_RECEIVE_CHANNEL_EVENT, {"id": id, "body": body}, options)
        return answer

    def verify_address_of_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> str:
        """Verify the address of a channel: `GET /v1/channels/{id}/webhook`."""
        answer: str = self._call(_VERIFY_ADDRESS_OF_CHANNEL, {"id": id}, options)
        return answer

    def list_conversations(
        self,
        *,
        bot_id: str,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        platform: Optional[str] = None,
        channel_id: Optional[str] = None,
        user_id: Optional[str] = None,
        status: Optional[types.ConversationStatus] = None,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ConversationPageAnswer, types.Conversation]:
        """List conversations: `GET /v1/bots/{bot_id}/conversations`."""
        answer: Listing[types.ConversationPageAnswer, types.Conversation] = self._list(_LIST_CONVERSATIONS, {"bot_id": bot_id, "page": page, "per_page": per_page, "platform": platform, "channel_id": channel_id, "user_id": user_id, "status": status, "from": from_, "to": to}, options)
        return answer

    def get_conversation(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ConversationAnswer:
        """Get a conversation: `GET /v1/conversations/{id}`."""
        answer: types.ConversationAnswer = self._call(_GET_CONVERSATION, {"id": id}, options)
        return answer

    def delete_conversation(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DeletedAnswer:
        """Delete a conversation: `DELETE /v1/conversations/{id}`."""
        answer: types.DeletedAnswer = self._call(_DELETE_CONVERSATION, {"id": id}, options)
        return answer

    def list_messages(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.MessagePageAnswer, types.Message]:
        """List messages: `GET /v1/conversations/{id}/messages`."""
        answer: Listing[types.MessagePageAnswer, types.Message] = self._list(_LIST_MESSAGES, {"id": id, "page": page, "per_page": per_page}, options)
        return answer

    def list_agent_loops(
        self,
        *,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        status: Optional[types.AgentLoopStatus] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.AgentLoopPageAnswer, types.AgentLoop]:
        """List agent loops: `GET /v1/agent-loops`."""
        answer: Listing[types.AgentLoopPageAnswer, types.AgentLoop] = self._list(_LIST_AGENT_LOOPS, {"page": page, "per_page": per_page, "status": status, "search": search}, options)
        return answer

    def create_agent_loop(
        self,
        *,
        body: types.CreateAgentLoop,
        options: Optional[RequestOptions] = None,
    ) -> types.CreatedAgentLoopAnswer:
        """Create an agent loop: `POST /v1/agent-loops`."""
        answer: types.CreatedAgentLoopAnswer = self._call(_CREATE_AGENT_LOOP, {"body": body}, options)
        return answer

    def get_agent_loop(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentLoopAnswer:
        """Get an agent loop: `GET /v1/agent-loops/{id}`."""
        answer: types.AgentLoopAnswer = self._call(_GET_AGENT_LOOP, {"id": id}, options)
        return answer

    def update_agent_loop(
        self,
        *,
        id: str,
        body: Optional[types.UpdateAgentLoop] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentLoopAnswer:
        """Update an agent loop: `PATCH /v1/agent-loops/{id}`."""
        answer: types.AgentLoopAnswer = self._call(_UPDATE_AGENT_LOOP, {"id": id, "body": body}, options)
        return answer

    def delete_agent_loop(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DeletedAnswer:
        """Delete an agent loop: `DELETE /v1/agent-loops/{id}`."""
        answer: types.DeletedAnswer = self._call(_DELETE_AGENT_LOOP, {"id": id}, options)
        return answer

    def run_agent_loop(
        self,
        *,
        id: str,
        body: Optional[types.RunAgentLoop] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ExecutionAnswer:
        """Run an agent loop: `POST /v1/agent-loops/{id}/run`."""
        answer: types.ExecutionAnswer = self._call(_RUN_AGENT_LOOP, {"id": id, "body": body}, options)
        return answer

    def list_executions(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        status: Optional[types.ExecutionStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ExecutionPageAnswer, types.Execution]:
        """List executions: `GET /v1/agent-loops/{id}/executions`."""
        answer: Listing[types.ExecutionPageAnswer, types.Execution] = self._list(_LIST_EXECUTIONS, {"id": id, "page": page, "per_page": per_page, "status": status}, options)
        return answer

    def get_execution(
        self,
        *,
        execution_id: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ExecutionWithStepsAnswer:
        """Get an execution: `GET /v1/agent-loops/{id}/executions/{execution_id}`."""
        answer: types.ExecutionWithStepsAnswer = self._call(_GET_EXECUTION, {"execution_id": execution_id, "id": id}, options)
        return answer

    def cancel_execution(
        self,
        *,
        execution_id: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ExecutionAnswer:
        """Cancel an execution: `POST /v1/agent-loops/{id}/executions/{execution_id}/cancel`."""
        answer: types.ExecutionAnswer = self._call(_CANCEL_EXECUTION, {"execution_id": execution_id, "id": id}, options)
        return answer

    def register_webhook(
        self,
        *,
        body: types.CreateWebhook,
        options: Optional[RequestOptions] = None,
    ) -> types.CreatedWebhookAnswer:
        """Register a webhook: `POST /v1/webhooks`."""
        answer: types.CreatedWebhookAnswer = self._call(_REGISTER_WEBHOOK, {"body": body}, options)
        return answer

    def list_webhooks(
        self,
        *,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.WebhookPageAnswer, types.Webhook]:
        """List webhooks: `GET /v1/webhooks`."""
        answer: Listing[types.WebhookPageAnswer, types.Webhook] = self._list(_LIST_WEBHOOKS, {"page": page, "per_page": per_page}, options)
        return answer

    def remove_webhook(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DeletedAnswer:
        """Remove a webhook: `DELETE /v1/webhooks/{id}`."""
        answer: types.DeletedAnswer = self._call(_REMOVE_WEBHOOK, {"id": id}, options)
        return answer


_LIST_BOTS = Operation("GET", "/v1/bots", query=("page", "per_page", "search", "status"), paging=("page-per-page", "data"))
_CREATE_BOT = Operation("POST", "/v1/bots", body="json")
_GET_BOT = Operation("GET", "/v1/bots/{id}")
_UPDATE_BOT = Operation("PATCH", "/v1/bots/{id}", body="json")
_DELETE_BOT = Operation("DELETE", "/v1/bots/{id}")
_COMPARE_INTEGRATIONS = Operation("GET", "/v1/bots/{bot_id}/integrations/report", query=("from", "to"))
_LIST_INTEGRATIONS = Operation("GET", "/v1/bots/{bot_id}/integrations", query=("page", "per_page"), paging=("page-per-page", "data"))
_CREATE_INTEGRATION = Operation("POST", "/v1/bots/{bot_id}/integrations", body="json")
_GET_INTEGRATION = Operation("GET", "/v1/integrations/{id}")
_UPDATE_INTEGRATION = Operation("PATCH", "/v1/integrations/{id}", body="json")
_DELETE_INTEGRATION = Operation("DELETE", "/v1/integrations/{id}")
_GET_HEALTH_OF_INTEGRATION = Operation("GET", "/v1/integrations/{id}/health")
_LIST_CHANNELS = Operation("GET", "/v1/bots/{bot_id}/channels", query=("page", "per_page"), paging=("page-per-page", "data"))
_CREATE_CHANNEL = Operation("POST", "/v1/bots/{bot_id}/channels", body="json")
_GET_CHANNEL = Operation("GET", "/v1/channels/{id}")
_UPDATE_CHANNEL = Operation("PATCH", "/v1/channels/{id}", body="json")
_DELETE_CHANNEL = Operation("DELETE", "/v1/channels/{id}")
_RECONNECT_CHANNEL = Operation("POST", "/v1/channels/{id}/reconnect")
_RECEIVE_CHANNEL_EVENT = Operation("POST", "/v1/channels/{id}/webhook", body="json", is_idempotent=False)
_VERIFY_ADDRESS_OF_CHANNEL = Operation("GET", "/v1/channels/{id}/webhook", answer="text")
_LIST_CONVERSATIONS = Operation("GET", "/v1/bots/{bot_id}/conversations", query=("page", "per_page", "platform", "channel_id", "user_id", "status", "from", "to"), paging=("page-per-page", "data"))
_GET_CONVERSATION = Operation("GET", "/v1/conversations/{id}")
_DELETE_CONVERSATION = Operation("DELETE", "/v1/conversations/{id}")
_LIST_MESSAGES = Operation("GET", "/v1/conversations/{id}/messages", query=("page", "per_page"), paging=("page-per-page", "data"))
_LIST_AGENT_LOOPS = Operation("GET", "/v1/agent-loops", query=("page", "per_page", "status", "search"), paging=("page-per-page", "data"))
_CREATE_AGENT_LOOP = Operation("POST", "/v1/agent-loops", body="json")
_GET_AGENT_LOOP = Operation("GET", "/v1/agent-loops/{id}")
_UPDATE_AGENT_LOOP = Operation("PATCH", "/v1/agent-loops/{id}", body="json")
_DELETE_AGENT_LOOP = Operation("DELETE", "/v1/agent-loops/{id}")
_RUN_AGENT_LOOP = Operation("POST", "/v1/agent-loops/{id}/run", body="json")
_LIST_EXECUTIONS = Operation("GET", "/v1/agent-loops/{id}/executions", query=("page", "per_page", "status"), paging=("page-per-page", "data"))
_GET_EXECUTION = Operation("GET", "/v1/agent-loops/{id}/executions/{execution_id}")
_CANCEL_EXECUTION = Operation("POST", "/v1/agent-loops/{id}/executions/{execution_id}/cancel")
_REGISTER_WEBHOOK = Operation("POST", "/v1/webhooks", body="json")
_LIST_WEBHOOKS = Operation("GET", "/v1/webhooks", query=("page", "per_page"), paging=("page-per-page", "data"))
_REMOVE_WEBHOOK = Operation("DELETE", "/v1/webhooks/{id}")
