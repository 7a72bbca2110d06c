"""The style sheet and scripts are built from the lock, quickly, and say what is missing when they cannot be."""

import subprocess
from pathlib import Path

import pytest

from goldthread.ui import build_assets


def test_the_style_is_the_houses_own() -> None:
    style = (build_assets.ASSETS / "site.css").read_text(encoding="utf-8").lower()

    assert "gds transport" not in style
    assert "@font-face" not in style
    assert "url(" not in style
    assert "crown" not in style


def test_a_second_build_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    build_assets.build()
    monkeypatch.setattr(build_assets, "_run", lambda command, problem: pytest.fail(f"ran {command}"))

    build_assets.build()


def test_what_is_served_has_a_packed_twin_that_is_as_new() -> None:
    for name in ("site.css", "start.js", "govuk-frontend.min.js"):
        assert (build_assets.ASSETS / f"{name}.gz").stat().st_size > 0


def test_no_node_and_no_package_index_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, returncode=1, stdout="", stderr="no route to host")

    monkeypatch.setattr(build_assets.shutil, "which", lambda name: None)
    monkeypatch.setattr(build_assets, "_packed", lambda: None)
    monkeypatch.setattr(build_assets.subprocess, "run", refused)

    with pytest.raises(build_assets.BuildError, match="no route to host(.|\n)*Install Node 20.19 or newer"):
        build_assets.node()


def test_an_old_node_is_passed_over_for_the_packed_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(build_assets.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(build_assets, "_version", lambda program: (18, 19, 0))
    monkeypatch.setattr(build_assets, "_packed", lambda: tmp_path)

    assert build_assets.node() == str(tmp_path / "bin" / "node")


def test_the_lock_names_no_address_of_one_machines_registry() -> None:
    assert '"resolved"' not in build_assets.LOCK.read_text(encoding="utf-8")
