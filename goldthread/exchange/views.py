"""Import with a human in it: upload a paper, compare it row by row, say where it goes, try it, import it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goldthread.accounts.gates import permission_required
from goldthread.accounts.roles import Permission
from goldthread.exchange import review_presenter as presenter
from goldthread.exchange import upload_actions as actions
from goldthread.exchange import upload_queries as queries
from goldthread.exchange.forms import (
    PLAN,
    ROUND_OF,
    ROUND_WITH_PLAN,
    ConfirmForm,
    CorrectionForm,
    DestinationForm,
    UploadForm,
    initial_of,
    report_choices,
)
from goldthread.exchange.problems import BundleProblems
from goldthread.exchange.upload_actions import ChangedMeanwhile, Choice
from goldthread.exchange.upload_lineage import NEW, candidates
from goldthread.exchange.upload_rows import report_of
from goldthread.exchange.upload_trial import held_again, try_upload
from goldthread.exchange.uploads import FORMATS, Refused

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]
ANOTHER = "another"
MOST_UPLOADS = 100
LONGEST_NUMBER = 9


def for_importers(view: View[Arguments]) -> View[Arguments]:
    """Make a view one for people who may import: kept in no cache, and silent about what is not there."""

    @wraps(view)
    def shown(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except queries.NoSuchUpload as problem:
            raise Http404 from problem

    return never_cache(permission_required(Permission.IMPORT)(shown))


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now()}


@for_importers
def imports(request: HttpRequest) -> HttpResponse:
    """List the papers, and take in another one."""
    form = UploadForm(request.POST or None, request.FILES or None) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            upload = actions.add_upload(name=file.name, content=file.read(), **_who(request))
        except Refused as problem:
            form.add_error("file", str(problem))
        else:
            messages.success(request, f"{upload.name} is read. Nothing is imported yet.")
            return redirect("import", upload.pk)
    lines = presenter.list_of(list(queries.uploads()[:MOST_UPLOADS]))
    return render(request, "exchange/imports.html", {"form": form, "lines": lines, "formats": FORMATS})


@for_importers
@require_safe
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the review of a paper is, and after the import what is held of it."""
    upload = queries.upload_of(pk)
    paper, counts = queries.paper_of(upload), queries.decisions(upload)
    context = {
        "upload": upload,
        "front": presenter.front_of(
            upload, size=upload.file.size, counts=presenter.counts_of(paper, rows=counts.total())
        ),
        "tasks": presenter.tasks_of(upload, decisions=counts, unmapped=queries.unmapped(upload)),
        "notes": paper.notes,
        "unrecognised": len(paper.unrecognised),
        "check": presenter.compared_rows(held_again(upload)) if upload.bundle else None,
        "state": presenter.STATES[upload.state],
    }
    return render(request, "exchange/import.html", context)


