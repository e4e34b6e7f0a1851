from __future__ import annotations

import unittest
from unittest import mock


class QuickBackoff(unittest.TestCase):
    """No time passes between two attempts."""

    def setUp(self) -> None:
        patch = mock.patch("random.random", return_value=0.0)
        patch.start()
        self.addCleanup(patch.stop)
