"""What becomes of 10,000 broken files? Read, refused, or the child that opened them died or hung."""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from multiprocessing.connection import Connection

from benchmarks._evidence import print_table
from goldthread.reader import limits
from tests.reader.formats import small_files

MAKERS = {
    "docx": (small_files.a_docx, "docx"),
    "pdf": (small_files.a_pdf, "pdf"),
    "html": (small_files.a_html, "html"),
    "xlsx": (small_files.an_xlsx, "spreadsheet"),
    "ods": (small_files.an_ods, "spreadsheet"),
    "csv": (small_files.a_csv, "csv"),
    "text": (small_files.a_text, "text"),
}
HUNG = 20.0  # seconds


def mutant(content: bytes, *, chance: random.Random) -> bytes:
    """A broken file; of a packed one, three times in four, a part is broken and the package sound."""
    if not content.startswith(b"PK") or not chance.randrange(4):
        return broken(content, chance=chance)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [each for each in package.namelist() if each.endswith((".xml", ".rels"))]
        part = chance.choice([*parts, *(each for each in parts if "document.xml" in each or "sheet" in each)])
        return small_files.with_parts(content, {part: broken(package.read(part), chance=chance)})


def broken(content: bytes, *, chance: random.Random) -> bytes:
    """Bytes with one to five of them, or of their stretches, flipped, cut, inserted or repeated."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.randint(1, 64))
        match chance.randrange(4):
            case 0 if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                del made[at:end]
            case 2:
                made[at:at] = chance.randbytes(chance.randint(1, 16))
            case _:
                made[at:at] = made[at:end] * chance.randint(1, 20)
    return bytes(made)


def serve(line: Connection) -> None:
    """Read the files that come down the line under the reader's memory limit, and answer with what became of each."""
    import resource

    from goldthread.reader import child, reading
    from goldthread.reader.from_csv import from_csv
    from goldthread.reader.from_text import from_text
    from goldthread.reader.unreadable import Unreadable

    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        content, kind = line.recv()
        try:
            if kind in ("csv", "text"):
                text = reading._decoded(content, file="x")
                (from_csv if kind == "csv" else from_text)(text, file="x")
            else:
                child.from_bytes(content, kind=kind, file="x")
            line.send("read")
        except Unreadable:
            line.send("refused")
        except BaseException as problem:  # what the reader's own child would end with
            line.send(f"crashed {type(problem).__name__}: {str(problem)[:80]}")


class Child:
    """A process that reads many files, started again when it dies or hangs."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other,), daemon=True)
        self.process.start()
        other.close()

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()

    def outcome(self, content: bytes, *, kind: str) -> str:
        """What became of one file: read, refused, hung, or crashed and how."""
        self.line.send((content, kind))
        try:
            if self.line.poll(HUNG):
                return str(self.line.recv())
            ended = "hung"
        except (EOFError, ConnectionError):
            ended = "crashed process died"
        self.close()
        self._start()
        return ended


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one table: format, files, read, refused, crashed, hung, the slowest in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance, child, rows = random.Random(options.seed), Child(), []
    why: Counter[str] = Counter()
    for name, (make, kind) in MAKERS.items():
        whole, counts, slowest = make(), Counter[str](), 0.0
        child.outcome(whole, kind=kind)
        for _ in range(options.files // len(MAKERS)):
            content = mutant(whole, chance=chance)
            start = time.perf_counter()
            ended = child.outcome(content, kind=kind)
            slowest = max(slowest, time.perf_counter() - start)
            counts[ended.split()[0]] += 1
            why[f"{name}: {ended}"] += ended.startswith("crashed")
        shown = [str(counts[each]) for each in ("read", "refused", "crashed", "hung")]
        rows.append((name, str(counts.total()), *shown, f"{slowest * 1000:.0f} ms"))
    child.close()
    print_table("Broken files", ("format", "files", "read", "refused", "crashed", "hung", "slowest"), rows)
    for each, number in why.most_common(12):
        if number:
            print(f"{number:5} {each}")


if __name__ == "__main__":
    main()