@for_importers
def destination(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask which report of the paper is imported, as what, and for which period."""
    upload = queries.upload_of(pk)
    paper = queries.paper_of(upload)
    form = DestinationForm(
        request.POST if request.method == "POST" else None,
        initial=_destination_now(upload, paper=paper),
        reports=report_choices(paper.reports),
        plans=queries.plans(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_destination(
                upload=upload,
                report=form.cleaned_data["report"],
                to=form.destination(),
                version=form.cleaned_data["version"],
                **_who(request),
            )
        except ChangedMeanwhile as problem:
            form = _with_latest_version(form, version=queries.upload_of(pk).version)
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Where the paper goes is saved")
            return redirect("import", pk)
    return render(request, "exchange/destination.html", {"upload": upload, "form": form})


def _destination_now(upload: Any, *, paper: Any) -> dict[str, Any]:
    goes = ""
    if upload.purpose:
        goes = PLAN if upload.purpose == "plan" else f"{ROUND_OF}{upload.plan}" if upload.plan else ROUND_WITH_PLAN
    elif upload.report is not None and paper.reports[upload.report].kind == "plan":
        goes = PLAN
    shown = ("report", "period", "last_year", "title", "version")
    return {name: getattr(upload, name) for name in shown} | {"goes": goes}


def _with_latest_version(form: Any, *, version: int) -> Any:
    """The form as sent, which the next time is written over what the person has now been told of."""
    form.data = form.data.copy()
    form.data["version"] = str(version)
    return form


@for_importers
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was read beside the paper, and take decisions row by row."""
    upload = queries.upload_of(pk)
    if request.method == "POST":
        return _decide(request, upload=upload)
    listed = Paginator(queries.rows_of_upload(upload), presenter.ROWS_A_PAGE).get_page(request.GET.get("page"))
    groups = presenter.groups_of([queries.shown(each) for each in listed], upload=upload)
    context = {"upload": upload, "groups": groups, "listed": listed, "decisions": presenter.DECISIONS}
    return render(request, "exchange/rows.html", context)


def _decide(request: HttpRequest, *, upload: Any) -> HttpResponse:
    choices = _choices(request.POST, field="decision")
    if request.POST.get("all") in presenter.DECISIONS:
        left_out = {place for place, choice in choices.items() if choice.value == "rejected"}
        choices = {
            place: choice if place in left_out else replace(choice, value=request.POST["all"])
            for place, choice in choices.items()
        }
    try:
        changed = actions.decide_rows(upload=upload, choices=choices, **_who(request))
    except ChangedMeanwhile as problem:
        messages.warning(request, str(problem))
        return redirect("import", upload.pk)
    _tell(request, changed, saved="Your decisions are saved")
    page = request.POST.get("next", "")
    if page.isdecimal() and not changed:
        return redirect(f"{request.path}?page={page}")
    if changed:
        return redirect(f"{request.path}?page={request.POST.get('page', '1')}")
    return redirect("import", upload.pk)


def _tell(request: HttpRequest, changed: list[int], *, saved: str) -> None:
    if not changed:
        messages.success(request, saved)
        return
    listed = ", ".join(str(place) for place in changed)
    messages.warning(
        request, f"Somebody else changed row {listed} meanwhile. It is shown as they left it; the rest is saved"
    )


def _choices(sent: Mapping[str, Any], *, field: str) -> dict[int, Choice]:
    """What was chosen for each row, by its place, with the version that the person saw."""
    found: dict[int, Choice] = {}
    for name, version in sent.items():
        place = name.removeprefix("version-")
        if name.startswith("version-") and _is_number(place) and _is_number(str(version)):
            found[int(place)] = Choice(value=str(sent.get(f"{field}-{place}", "")), version=int(version))
    return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER


@for_importers
def row(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Correct one row beside the lines that it was read from."""
    upload = queries.upload_of(pk)
    shown = queries.row_of(upload, place=place)
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        row=shown.row,
        initial=initial_of(shown.row, version=shown.stored.version),
    )
    theirs: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_row(
                upload=upload,
                place=place,
                correction=form.correction(),
                version=form.cleaned_data["version"],
                **_who(request),
            )
        except ChangedMeanwhile as problem:
            shown = queries.row_of(upload, place=place)
            theirs = _theirs(form, shown)
            form = _with_latest_version(form, version=shown.stored.version)
            form.add_error(None, str(problem))
        except ValueError as problem:
            form.add_error("comparator_period" if "comparator_period" in form.fields else "due", str(problem))
        else:
            messages.success(request, f"Row {place} is corrected and accepted")
            page = queries.rows_before(upload, place=place) // presenter.ROWS_A_PAGE + 1
            return redirect(f"{reverse('import-rows', args=[pk])}?page={page}#row-{place}")
    card = presenter.card_of(shown, upload=upload)
    return render(request, "exchange/row.html", {"upload": upload, "form": form, "card": card, "theirs": theirs})


def _theirs(form: CorrectionForm, shown: Any) -> list[tuple[str, str]]:
    """Every field that somebody else left otherwise than this person sent it, with what they entered."""
    fresh = CorrectionForm(row=shown.row, initial=initial_of(shown.row, version=shown.stored.version))
    return [
        (str(field.label), str(field.value() or "nothing"))
        for field in fresh.visible_fields()
        if field.name in form.fields and str(field.value() or "") != str(form.cleaned_data.get(field.name) or "")
    ]


@for_importers
def measures(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask which measure each accepted row is: proposals with their scores, another one, or a new one."""
    upload = queries.upload_of(pk)
    titles = queries.known_titles()
    errors: dict[int, str] = {}
    if request.method == "POST":
        choices, errors = _named(request.POST, titles=titles)
        if not errors:
            try:
                changed = actions.name_measures(upload=upload, choices=choices, **_who(request))
            except ChangedMeanwhile as problem:
                messages.warning(request, str(problem))
                return redirect("import", pk)
            _tell(request, changed, saved="The measures are named")
            return redirect("import-measures" if changed else "import", pk)
    context = {
        "upload": upload,
        "cards": _naming_cards(upload, titles=titles),
        "titles": sorted(names[0] for names in titles.values()),
        "errors": errors,
        "sent": request.POST,
    }
    return render(request, "exchange/measures.html", context)


def _naming_cards(upload: Any, *, titles: Mapping[str, Any]) -> list[presenter.NamingCard]:
    if upload.report is None:
        return []
    accepted = sorted(queries.accepted_measures(upload), key=lambda each: each.stored.objective)
    report = report_of(
        queries.paper_of(upload).reports[upload.report], rows=[(each.stored.objective, each.row) for each in accepted]
    )
    proposed = candidates(report, known=titles, of_plan=queries.measures_of_plan(upload.plan))
    first = {name: names[0] for name, names in titles.items()}
    return presenter.naming_cards(accepted, proposed=proposed, titles=first)


def _named(sent: Mapping[str, Any], *, titles: Mapping[str, Any]) -> tuple[dict[int, Choice], dict[int, str]]:
    """The measure chosen for each row; and the rows for which none, or an unknown one, was chosen."""
    by_title = {names[0].casefold(): name for name, names in titles.items()}
    choices, errors = _choices(sent, field="measure"), {}
    for place, choice in choices.items():
        if choice.value == ANOTHER:
            other = str(sent.get(f"another-{place}", "")).strip()
            name = other if other in titles else by_title.get(other.casefold(), "")
            choices[place] = replace(choice, value=name)
            if not name:
                errors[place] = f"“{other}” is the title of no measure that is held" if other else "Enter a measure"
        elif choice.value not in titles and choice.value != NEW:
            errors[place] = "Choose a measure"
    return choices, errors


@for_importers
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """Show exactly what the import would write, or what is in its way; import it when a person says so."""
    upload = queries.upload_of(pk)
    if upload.state != upload.State.OPEN:
        return redirect("import", pk)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            result = actions.import_upload(
                upload=upload, fingerprint=form.cleaned_data["fingerprint"], **_who(request)
            )
        except (ChangedMeanwhile, BundleProblems) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{upload.name} is imported. {result}")
            return redirect("import", pk)
    page = presenter.trial_page(try_upload(upload=upload, **_who(request)), upload=upload)
    return render(request, "exchange/trial.html", {"upload": upload, "page": page, "form": form})


@for_importers
@require_safe
def not_recognised(request: HttpRequest, pk: int) -> HttpResponse:
    """List what was not understood, as printed."""
    upload = queries.upload_of(pk)
    paper = queries.paper_of(upload)
    context = {
        "upload": upload,
        "lines": presenter.unrecognised_of(paper),
        "count": len(paper.unrecognised),
    }
    return render(request, "exchange/not_recognised.html", context)


@for_importers
@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the uploaded file back, always as a download."""
    upload, content = queries.original_of(pk)
    return HttpResponse(
        content,
        content_type=FORMATS[upload.format].media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{_ascii(upload.name)}"',
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
        },
    )


def _ascii(name: str) -> str:
    return name.encode("ascii", "ignore").decode().replace('"', "") or "paper"


@for_importers
@require_POST
def put_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a paper aside without importing it."""
    try:
        actions.abandon(upload=queries.upload_of(pk), **_who(request))
    except ChangedMeanwhile as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The paper is put aside. It will not be imported")
    return redirect("imports")
