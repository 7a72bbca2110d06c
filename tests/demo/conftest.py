"""The demonstration as everyone gets it."""

from tests.commands import exported, own_demonstration

__all__ = ["exported", "own_demonstration"]
