"""Jinja2 as this site uses it: strict about our own names, with the GOV.UK components beside ours."""

from collections.abc import Callable, MutableMapping
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined, Template

from goldthread.rendering import wording
from goldthread.ui import markup


def environment(**options: Any) -> Environment:
    """Return the environment that Django's Jinja2 backend renders every page with.

    A name that a page forgot to pass is an error, never an empty space.
    """
    options |= {
        "loader": ChoiceLoader([options["loader"], GovukLoader()]),
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    made = Environment(**options)  # noqa: S701
    made.globals |= {"url": url, "static": static, **markup.GLOBALS}
    made.filters |= FILTERS
    return made


class GovukLoader(BaseLoader):
    """Compile the GOV.UK components in an environment of their own: they read options that were not given."""

    def __init__(self) -> None:
        components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
        self._lenient = Environment(autoescape=True, loader=components)

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """Return a component's template; another name is not found here."""
        return self._lenient.get_template(name, globals=globals)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a page by its name: `url("measure", slug="school-attendance")`."""
    return reverse(name, args=args, kwargs=kwargs)


FILTERS: dict[str, Callable[..., Any]] = {
    "day": wording.long_date,
    "number": wording.print_number,
    "counted": wording.counted,
    "in_words": wording.in_words,
    "slug": wording.slug,
}
