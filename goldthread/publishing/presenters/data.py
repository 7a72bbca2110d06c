"""The page of the open data: files with their sizes, and what each column holds."""

from dataclasses import dataclass

from django.urls import reverse

from goldthread.publishing.feeds import csv_metadata_of, csv_of
from goldthread.publishing.presenters.reports import size_text
from goldthread.rendering.document import Dataset, Field
from goldthread.rendering.wording import counted


@dataclass(frozen=True, kw_only=True)
class DataPage:
    """The page's words."""

    files: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]


def open_data_page(dataset: Dataset) -> DataPage:
    """Return the page of the file of all figures."""
    rows = counted(len(dataset.rows), "row")
    figures, metadata = csv_of(dataset), csv_metadata_of(dataset, file="figures.csv")
    return DataPage(
        files=(
            (
                f"Every figure of every measure, {rows} (CSV, {size_text(len(figures))})",
                reverse("figures-csv"),
            ),
            (
                f"Description of its columns, for programs (JSON, {size_text(len(metadata))})",
                reverse("figures-csv-metadata"),
            ),
        ),
        fields=dataset.fields,
    )
