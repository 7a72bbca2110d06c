"""Serving the measure list, a measure page and a published report: server time, requests a second, tail.

Run: python -m benchmarks.serving. The load is made by `wrk` (Debian's package) on loopback; without it only the
server times are printed.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

SECONDS = 6
RUNS = 30


def main() -> None:
    """Load the demonstration into a folder of its own, serve it, and print one table."""
    with tempfile.TemporaryDirectory(prefix="goldthread-bench-") as folder:
        environment = {**os.environ, "GOLDTHREAD_DATA": folder}
        goldthread = [sys.executable, "-m", "goldthread"]
        subprocess.run([*goldthread, "demo", "--no-serve", "--data", folder], check=True, capture_output=True)
        port = _free_port()
        server = subprocess.Popen(
            [*goldthread, "serve", "--data", folder, "--port", str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _print_table(f"http://127.0.0.1:{port}", measured=_server_times(folder))
        finally:
            server.terminate()
            server.wait(timeout=30)


PAGES = {
    "empty response (the limit)": "/healthz",
    "overview": "/",
    "measure list": "/measures/",
    "measure page": "/measures/children-entering-care/",
    "published report": "/reports/2023-24-q4/",
}


def _print_table(address: str, *, measured: dict[str, tuple[float, int, int]]) -> None:
    _wait_for(address + "/healthz")
    print("Serving, 2 gunicorn workers of 4 threads, SQLite; medians.")
    print(f"{'page':28}{'server ms':>10}{'queries':>9}{'kB':>6}{'req/s c=32':>12}{'p99 ms':>8}{'p99 ms c=4':>12}")
    for name, path in PAGES.items():
        milliseconds, queries, size = measured[path]
        busy, calm = _load(address + path, clients=32), _load(address + path, clients=4)
        print(f"{name:28}{milliseconds:10.1f}{queries:9d}{size / 1024:6.0f}{busy[0]:>12}{busy[1]:>8}{calm[1]:>12}")


def _server_times(folder: str) -> dict[str, tuple[float, int, int]]:
    """Return the median milliseconds without the page cache, the queries and the bytes of each page, in-process."""
    script = Path(__file__).with_name("_server_times.py")
    done = subprocess.run(
        [sys.executable, str(script), str(RUNS), *PAGES.values()],
        env={**os.environ, "GOLDTHREAD_DATA": folder},
        check=True,
        capture_output=True,
        text=True,
    )
    rows = (line.split() for line in done.stdout.splitlines())
    return {path: (float(ms), int(queries), int(size)) for path, ms, queries, size in rows}


def _load(url: str, *, clients: int) -> tuple[str, str]:
    """Return requests a second and the 99th percentile in milliseconds, as wrk measured them."""
    if shutil.which("wrk") is None:
        return "no wrk", "–"
    command = ["wrk", "-t1", f"-c{clients}", f"-d{SECONDS}s", "--latency", url]
    rates, tails = [], []
    for _ in range(3):
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        rates.append(float(re.findall(r"Requests/sec:\s+([\d.]+)", printed)[0]))
        number, unit = re.findall(r"99%\s+([\d.]+)(us|ms|s)", printed)[0]
        tails.append(float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit])
    return f"{statistics.median(rates):.0f}", f"{statistics.median(tails):.0f}"


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=2).read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{url} did not answer within 30 seconds.")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    main()
