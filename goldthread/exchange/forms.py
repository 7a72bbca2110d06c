"""The forms of the review of uploaded papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from goldthread.domain.papers import MeasureRow, ReportRecord
from goldthread.domain.periods import Period, PeriodKind, UnknownPeriod, parse_period
from goldthread.exchange.fields import HIGHEST_INTEGER
from goldthread.exchange.upload_bundle import Destination
from goldthread.exchange.upload_rows import Correction, Row, cells_in_order
from goldthread.exchange.uploads import FORMATS, LARGEST, LARGEST_TEXT

ROUND_OF, ROUND_WITH_PLAN, PLAN = "round-of:", "round-with-plan", "plan"


class UploadForm(forms.Form):
    """Upload a paper; the file's content is checked when it is taken in."""

    file = forms.FileField(
        label="Choose a file",
        help_text=f"A report or a plan as {', '.join(FORMATS)}, {LARGEST_TEXT} or smaller",
        allow_empty_file=True,
        max_length=1000,
        error_messages={"required": "Choose a file", "max_length": "Give the file a shorter name"},
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(f"The file must be {LARGEST_TEXT} or smaller")
        return file


class TemplateForm(UploadForm):
    """Upload the spreadsheet template, filled in."""

    file = forms.FileField(
        label="Choose the workbook that you filled in",
        help_text=f"The workbook downloaded here, as xlsx, {LARGEST_TEXT} or smaller",
        allow_empty_file=True,
        max_length=1000,
        error_messages={"required": "Choose a file", "max_length": "Give the file a shorter name"},
    )


class DestinationForm(forms.Form):
    """Say which report of a paper is imported, as what, and for which period."""

    report = forms.TypedChoiceField(
        label="Which report?", coerce=int, error_messages={"required": "Choose a report of the paper"}
    )
    goes = forms.ChoiceField(label="What is it?", error_messages={"required": "Choose what it is"})
    period = forms.CharField(
        label="Which period is it about?",
        help_text="For a report, the quarter: 2023/24 Q3. For a plan, its first year: 2023/24",
        max_length=40,
        error_messages={"required": "Enter the period"},
    )
    last_year = forms.CharField(
        label="Last year of the plan (optional)",
        help_text="For a plan of several years: 2025/26",
        max_length=40,
        required=False,
    )
    title = forms.CharField(
        label="Title of the paper", max_length=300, error_messages={"required": "Enter the title of the paper"}
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST_INTEGER)

    def __init__(
        self,
        *args: Any,
        reports: Sequence[tuple[int, str]],
        plans: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["report"].choices = reports  # type: ignore[attr-defined]
        self.fields["goes"].choices = [  # type: ignore[attr-defined]
            *((f"{ROUND_OF}{slug}", f"A round’s report against {title}") for slug, title in plans),
            (ROUND_WITH_PLAN, "A round’s report, and its plan is not held: make the plan from it too"),
            (PLAN, "A plan"),
        ]

    def clean_period(self) -> Period:
        """Return the period."""
        return _period(self.cleaned_data["period"])

    def clean_last_year(self) -> Period | None:
        """Return the last year, or none."""
        text = self.cleaned_data["last_year"].strip()
        period = _period(text) if text else None
        if period is not None and period.kind is not PeriodKind.FINANCIAL_YEAR:
            raise forms.ValidationError("Enter a financial year, such as 2025/26")
        return period

    def destination(self) -> Destination:
        """Return what a valid form says."""
        goes = self.cleaned_data["goes"]
        return Destination(
            purpose="plan" if goes == PLAN else "round",
            plan=goes.removeprefix(ROUND_OF) if goes.startswith(ROUND_OF) else "",
            period=self.cleaned_data["period"],
            last_year=self.cleaned_data["last_year"],
            title=self.cleaned_data["title"],
        )


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except UnknownPeriod as problem:
        raise forms.ValidationError(str(problem)) from problem


class CorrectionForm(forms.Form):
    """Correct a row: every cell as a text that is read again."""

    ref = forms.CharField(label="Reference", max_length=40, error_messages={"required": "Enter the reference"})
    title = forms.CharField(
        label="Title",
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": "Enter the title", "max_length": "Use 2,000 characters or fewer"},
    )
    comparator = forms.CharField(label="Figure it is compared with (optional)", max_length=300, required=False)
    comparator_period = forms.CharField(
        label="Period of that figure (optional)", help_text="Such as 2022/23 Q3", max_length=40, required=False
    )
    due = forms.CharField(
        label="Due (optional)", help_text="Such as March 2024 or 31/03/2024", max_length=100, required=False
    )
    commentary = forms.CharField(
        label="Commentary (optional)", max_length=20_000, required=False, widget=forms.Textarea
    )
    commentary_by = forms.CharField(label="Who wrote the commentary (optional)", max_length=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST_INTEGER)

    def __init__(self, *args: Any, row: Row, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._cells = dict(_cells(row))
        for name, (label, text) in self._cells.items():
            self.fields[f"cell-{name}"] = forms.CharField(
                label=f"{label} (optional)", max_length=2000, required=False, initial=text
            )
        left_out = ("due",) if isinstance(row, MeasureRow) else ("comparator", "comparator_period")
        for name in left_out:
            del self.fields[name]
        self.order_fields(["ref", "title", *(f"cell-{name}" for name in self._cells)])

    def correction(self) -> Correction:
        """Return what a valid form says."""
        sent = self.cleaned_data
        return Correction(
            ref=sent["ref"],
            title=" ".join(sent["title"].split()),
            commentary=sent["commentary"].replace("\r\n", "\n"),
            commentary_by=sent["commentary_by"],
            cells={name: sent[f"cell-{name}"] for name in self._cells},
            comparator=sent.get("comparator", ""),
            comparator_period=sent.get("comparator_period", ""),
            due=sent.get("due", ""),
        )

    @property
    def shown_fields(self) -> Iterable[Any]:
        """The fields that a person sees, in their order."""
        return self.visible_fields()


def _cells(row: Row) -> list[tuple[str, tuple[str, str]]]:
    if not isinstance(row, MeasureRow):
        return [("progress", ("Progress", row.progress.text if row.progress else ""))]
    listed = [
        (name, (cell.header or name.replace("_", " ").capitalize(), cell.text)) for name, cell in cells_in_order(row)
    ]
    return listed if "current" in row.cells else [*listed, ("current", ("Current figure", ""))]


def initial_of(row: Row, *, version: int) -> dict[str, Any]:
    """Return what a form of correction shows at first: the row as it stands."""
    started: dict[str, Any] = {
        "ref": row.ref,
        "title": row.title if isinstance(row, MeasureRow) else row.text,
        "commentary": row.commentary.text if row.commentary else "",
        "commentary_by": ", ".join(row.commentary.authors) if row.commentary else "",
        "version": version,
    }
    if isinstance(row, MeasureRow):
        compared = row.comparator
        started["comparator"] = compared.printed if compared else ""
        started["comparator_period"] = str(compared.period or "") if compared else ""
    else:
        started["due"] = row.due_printed
    return started


def report_choices(reports: Sequence[ReportRecord]) -> list[tuple[int, str]]:
    """Return the reports of a paper that hold rows, each with how many."""
    listed = []
    for number, report in enumerate(reports):
        rows = sum(len(each.measures) + len(each.milestones) for each in report.objectives)
        if rows:
            period = f", {report.period}" if report.period else ""
            listed.append((number, f"{report.title or 'Untitled'}{period}: {rows} row{'s' if rows != 1 else ''}"))
    return listed


class ConfirmForm(forms.Form):
    """Import what the trial showed."""

    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)
    confirmed = forms.BooleanField(
        label="I have compared these rows with the paper, and they may be imported",
        error_messages={"required": "Tick the box when you have compared the rows with the paper"},
    )


class TemplateChoiceForm(forms.Form):
    """Ask for the spreadsheet template of a plan and a period."""

    plan = forms.ChoiceField(label="For which plan?", error_messages={"required": "Choose a plan"})
    period = forms.CharField(
        label="For which period?",
        help_text="A quarter or a year, such as 2023/24 Q3",
        max_length=40,
        error_messages={"required": "Enter the period"},
    )

    def __init__(self, *args: Any, plans: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]

    def clean_period(self) -> Period:
        """Return the period."""
        return _period(self.cleaned_data["period"])
