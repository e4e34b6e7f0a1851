"""The criabot dialect: bots by name, with documents and questions of their own."""

from __future__ import annotations

from ..methods.criabot import CriabotOperations


class CriabotClient(CriabotOperations):
    pass
