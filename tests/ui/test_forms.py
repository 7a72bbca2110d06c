"""Fields of a form as the design system wants them: label, hint and message tied together."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.template import engines

MACROS = (
    '{% from "ui/form.html" import checkbox, error_summary, password_field, radios, select, text_area, text_field %}'
)


class Answer(forms.Form):
    """A form with a field of each kind."""

    email = forms.EmailField(
        label="E-mail address", help_text="At work", error_messages={"required": "Enter an address"}
    )
    secret = forms.CharField(label="Password", error_messages={"required": "Enter your password"})
    light = forms.ChoiceField(label="Progress", choices=[("green", "On course"), ("red", "Not on course")])
    sure = forms.BooleanField(label="I am sure", error_messages={"required": "Tick the box"})


@pytest.fixture
def render() -> Callable[..., BeautifulSoup]:
    """Return how to render fields of a form."""

    def rendered(source: str, form: forms.Form) -> BeautifulSoup:
        return BeautifulSoup(engines.all()[0].from_string(MACROS + source).render({"form": form}), "html.parser")

    return rendered


def test_a_field_has_its_label_hint_and_autocomplete(render: Callable[..., BeautifulSoup]) -> None:
    page = render('{{ text_field(form["email"], type="email", autocomplete="username") }}', Answer())

    assert page.label["for"] == page.input["id"] == "id_email"
    assert page.find(id=page.input["aria-describedby"]).get_text(strip=True) == "At work"
    assert (page.input["type"], page.input["autocomplete"]) == ("email", "username")


def test_a_message_stands_in_the_summary_and_at_the_field_in_the_same_words(
    render: Callable[..., BeautifulSoup],
) -> None:
    page = render(
        '{{ error_summary(form) }}{{ text_field(form["email"]) }}',
        Answer({"light": "red", "sure": "on", "secret": "x"}),
    )

    link = page.select_one(".govuk-error-summary a")
    assert link["href"] == "#id_email"
    assert link.get_text() == "Enter an address"
    assert "Enter an address" in page.find(id="id_email-error").get_text()
    assert page.select_one(".govuk-error-summary").has_attr("autofocus")


def test_a_message_about_the_whole_form_stands_at_its_first_field(render: Callable[..., BeautifulSoup]) -> None:
    form = Answer({"email": "a@b.example", "secret": "x", "light": "red", "sure": "on"})
    form.add_error(None, "They do not match")

    page = render(
        '{{ error_summary(form) }}{{ text_field(form["email"]) }}{{ password_field(form["secret"]) }}', form
    )

    assert page.select_one(".govuk-error-summary a")["href"] == "#id_email"
    assert "They do not match" in page.find(id="id_email-error").get_text()
    assert page.find(id="id_secret-error") is None


def test_a_form_without_a_mistake_has_no_summary(render: Callable[..., BeautifulSoup]) -> None:
    assert render("{{ error_summary(form) }}", Answer()).get_text(strip=True) == ""


def test_a_password_is_never_sent_back(render: Callable[..., BeautifulSoup]) -> None:
    page = render('{{ password_field(form["secret"]) }}', Answer({"secret": "correct horse"}))

    assert page.input.get("value", "") == ""
    assert page.input["autocomplete"] == "current-password"


@pytest.mark.parametrize(("macro", "chosen"), [("radios", "[checked]"), ("select", "[selected]")])
def test_a_choice_keeps_what_was_chosen(render: Callable[..., BeautifulSoup], macro: str, chosen: str) -> None:
    page = render(f'{{{{ {macro}(form["light"]) }}}}', Answer({"light": "red"}))

    assert [choice["value"] for choice in page.select(chosen)] == ["red"]


def test_the_first_choice_is_what_a_message_leads_to(render: Callable[..., BeautifulSoup]) -> None:
    page = render('{{ error_summary(form) }}{{ radios(form["light"]) }}{{ checkbox(form["sure"]) }}', Answer({}))

    targets = [link["href"] for link in page.select(".govuk-error-summary a")]
    assert "#id_light" in targets
    assert page.find(id="id_light")["value"] == "green"
    assert page.find(id="id_sure")["type"] == "checkbox"
