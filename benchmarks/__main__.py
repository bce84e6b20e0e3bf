"""``python -m benchmarks``: measures everything in one run and prints it.

Figures of one machine are good to about a factor of two. What counts are the
ratios: they are measured side by side, in turns.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

import django

from benchmarks.kept import keep
from benchmarks.load import HOW_TO_GET_WRK, wrk_is_here
from benchmarks.places import database_file, environment

# Entries, rounds, and seconds for a cell.
WHOLE = (1_000, 50_000), 3, 2
QUICK = (1_000, 5_000), 1, 1


def main() -> int:
    """Measure and print; return the exit status."""
    options = _options()
    if not wrk_is_here():
        print(HOW_TO_GET_WRK, file=sys.stderr)
        return 1
    begun = time.monotonic()
    # This process asks the project for addresses only, and no database.
    os.environ.update(environment(database_file(0)))
    django.setup()
    from benchmarks.run import run

    sizes, rounds, seconds = QUICK if options.quick else WHOLE
    small, large = (keep(size, as_it_is=options.keep) for size in sizes)
    run(small, large, rounds=rounds, seconds=seconds)
    print(f"The whole run took {time.monotonic() - begun:.0f} s.")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer entries, one short round"
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="take the entries of the last run as they are",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
