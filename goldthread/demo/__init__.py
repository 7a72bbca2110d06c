"""The demonstration council, as data files, and how it is loaded: through the same actions as anyone's data."""
