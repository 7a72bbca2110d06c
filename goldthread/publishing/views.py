"""The public pages, and the forms that publish and correct a round."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from csp.constants import NONE
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from goldthread.accounts.gates import permission_required
from goldthread.accounts.queries import permissions_of
from goldthread.accounts.roles import Permission
from goldthread.domain.figures import ImpossibleFigure
from goldthread.monitoring.actions import DifferenceUnexplained
from goldthread.publishing import actions, feeds, queries
from goldthread.publishing.forms import CorrectionForm, PublishForm
from goldthread.publishing.page_cache import public_page
from goldthread.publishing.presenters import (
    data,
    found,
    glance,
    measure,
    measure_list,
    milestone,
    plans,
    reports,
    rules,
)
from goldthread.publishing.search import find

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]
# A frozen page carries its own styles, runs nothing and asks for nothing.
FROZEN_PAGE_POLICY = {
    "script-src": [NONE],
    "connect-src": [NONE],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["data:"],
    "font-src": ["data:"],
}


def public(view: View[Arguments]) -> View[Arguments]:
    """Make a view a public page: read only, the same for everyone, and silent about what is not published."""

    @wraps(view)
    def hidden_is_not_there(
        request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except queries.NotPublished as problem:
            raise Http404 from problem

    return require_safe(public_page(hidden_is_not_there))


@public
def home(request: HttpRequest) -> HttpResponse:
    """Show the council at a glance."""
    page = None
    now, before = queries.two_latest_rounds()
    if now is not None:
        page = glance.glance(
            round=now,
            before=before,
            measures=queries.measure_rows(plan=now.plan, round=now),
            measures_before=queries.measure_rows(plan=now.plan, round=before, with_targets=False) if before else [],
            milestones=queries.milestone_rows(plan=now.plan, round=now),
            milestones_before=queries.milestone_rows(plan=now.plan, round=before) if before else [],
        )
    return render(request, "publishing/glance.html", {"page": page})


@public
def plan_list(request: HttpRequest) -> HttpResponse:
    """List the plans."""
    return render(request, "publishing/plans.html", {"plans": plans.plan_list(queries.plans())})


@public
def plan(request: HttpRequest, plan: str) -> HttpResponse:
    """Show a plan as a thread."""
    found_plan = queries.plan_named(plan)
    shown = queries.latest_round_of(found_plan, person=request.user)
    page = plans.plan_page(
        plan=found_plan,
        thread=queries.thread_of(found_plan),
        round=shown,
        measures=queries.measure_rows(plan=found_plan, round=shown),
        milestones=queries.milestone_rows(plan=found_plan, round=shown),
    )
    return render(request, "publishing/plan.html", {"page": page})


@public
def objective(request: HttpRequest, plan: str, ref: str) -> HttpResponse:
    """Show an objective with its measures and milestones."""
    found_plan = queries.plan_named(plan)
    shown = queries.latest_round_of(found_plan, person=request.user)
    found_objective = plans.objective_at(ref, objectives=queries.objectives_of(found_plan))
    if found_objective is None:
        raise Http404
    page = plans.objective_page(
        objective=found_objective,
        round=shown,
        measures=queries.measure_rows(plan=found_plan, round=shown, objective=found_objective),
        milestones=queries.milestone_rows(plan=found_plan, round=shown),
    )
    return render(request, "publishing/objective.html", {"page": page})


@public
def one_milestone(request: HttpRequest, plan: str, ref: str) -> HttpResponse:
    """Show a milestone and what each round said of it."""
    found_plan = queries.plan_named(plan)
    pk = milestone.milestone_at(ref, names=queries.milestone_names(found_plan))
    if pk is None:
        raise Http404
    found_milestone, returns = queries.milestone_with_returns(pk, person=request.user)
    page = milestone.milestone_page(found_milestone, returns=returns)
    return render(request, "publishing/milestone.html", {"page": page})


@public
def measures(request: HttpRequest) -> HttpResponse:
    """List a plan's measures, filtered and sorted as asked."""
    every_plan = queries.plans()
    chosen = measure_list.plan_asked(request.GET.get("plan", ""), plans=every_plan)
    page = None
    if chosen is not None:
        shown = queries.latest_round_of(chosen, person=request.user)
        page = measure_list.measure_list(
            plan=chosen,
            plans=every_plan,
            round=shown,
            rows=queries.measure_rows(plan=chosen, round=shown),
            asked=request.GET.dict(),
        )
    return render(request, "publishing/measures.html", {"page": page})


