"""Signing in and out, and what a person may do."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from goldthread.accounts import presenters, queries
from goldthread.accounts.forms import SignInForm

sign_in = LoginView.as_view(
    template_name="accounts/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
)
sign_out = LogoutView.as_view()


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show who has signed in, with which roles, and what they allow."""
    person: Any = request.user
    page = presenters.account_page(person, roles=queries.roles_of(person))
    return render(request, "accounts/account.html", {"page": page})


def roles(request: HttpRequest) -> HttpResponse:
    """Show every role and what it allows."""
    return render(request, "accounts/roles.html", {"page": presenters.roles_page()})
