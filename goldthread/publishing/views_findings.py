"""What the checks found in a round, and the forms that waive a finding or take a waiver back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from goldthread.accounts.gates import permission_required
from goldthread.accounts.queries import permissions_of
from goldthread.accounts.roles import Permission
from goldthread.publishing import actions, queries
from goldthread.publishing.findings import RoundFinding, findings_of_round, kept_findings
from goldthread.publishing.forms import WaiverForm
from goldthread.publishing.presenters import findings as presenter


@permission_required(Permission.READ_UNPUBLISHED)
@require_safe
def round_findings(request: HttpRequest, round: str) -> HttpResponse:
    """Show what the checks find in a round as it stands now."""
    found_round = _round(request, round)
    page = presenter.findings_page(findings_of_round(found_round), places=_places(found_round))
    may_publish = Permission.PUBLISH in permissions_of(request.user)
    context = {"page": page, "round": found_round, "may_publish": may_publish, "edition": None}
    return render(request, "publishing/findings.html", context)


@permission_required(Permission.READ_UNPUBLISHED)
@require_safe
def edition_findings(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """Show what was found and waived when an edition was published."""
    found_round = _round(request, round)
    edition = next((each for each in queries.editions_of(found_round) if each.number == number), None)
    if edition is None:
        raise Http404
    page = presenter.record_page(kept_findings(edition), places=_places(found_round))
    context = {"page": page, "round": found_round, "may_publish": False, "edition": edition}
    return render(request, "publishing/findings.html", context)


@permission_required(Permission.PUBLISH)
def waive(request: HttpRequest, round: str, fingerprint: str) -> HttpResponse:
    """Ask why a finding may stand, and waive it."""
    found_round = _round(request, round)
    found = _finding(found_round, fingerprint)
    form = WaiverForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.waive_findings(
            round=found_round,
            findings=[found],
            reason=form.cleaned_data["reason"],
            by=_person(request),
            at=timezone.now(),
        )
        messages.success(request, "The finding is waived")
        return redirect("findings", round)
    context = {"form": form, "round": found_round, "line": presenter.line_of(found)}
    return render(request, "publishing/waive.html", context)


@permission_required(Permission.PUBLISH)
@require_POST
def withdraw(request: HttpRequest, round: str, fingerprint: str) -> HttpResponse:
    """Take a waiver back."""
    found = _finding(_round(request, round), fingerprint)
    if found.waiver is not None:
        actions.withdraw_waiver(waiver=found.waiver, by=_person(request), at=timezone.now())
        messages.success(request, "The waiver is withdrawn")
    return redirect("findings", round)


def _round(request: HttpRequest, slug: str) -> Any:
    try:
        return queries.round_named(slug, person=request.user)
    except queries.NotPublished as problem:
        raise Http404 from problem


def _places(round: Any) -> dict[str, str]:
    return presenter.places(
        plan=round.plan.slug,
        measures=queries.measure_slugs(round.plan),
        milestones=queries.milestone_names(round.plan),
    )


def _finding(round: Any, fingerprint: str) -> RoundFinding:
    for found in findings_of_round(round):
        if found.fingerprint == fingerprint:
            return found
    raise Http404("This finding is no longer made: what it looked at has changed.")


def _person(request: HttpRequest) -> Any:
    return request.user
