"""Prints, for each address given, the median milliseconds, the queries and the bytes of its page."""

import statistics
import sys
import time

import django
from django.conf import settings


def main(*, runs: int, paths: list[str]) -> None:
    """Ask for each page in this process, without the page cache, and print one line for each."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "page_cache" not in name]
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for path in paths:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path)
        queries = len(captured)  # counted now: the next request clears the log
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}.")
        times = []
        for _ in range(runs):
            began = time.perf_counter()
            client.get(path)
            times.append((time.perf_counter() - began) * 1000)
        print(path, f"{statistics.median(times):.2f}", queries, len(answer.content))


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.config.settings")
    main(runs=int(sys.argv[1]), paths=sys.argv[2:])
