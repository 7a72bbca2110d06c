"""The forms of this room."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm

NO_MATCH = "The e-mail address and password do not match. Check both and try again."


class SignInForm(AuthenticationForm):
    """E-mail address and password. Its one message never tells whether an address is known."""

    username = forms.EmailField(
        label="E-mail address",
        help_text="The address that the performance team gave a role.",
        error_messages={
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address in the right form, such as name@council.example",
        },
    )
    password = forms.CharField(
        label="Password", strip=False, error_messages={"required": "Enter your password"}, widget=forms.PasswordInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {"invalid_login": NO_MATCH, "inactive": NO_MATCH}

    def clean_username(self) -> str:
        """Return the address as it is kept."""
        return str(self.cleaned_data["username"]).lower()
