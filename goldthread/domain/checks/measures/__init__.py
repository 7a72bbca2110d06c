"""A measure against its own row: figure, target, comparator, light, commentary."""

from __future__ import annotations

from goldthread.domain.checks.findings import Check

CHECKS: tuple[Check, ...] = ()
