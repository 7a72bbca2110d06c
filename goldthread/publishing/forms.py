"""The forms of this room."""

from django import forms


class PublishForm(forms.Form):
    """Publish a round: the person says that they have read it."""

    confirmed = forms.BooleanField(
        label="I have read the report and it may be published",
        error_messages={"required": "Tick the box when you have read the report"},
    )


class CorrectionForm(forms.Form):
    """Publish a correction: a new edition that says why."""

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
