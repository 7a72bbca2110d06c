"""A decimal that the database keeps exactly as it was printed."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

if TYPE_CHECKING:
    _TextField = models.Field[Any, Any]
else:
    _TextField = models.CharField


class ExactDecimalField(_TextField):
    """A Decimal kept as text, so that "92.250" stays "92.250" on every database.

    SQLite has no decimal type: a number column there would pass through binary floating point, and no
    database keeps the printed places of each single figure.
    """

    description = "Exact decimal with its printed places"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Decimal | None:
        """Return what was kept as the Decimal it was."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """Return a Decimal, or raise ValidationError naming what is not a number."""
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return Decimal(str(value))
        except InvalidOperation as problem:
            raise ValidationError(f"“{value}” is not a number. Enter digits, such as 92.5.") from problem

    def get_prep_value(self, value: Any) -> str | None:
        """Return the text to keep."""
        number = self.to_python(value)
        return None if number is None else f"{number:f}"
