"""A step that cannot be written down is not taken, whatever it had done by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import published
from tests.review.test_own_work import STEPS
from tests.review.writing import begun, submitted
from tests.rows import NotRecordedError, everything, let_recording_fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.models import User

pytestmark = pytest.mark.django_db


def _passed_by(anna):
    draft = begun(anna)
    published("grooming", topics=["another"])
    return draft


READY: dict[str, Callable[[User], Any]] = {
    "begin_draft": lambda anna: published("new"),
    "begin_check": lambda anna: published("grooming"),
    "save_draft": begun,
    "submit_draft": begun,
    "abandon_draft": begun,
    "bring_up_to_date": _passed_by,
    "take_back": submitted,
    "return_to_writer": submitted,
    "sign_off": submitted,
}
"""What has to be there before each step."""


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_cannot_be_recorded_has_changed_nothing(
    anna, ben, step, monkeypatch
):
    given = READY[step](anna)
    before = everything()
    let_recording_fail(monkeypatch)

    with pytest.raises(NotRecordedError):
        STEPS[step](given, ben)

    assert everything() == before


@pytest.mark.parametrize("step", ["begin_check", "bring_up_to_date", "sign_off"])
def test_a_step_that_is_recorded_by_half_has_changed_nothing(
    anna, ben, step, monkeypatch
):
    given = READY[step](anna)
    before = everything()
    let_recording_fail(monkeypatch, after=1)

    with pytest.raises(NotRecordedError):
        STEPS[step](given, ben)

    assert everything() == before
