"""The manager dialect: bots, integrations, channels, agent loops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from ..methods.manager import ManagerOperations
from ..operations import path_of
from ..options import RequestOptions
from ..streams.event_stream import EventStream
from ..streams.follow import follow

if TYPE_CHECKING:
    from ..types import manager as types

_ENDED = ("completed", "failed", "timeout", "cancelled")


class ManagerClient(ManagerOperations):
    def follow_execution(
        self, *, id: str, execution_id: str, options: Optional[RequestOptions] = None
    ) -> EventStream[types.ExecutionEvent]:
        """What an agent does, until it has ended. A connection that breaks is taken up again where it was."""
        at = {"id": id, "execution_id": execution_id}
        path = path_of("/v1/agent-loops/{id}/executions/{execution_id}/events", at)
        return follow(self._transport, path, _is_last, options)


def _is_last(event: Any) -> bool:
    return event.type == "status" and event.data["status"] in _ENDED
