"""The spreadsheet template: downloaded, filled in, uploaded; what is clean goes in, the rest comes back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldthread.exchange import upload_queries as queries
from goldthread.exchange.forms import TemplateChoiceForm, TemplateForm
from goldthread.exchange.upload_actions import store
from goldthread.exchange.uploads import FORMATS, Refused
from goldthread.exchange.views import for_importers
from goldthread.exchange.workbook_import import Outcome, import_workbook, template_bytes
from goldthread.rendering.wording import slug


@for_importers
def template(request: HttpRequest) -> HttpResponse:
    """Offer the template, and take in a filled one."""
    sent = request.method == "POST"
    form = TemplateForm(request.POST, request.FILES) if sent else TemplateForm()
    outcome, returned = None, None
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            outcome = import_workbook(name=file.name, content=file.read(), by=_person(request), at=timezone.now())
        except Refused as problem:
            form.add_error("file", str(problem))
        else:
            returned = store(outcome.returned).pk if outcome.returned else None
            _tell(request, outcome)
    context = {
        "form": form,
        "choice": TemplateChoiceForm(plans=queries.plans()),
        "outcome": outcome,
        "returned": returned,
    }
    return render(request, "exchange/template.html", context)


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.result is not None:
        messages.success(request, str(outcome.result))
    elif not outcome.wrong:
        messages.warning(request, "No row is filled in. Nothing was imported")


@for_importers
@require_safe
def template_workbook(request: HttpRequest) -> HttpResponse:
    """Give the template for a plan and a period."""
    choice = TemplateChoiceForm(request.GET or None, plans=queries.plans())
    if not choice.is_valid():
        context = {"form": TemplateForm(), "choice": choice, "outcome": None, "returned": None}
        return render(request, "exchange/template.html", context)
    plan, period = choice.cleaned_data["plan"], str(choice.cleaned_data["period"])
    return _download(template_bytes(plan=plan, period=period), name=f"template-{slug(plan)}-{slug(period)}.xlsx")


@for_importers
@require_safe
def returned_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the workbook of the rows that could not be imported."""
    return _download(queries.stored_content(pk), name="rows-to-put-right.xlsx")


def _download(content: bytes, *, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=FORMATS["xlsx"].media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )


def _person(request: HttpRequest) -> Any:
    return request.user
