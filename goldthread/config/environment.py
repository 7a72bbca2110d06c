"""What an installation may set from outside, typed, each with its meaning."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Environment(BaseSettings):
    """Settings read from `GOLDTHREAD_…` variables.

    >>> Environment(debug=True).debug
    True
    """

    model_config = SettingsConfigDict(env_prefix="GOLDTHREAD_", extra="ignore")

    data: Path = Field(Path("goldthread-data"), description="Folder of the embedded database and its key")
    secret_key: str = Field("", description="Signing key; empty: one is made and kept in the data folder")
    database_url: str = Field("", description="postgres://… for a council's real service; empty: SQLite in data")
    allowed_hosts: list[str] = Field(
        ["127.0.0.1", "localhost", "[::1]", "testserver"], description="Host names served"
    )
    https: bool = Field(False, description="True behind HTTPS: secure cookies, strict transport security")
    contact: str = Field("", description="E-mail address of the performance team, shown where a reader needs help")
    demonstration: bool = Field(False, description="True marks every page as a demonstration, not a council's site")
    debug: bool = Field(False, description="True for developers only")
