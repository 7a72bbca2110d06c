"""The forms of this room."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms


class PublishForm(forms.Form):
    """Publish a round: the person says that they have read it."""

    confirmed = forms.BooleanField(
        label="I have read the report and it may be published",
        error_messages={"required": "Tick the box when you have read the report"},
    )


class WaiverForm(forms.Form):
    """Waive a finding: the person says why it may stand, and answers for it by name."""

    reason = forms.CharField(
        label="Why may this be published as it stands?",
        help_text="Your name and this reason are kept in the record of the edition.",
        max_length=2000,
        widget=forms.Textarea,
        error_messages={
            "required": "Enter why this may be published as it stands",
            "max_length": "Use 2,000 characters or fewer",
        },
    )


class CorrectionForm(forms.Form):
    """Publish a correction: a new edition that says why, and a revised figure where one was wrong.

    Args:
        figures: what can be revised: pairs of a return's key and how its figure was printed.
    """

    reason = forms.CharField(
        label="Why is the report corrected?",
        help_text="This is printed in the new edition, for everyone to read.",
        max_length=2000,
        widget=forms.Textarea,
        error_messages={
            "required": "Enter why the report is corrected",
            "max_length": "Use 2,000 characters or fewer",
        },
    )
    figure = forms.ChoiceField(
        label="Which figure was wrong? (optional)",
        help_text="Leave this out when the words were wrong, not a figure.",
        required=False,
        error_messages={"invalid_choice": "Choose one of the figures listed"},
    )
    value = forms.CharField(
        label="The right figure",
        help_text="Digits as they are to be printed, such as 92.50",
        max_length=30,
        required=False,
    )
    is_provisional = forms.BooleanField(label="The right figure is still provisional", required=False)

    def __init__(self, *args: Any, figures: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figure"].choices = [("", "No figure"), *figures]  # type: ignore[attr-defined]

    def clean_value(self) -> Decimal | None:
        """Return the figure as a number, its printed places kept, or None when none was entered."""
        text = self.cleaned_data["value"].replace(",", "").replace("%", "").replace("£", "").strip()
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            raise forms.ValidationError(
                f"“{self.cleaned_data['value']}” is not a number. Enter digits, such as 92.50"
            )
        return value

    def clean(self) -> dict[str, Any]:
        """Hold the figure and its number together: one alone says nothing."""
        cleaned = super().clean() or self.cleaned_data
        value_is_wrong = "value" in self.errors
        if cleaned.get("figure") and cleaned.get("value") is None and not value_is_wrong:
            self.add_error("value", "Enter the right figure")
        if cleaned.get("value") is not None and not cleaned.get("figure") and "figure" not in self.errors:
            self.add_error("figure", "Choose the figure that was wrong")
        return cleaned
