"""The same report is the same file, whatever the process and the time."""

import hashlib
import json
import subprocess
import sys

from goldthread.rendering import FORMATS, render
from tests.rendering.builders import a_document

_PROGRAM = """
import hashlib, json
from goldthread.rendering import FORMATS, render
from tests.rendering.builders import a_document
print(json.dumps({name: hashlib.sha256(render(a_document(), name)).hexdigest() for name in FORMATS}))
"""


def _checksums_in_another_process(*, seed: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={"PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_two_processes_write_the_same_bytes() -> None:
    here = {name: hashlib.sha256(render(a_document(), name)).hexdigest() for name in FORMATS}

    assert _checksums_in_another_process(seed="1") == here
    assert _checksums_in_another_process(seed="4711") == here
