"""What the macros ask for: a cell that may not be empty, a form's fields as the GOV.UK components want them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms import BaseForm, BoundField
from django.utils.html import format_html

from goldthread.rendering.content import Light, light
from goldthread.rendering.wording import LIGHTS, LightKind, Symbol, explained


def filled(content: object, where: object) -> object:
    """Return the content of a cell, or complain that it is empty: an absence has a word.

    Args:
        content: text, a number or markup.
        where: the table or list that the content is for.
    Raises: ValueError when there is nothing to read.

    >>> filled("no data", "Targets")
    'no data'
    """
    if content is None or not str(content).strip():
        raise ValueError(f"A cell of {str(where)!r} is empty. Say 'no data', or why there is none.")
    return content


def column_classes(column: object, part: str) -> str:
    """Return the classes that a column gives its "header" or its "cell", each after a space.

    Args:
        column: a heading, or `{"text": "Actual (%)", "numeric": True, "whole": True}`.
        part: "header" or "cell".

    >>> column_classes("Year", "cell"), column_classes({"text": "Actual (%)", "numeric": True}, "cell")
    ('', ' govuk-table__cell--numeric')
    """
    if not isinstance(column, Mapping):
        return ""
    numeric = f" govuk-table__{part}--numeric" if column.get("numeric") else ""
    return numeric + (" data-table__whole" if column.get("whole") else "")


def light_markup(kind: LightKind, value: str) -> str:
    """Return a judgement as markup: its symbol, its word, and a class for its colour.

    Raises: DocumentError naming the values there are.

    >>> light_markup("progress", "amber")
    '<strong class="status status--amber"><span class="status__symbol" aria-hidden="true">◆</span> Uncertain</strong>'
    """
    return shown_light(light(kind, str(value)))


def shown_light(shown: Light) -> str:
    """Return a light of the document model as markup."""
    return format_html(
        '<strong class="status status--{}"><span class="status__symbol" aria-hidden="true">{}</span> {}</strong>',
        shown.tone,
        shown.symbol,
        shown.word,
    )


def lights_of(kind: LightKind) -> tuple[str, ...]:
    """Return the values of a kind of light, best first.

    >>> lights_of("direction")
    ('better', 'same', 'worse', 'unknown')
    """
    return tuple(LIGHTS[kind])


def symbols_of(codes: Iterable[str]) -> tuple[Symbol, ...]:
    """Return the symbols to explain; a final figure has none.

    >>> [symbol.word for symbol in symbols_of(["p", ""])]
    ['Provisional']
    """
    return explained(code for code in codes if code)


def problems_of(form: BaseForm) -> list[dict[str, str]]:
    """Return what is wrong with a form, each with the field that it leads to."""
    fields = [form[name] for name in form.fields if not form[name].is_hidden]
    of_form = [{"text": str(message), "href": f"#{fields[0].auto_id}"} for message in form.non_field_errors()]
    return of_form + [
        {"text": str(message), "href": f"#{field.auto_id}"} for field in fields for message in field.errors
    ]


def _first_shown(form: BaseForm) -> str:
    """Return the name of the field that a message about the whole form stands beside."""
    return next((name for name in form.fields if not form[name].is_hidden), "")


def field_options(field: BoundField) -> dict[str, Any]:
    """Return a field's name, label, hint, value and message as the components take them."""
    options: dict[str, Any] = {
        "id": field.auto_id,
        "idPrefix": field.auto_id,
        "name": field.html_name,
        "label": {"text": str(field.label), "classes": "govuk-label--s"},
        "value": "" if field.value() is None else str(field.value()),
    }
    if isinstance(getattr(field.field, "choices", None), Iterable):
        options["fieldset"] = {"legend": {"text": str(field.label), "classes": "govuk-fieldset__legend--s"}}
    if field.help_text:
        options["hint"] = {"text": str(field.help_text)}
    messages = field.errors or (field.form.non_field_errors() if field.name == _first_shown(field.form) else ())
    if messages:
        options["errorMessage"] = {"text": " ".join(str(message) for message in messages)}
    return options


def choices_of(field: BoundField) -> list[dict[str, Any]]:
    """Return a field's choices, the chosen one marked for radios and for lists alike."""
    chosen = "" if field.value() is None else str(field.value())
    return [
        {"value": str(value), "text": str(text), "checked": str(value) == chosen, "selected": str(value) == chosen}
        for value, text in getattr(field.field, "choices", ())
    ]


GLOBALS = {
    made.__name__: made
    for made in (
        filled,
        column_classes,
        light_markup,
        shown_light,
        lights_of,
        symbols_of,
        problems_of,
        field_options,
        choices_of,
    )
}
