"""The rooms that decide what the public sees, and the tests that stand near them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Room(NamedTuple):
    """A part of the code, and where its tests are: first those that take no time."""

    code: str
    tests: tuple[str, ...]

    @property
    def files(self) -> list[Path]:
        """The files of the room."""
        path = Path(self.code)
        return sorted(path.glob("*.py")) if path.is_dir() else [path]


ROOMS = {
    "document": Room(
        "glossary/document", ("tests/document/test_fields.py", "tests/document")
    ),
    "review": Room(
        "glossary/review",
        (
            "tests/review",
            "tests/publishing/test_locks.py",
            "tests/desk/writing/test_remarks.py",
            "tests/test_roles_and_rules.py",
        ),
    ),
    "permissions": Room(
        "glossary/permissions.py",
        ("tests/test_permissions.py", "tests/test_who_may_publish.py"),
    ),
    "second_factors": Room(
        "glossary/second_factors",
        ("tests/second_factors", "tests/test_accounts_as_a_whole.py"),
    ),
    "accounts": Room(
        "glossary/accounts",
        (
            "tests/test_accounts.py",
            "tests/test_invitations.py",
            "tests/test_whose_account.py",
            "tests/test_accounts_as_a_whole.py",
        ),
    ),
    "sheets": Room("glossary/sheets", ("tests/sheets",)),
    "queue": Room("glossary/queue", ("tests/queue", "tests/desk/work")),
    "publishing": Room(
        "glossary/publishing",
        (
            "tests/publishing",
            "tests/review/test_steps.py",
            "tests/review/test_checks.py",
            "tests/test_roles_and_rules.py",
        ),
    ),
    "public_form": Room("glossary/public_form", ("tests/public_form",)),
    "annotation": Room(
        "glossary/annotation", ("tests/annotation/test_elements.py", "tests/annotation")
    ),
    "answers": Room("glossary/answers", ("tests/answers", "tests/serving")),
    "transfer": Room("glossary/transfer", ("tests/transfer",)),
}
