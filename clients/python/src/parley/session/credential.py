"""What proves who is asking."""

from __future__ import annotations

from typing import Dict, Optional


class Credential:
    def authorization(self) -> Dict[str, str]:
        """Headers of a request."""
        return {}

    def renew(self) -> bool:
        """Tries to get a new one after a 401; False when there is none to be had."""
        return False


class KeyCredential(Credential):
    """An API key of a team or of a bot, a public key of a page, or the token of one conversation."""

    def __init__(self, key: Optional[str]) -> None:
        # What is read from a file often ends with a line break, which no header can have.
        self._headers = {"Authorization": f"Bearer {key.strip()}"} if key else {}

    def authorization(self) -> Dict[str, str]:
        return self._headers
