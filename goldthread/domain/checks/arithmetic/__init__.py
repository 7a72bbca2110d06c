"""Sums, shares and scores that must come out."""

from __future__ import annotations

from goldthread.domain.checks.findings import Check

CHECKS: tuple[Check, ...] = ()
