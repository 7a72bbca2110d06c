"""What the words say, and whether a reader can follow them."""

from __future__ import annotations

from goldthread.domain.checks.findings import Check

CHECKS: tuple[Check, ...] = ()
