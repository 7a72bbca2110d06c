"""Milestones, tasks and risks against their own dates and scores."""

from __future__ import annotations

from goldthread.domain.checks.findings import Check

CHECKS: tuple[Check, ...] = ()