@public
def one_measure(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a measure, as of its latest round or of the one asked for."""
    record = queries.measure_record(slug, person=request.user)
    shown = measure.round_asked(request.GET.get("round", ""), returns=record.returns)
    dataset = feeds.measure_dataset(record.measure, observations=record.observations)
    page = measure.measure_page(record, round=shown, csv_size=reports.size_text(len(feeds.csv_of(dataset))))
    return render(request, "publishing/measure.html", {"page": page})


@public
def measure_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give every public figure of a measure as CSV."""
    return _csv(_measure_dataset(slug), name=slug)


@public
def measure_csv_metadata(request: HttpRequest, slug: str) -> HttpResponse:
    """Describe the measure's CSV, as CSV on the Web asks."""
    return _csv_metadata(_measure_dataset(slug), file=f"{slug}.csv")


def _measure_dataset(slug: str) -> Any:
    record = queries.measure_record(slug, person=None)
    return feeds.measure_dataset(record.measure, observations=record.observations)


@public
def all_figures_csv(request: HttpRequest) -> HttpResponse:
    """Give every public figure of every measure as CSV."""
    return _csv(feeds.council_dataset(queries.public_observations()), name="figures")


@public
def all_figures_csv_metadata(request: HttpRequest) -> HttpResponse:
    """Describe the CSV of all figures."""
    return _csv_metadata(feeds.council_dataset(queries.public_observations()), file="figures.csv")


def _csv(dataset: Any, *, name: str) -> HttpResponse:
    response = HttpResponse(feeds.csv_of(dataset), content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Link"] = f'<{name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    return response


def _csv_metadata(dataset: Any, *, file: str) -> HttpResponse:
    return HttpResponse(feeds.csv_metadata_of(dataset, file=file), content_type="application/csvm+json")


@public
def open_data(request: HttpRequest) -> HttpResponse:
    """Say what can be taken away, and in which form."""
    dataset = feeds.council_dataset(queries.public_observations())
    return render(request, "publishing/open_data.html", {"page": data.open_data_page(dataset)})


@public
def judging(request: HttpRequest) -> HttpResponse:
    """Show the rules that performance is judged by."""
    return render(request, "publishing/rules.html", {"page": rules.rules_page()})


@public
def search(request: HttpRequest) -> HttpResponse:
    """Search all that is public."""
    query = request.GET.get("q", "").strip()
    page = found.search_page(query, found=find(query))
    return render(request, "publishing/search.html", {"page": page})


@public
def report_list(request: HttpRequest) -> HttpResponse:
    """List the reports."""
    lines = reports.report_list(queries.rounds(request.user), latest=queries.latest_editions())
    return render(request, "publishing/reports.html", {"lines": lines})


@public
def report(request: HttpRequest, round: str, number: int | None = None) -> HttpResponse:
    """Show the latest edition of a report, or an earlier one."""
    shown_round = queries.round_named(round, person=request.user)
    editions = queries.editions_of(shown_round)
    shown = reports.edition_asked(number, editions=editions)
    if shown is None and (number is not None or shown_round.is_published):
        raise Http404
    if shown:
        body = bytes(queries.edition_file(round=shown_round, number=shown.number, format="html").content)
    else:
        body = queries.draft_of(shown_round, on=timezone.localdate())
    page = reports.report_page(round=shown_round, editions=editions, shown=shown, body=body)
    may_publish = Permission.PUBLISH in permissions_of(request.user)
    return render(request, "publishing/report.html", {"page": page, "may_publish": may_publish})


@csp_replace(FROZEN_PAGE_POLICY)  # type: ignore[arg-type]
@require_safe
def edition_file(request: HttpRequest, round: str, number: int, name: str) -> HttpResponseBase:
    """Give a frozen file of an edition, byte for byte, for ever."""
    format = name.rpartition(".")[2]
    if format not in reports.KINDS or name != reports.file_name(round, number=number, format=format):
        raise Http404
    try:
        of_round = queries.round_named(round, person=request.user)
        file = queries.edition_file(round=of_round, number=number, format=format)
    except queries.NotPublished as problem:
        raise Http404 from problem
    etag = f'"{file.sha256}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    shown = "inline" if format in reports.SHOWN_IN_BROWSER else "attachment"
    return HttpResponse(
        bytes(file.content),
        content_type=reports.KINDS[format][2],
        headers={
            "ETag": etag,
            "Cache-Control": "public, max-age=31536000, immutable",
            "Content-Disposition": f'{shown}; filename="{name}"',
            "Last-Modified": http_date(file.edition.published_at.timestamp()),
            "X-Content-Type-Options": "nosniff",
        },
    )


@permission_required(Permission.PUBLISH)
def publish(request: HttpRequest, round: str) -> HttpResponse:
    """Ask for confirmation, and publish an open round."""
    return _publication(
        request,
        round=round,
        make_form=lambda _, sent: PublishForm(sent),
        template="publishing/publish.html",
        act=lambda found_round, form: actions.publish_round(
            round=found_round, by=_person(request), at=timezone.now()
        ),
        done="The report is published",
    )


@permission_required(Permission.PUBLISH)
def correct(request: HttpRequest, round: str) -> HttpResponse:
    """Ask why, and publish a correction as a new edition."""
    return _publication(
        request,
        round=round,
        make_form=lambda found_round, sent: CorrectionForm(sent, figures=queries.figures_to_correct(found_round)),
        template="publishing/correct.html",
        act=lambda found_round, form: actions.correct_round(
            round=found_round,
            reason=form.cleaned_data["reason"],
            revisions=_revisions(found_round, form.cleaned_data),
            by=_person(request),
            at=timezone.now(),
        ),
        done="The correction is published as a new edition",
    )


def _revisions(round: Any, sent: dict[str, Any]) -> list[actions.Revision]:
    if not sent["figure"]:
        return []
    return [
        actions.revision(
            round=round,
            key=sent["figure"],
            value=sent["value"],
            is_provisional=sent["is_provisional"],
            why=sent["reason"],
        )
    ]


def _person(request: HttpRequest) -> Any:
    return request.user


def _publication(
    request: HttpRequest,
    *,
    round: str,
    make_form: Callable[[Any, Any], Any],
    template: str,
    act: Callable[[Any, Any], Any],
    done: str,
) -> HttpResponse:
    """Show a form of publication; when it is sent well, act once and go to the report."""
    try:
        found_round = queries.round_named(round, person=request.user)
    except queries.NotPublished as problem:
        raise Http404 from problem
    form = make_form(found_round, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            act(found_round, form)
        except (actions.PublicationRefused, DifferenceUnexplained, ImpossibleFigure) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, done)
            return redirect("report", round)
    return render(request, template, {"form": form, "round": found_round})
