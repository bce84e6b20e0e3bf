"""A test that passes has looked at something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts.assertions import ROOT, empty_handed, hardly_failing

FILES = sorted(ROOT.rglob("test_*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_is_sure_to_assert_something(path: Path) -> None:
    assert list(empty_handed(path)) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("for one in find():\n  assert one", id="loop"),
        pytest.param("for one in (*find(),):\n  assert one", id="stars"),
        pytest.param(
            "rows = [x for x in (1, 2) if x]\n for one in rows:\n  assert one",
            id="chosen",
        ),
        pytest.param("if find():\n  assert 1", id="condition"),
        pytest.param("while find():\n  assert 1", id="while"),
        pytest.param("with site:\n  for one in find():\n   assert one", id="within"),
        pytest.param("assert all(one for one in find())", id="all"),
        pytest.param("assert not [one for one in find() if one]", id="none"),
        pytest.param("assert not any(one for one in find())", id="not-any"),
        pytest.param(
            "wrong = [one for one in find()]\n assert wrong == []", id="found"
        ),
        pytest.param("for one in find():\n  looks_at(one)", id="called"),
    ],
)
def test_what_may_look_at_nothing_is_found(tmp_path: Path, body: str) -> None:
    assert len(found(tmp_path, body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("assert find()", id="plain"),
        pytest.param("assert not find()", id="nothing-is-there"),
        pytest.param("for one in find():\n  assert one\n assert find()", id="after-it"),
        pytest.param("for one in WORDS:\n  assert one", id="constant"),
        pytest.param("for one in sorted(WORDS):\n  assert one", id="in-order"),
        pytest.param("for one, two in zip(WORDS, (1, 2)):\n  assert one", id="pairs"),
        pytest.param("for one in {1: find()}.values():\n  assert one", id="values"),
        pytest.param("for one in range(3):\n  assert one", id="range"),
        pytest.param("assert [one for one in WORDS if one] == []", id="none-of-some"),
        pytest.param("looks_at(1)", id="called"),
        pytest.param("with pytest.raises(ValueError):\n  find()", id="raises"),
        pytest.param("find()", id="no-assertion-at-all"),
    ],
)
def test_what_is_sure_to_look_at_something_is_not(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_assertion_can_fail(path: Path) -> None:
    assert list(hardly_failing(path)) == []


@pytest.mark.parametrize(
    "assertion",
    [
        pytest.param("answer.status in {200, 400}", id="fine-or-refused"),
        pytest.param("codes == {'a': codes['a']}", id="itself"),
        pytest.param("not word or word in title", id="this-or-that"),
        pytest.param("rows.count() >= 0", id="any-number"),
    ],
)
def test_one_that_hardly_can_is_found(tmp_path: Path, assertion: str) -> None:
    path = tmp_path / "test_one.py"
    path.write_text(f"assert {assertion}\nassert answer.status in {{401, 403}}\n")

    assert list(hardly_failing(path)) == [f"test_one.py:1 {assertion}"]


def found(folder: Path, body: str) -> list[str]:
    """Return what is found of a test with this body."""
    path = folder / "test_one.py"
    path.write_text(
        "WORDS = ['one', 'two']\n"
        "def looks_at(one):\n assert one\n"
        f"def test_it(site):\n {body}\n"
    )
    return list(empty_handed(path))
