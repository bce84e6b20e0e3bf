"""The pinned lists: what pyproject.toml asks for, on any machine, from any index."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LISTS = ("runtime", "test", "check", "bench")
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


def pinned(name: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / "requirements" / f"{name}.txt").read_text()))


def declared(name: str) -> list[Requirement]:
    groups = {"runtime": [], **PROJECT["dependency-groups"]}
    lines = [*PROJECT["project"]["dependencies"], *groups[name]]
    return [Requirement(line) for line in lines if isinstance(line, str)]


@pytest.mark.parametrize("name", LISTS)
def test_every_dependency_is_pinned_within_its_range(name: str) -> None:
    versions = pinned(name)

    wanted = declared(name)

    assert wanted
    assert [
        str(requirement)
        for requirement in wanted
        if versions.get(canonicalize_name(requirement.name), "0")
        not in requirement.specifier
    ] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_agrees_with_the_runtime_one(name: str) -> None:
    assert pinned(name).items() >= pinned("runtime").items()


@pytest.mark.parametrize("name", [*LISTS, "clients", "lock", "newest"])
def test_a_list_names_no_address_and_hashes_every_package(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()

    unhashed = re.findall(r"^[\w.-]+==.*[^\\]$", text, re.MULTILINE)

    assert "://" not in text
    assert unhashed == []


def test_the_packages_of_node_are_pinned_and_hashed_and_come_from_no_address() -> None:
    material = ROOT / "tests" / "clients" / "material"
    wanted = json.loads((material / "package.json").read_text())["devDependencies"]
    own, *packages = json.loads((material / "package-lock.json").read_text())[
        "packages"
    ].values()

    assert own["devDependencies"] == wanted
    assert len(packages) > 100
    assert [one for one in packages if "resolved" in one] == []
    assert [one for one in packages if "sha512-" not in one["integrity"]] == []
