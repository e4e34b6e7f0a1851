"""Where the server of a facade is."""

from __future__ import annotations

import os
import re
from typing import Mapping, Optional


def server_address(url: str) -> str:
    """Published clients are given the address of one dialect; ours begin at the server."""
    return re.sub(r"/(?:api/v1|api|v1)$", "", url.rstrip("/"))


def address_of(environment: str, environments: Optional[Mapping[str, str]] = None) -> str:
    """
    `production` is what PARLEY_BASE_URL names; `development` and `sandbox` are Parley on this machine.

    :param environments: your own names
    :raises ValueError: for a name that says nothing
    """
    own = (environments or {}).get(environment)
    if own is not None:
        return server_address(own)
    if re.match(r"https?://", environment):
        return server_address(environment)
    if environment in ("development", "sandbox"):
        return "http://localhost:3000"
    production = os.environ.get("PARLEY_BASE_URL") if environment == "production" else None
    if production:
        return server_address(production)
    ways = "as base_url, in environments, or in PARLEY_BASE_URL for production"
    raise ValueError(f'Where is "{environment}"? Give its address {ways}.')
