"""Who is measured, and with what: the product, its rivals, nginx with its bytes."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.load import Target
from benchmarks.places import environment
from benchmarks.questions import ENTRY, LETTER, LIST, PAGE, addresses
from benchmarks.readers import by_one_each, by_several
from benchmarks.rounds import Cell, Results, fetch, measure
from benchmarks.servers import granian, nginx, nginx_program, service
from benchmarks.visibility import publish_and_watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.noise import Noise
    from benchmarks.questions import Cells
    from benchmarks.servers import Server
    from benchmarks.visibility import Seen

PRODUCT, NAIVE, NINJA, NGINX = "this project", "naive view", "django-ninja", "nginx"
UNCHANGED = "entry JSON, 304"
WSGI = "explainer.wsgi:application"
HOME = "/en/"
RIVALS = "benchmarks.rivals.wsgi:application"
RIVAL_SETTINGS = "benchmarks.rivals.settings"

_FILES = (ENTRY, PAGE, LETTER, LIST)
_SOME = 200


def serve_beside_rivals(
    database: Path, made_up: int, *, rounds: int, seconds: int, noise: Noise
) -> Results:
    """Measure answers that are held, and the same work done by others."""
    asked = addresses(made_up)
    with ExitStack() as stack:
        enter = stack.enter_context
        product = enter(service(environment(database), HOME))
        settings = environment(database, settings=RIVAL_SETTINGS)
        rivals = enter(granian(RIVALS, settings, "/naive/"))
        cells = [*_product_cells(product, asked), *_rival_cells(rivals, asked)]
        if nginx_program():
            folder = Path(enter(tempfile.TemporaryDirectory()))
            paths = _write_files(folder, product, asked)
            files = enter(nginx(folder, paths[ENTRY][0]))
            cells += (_cell(name, NGINX, files, paths[name]) for name in paths)
        return measure(cells, rounds=rounds, seconds=seconds, noise=noise)


def serve_many(
    database: Path, made_up: int, *, seconds: int, noise: Noise
) -> tuple[Results, Seen]:
    """Measure answers about so many entries that hardly any is held already.

    At the end, publish something and see when the server knows.
    """
    asked = addresses(made_up, entries=made_up)
    with service(environment(database, WORKER_MEMORY_MB="4096"), HOME) as product:
        cells = [
            Cell(name, PRODUCT, product, by_one_each(asked[name]), is_warm=False)
            for name in asked
        ]
        results = measure(cells, rounds=1, seconds=seconds, noise=noise)
        return results, publish_and_watch(product, database, made_up)


def rival_paths(asked: Cells) -> dict[str, dict[str, list[str]]]:
    """Return what the rivals are asked for: the same entries, and pages of 50."""
    ids = [path.rstrip("/").rsplit("/", 1)[1] for path in asked[ENTRY]]
    pages = range(1, 11)
    return {
        NAIVE: {
            ENTRY: [f"/naive/entries/{entry_id}/" for entry_id in ids],
            LIST: [f"/naive/entries/?page={page}" for page in pages],
        },
        NINJA: {
            ENTRY: [f"/ninja/entries/{entry_id}" for entry_id in ids],
            LIST: [f"/ninja/entries?limit=50&offset={50 * page}" for page in pages],
        },
    }


def _cell(name: str, who: str, server: Server, paths: Iterable[str]) -> Cell:
    return Cell(name, who, server, by_several(paths))


def _product_cells(product: Server, asked: Cells) -> Iterator[Cell]:
    for name, paths in asked.items():
        yield _cell(name, PRODUCT, product, paths)
    known = by_several(asked[ENTRY][:_SOME])
    tags = [answer.etag for answer in fetch(product, known)]
    yield Cell(UNCHANGED, PRODUCT, product, [*map(_if_changed, known, tags)])


def _if_changed(target: Target, etag: str) -> Target:
    """Return the question of a reader who has an answer already."""
    return replace(target, headers={**target.headers, "If-None-Match": etag})


def _rival_cells(rivals: Server, asked: Cells) -> Iterator[Cell]:
    for who, cells in rival_paths(asked).items():
        for name, paths in cells.items():
            yield Cell(name, who, rivals, by_one_each(paths), is_warm=False)


def _write_files(folder: Path, product: Server, asked: Cells) -> Cells:
    """Write the product's answers into files, and return nginx's paths to them.

    Beside each stands what a reader gets who takes gzip.
    """
    paths: Cells = {}
    for place, name in enumerate(_FILES):
        (folder / "files" / str(place)).mkdir(parents=True)
        paths[name] = [f"/{place}/{number}" for number in range(len(asked[name]))]
        for coding, ending in {"identity": "", "gzip": ".gz"}.items():
            asker = {"Accept-Encoding": coding}
            answers = fetch(product, [Target(path, asker) for path in asked[name]])
            for path, answer in zip(paths[name], answers, strict=True):
                (folder / "files" / (path[1:] + ending)).write_bytes(answer.body)
    return paths
