"""Who gets past a view's door: the same permissions as everywhere, asked before anything is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from goldthread.accounts.queries import permissions_of
from goldthread.accounts.roles import Permission

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def permission_required(permission: Permission) -> Callable[[View[Arguments]], View[Arguments]]:
    """Let in only people who may do this: others sign in first, and who may not is told so."""

    def gate(view: View[Arguments]) -> View[Arguments]:
        @wraps(view)
        def gated(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
            person: Any = request.user
            if not person.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if permission not in permissions_of(person):
                raise PermissionDenied(f"This needs the permission to {permission}.")
            return view(request, *args, **kwargs)

        return gated

    return gate
