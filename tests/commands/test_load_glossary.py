"""Somebody loads a content folder: planned, printed, applied, all or nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from glossary.errors import PermissionDeniedError
from glossary.models import Event, Publication, Revision, Source, User
from glossary.transfer import apply_plan, plan_load, read_content
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def folders(tmp_path):
    """A small content folder that can be changed."""
    fixtures, seeds = tmp_path / "fixtures", tmp_path / "seeds"
    (fixtures / "entries").mkdir(parents=True)
    shutil.copytree(ROOT / "seeds", seeds)
    for name in ("topics.yaml", "review.yaml"):
        shutil.copy(ROOT / "fixtures" / name, fixtures)
    write(fixtures, entry("alpha"))
    write(fixtures, entry("beta", related=[{"relation": "related", "id": "alpha"}]))
    return fixtures, seeds


def entry(entry_id, **values):
    text = {
        "slug": entry_id,
        "terms": [{"text": entry_id, "type": "full-form", "status": "preferred"}],
        "short": "It means something.",
    }
    return {
        "id": entry_id,
        "kind": "concept",
        "topics": ["police-data"],
        "applies_in": ["wales"],
        "as_at": "2024-12-31",
        "languages": {"en": text, "cy": text},
        "citations": [
            {"source": "hmicfrs-2023", "quotation": "problem profile", "lang": "en"}
        ],
        "review": {"checked_on": "2026-11-21", "check_due": "2027-05-21"},
        **values,
    }


def write(fixtures, data):
    path = fixtures / "entries" / f"{data['id']}.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")  # JSON is YAML


def publishers(fixtures, *rows):
    (fixtures / "publishers.yaml").write_text(json.dumps(rows), encoding="utf-8")


def load(folders, *options):
    call_command("load_glossary", *options, fixtures=folders[0], seeds=folders[1])


def test_it_loads_and_says_what_it_did(folders, capsys):
    load(folders)

    out, err = capsys.readouterr()
    assert "Entries: 2 new, 0 changed, 0 unchanged." in out
    assert "Publications: 2" in out
    assert err == ""
    record = Revision.objects.first().review_record
    assert record["record"] == "starter-content"
    assert Revision.objects.first().arrival == "reviewed-elsewhere"


def test_loading_twice_changes_nothing(folders, capsys):
    load(folders)
    before = list(Publication.objects.values()), Event.objects.count()

    load(folders)

    assert (list(Publication.objects.values()), Event.objects.count()) == before
    assert "0 new, 0 changed, 2 unchanged" in capsys.readouterr().out


def test_only_what_changed_is_published_and_the_places_are_printed(folders, capsys):
    load(folders)
    write(folders[0], entry("alpha", kind="legal"))

    load(folders)

    assert "changed: alpha (/kind)" in capsys.readouterr().out
    assert Publication.objects.order_by("-sequence").first().entry_id == "alpha"
    assert Publication.objects.count() == 3


def test_publishers_get_the_names_that_they_have_in_each_language(folders):
    load(folders)
    assert Source.objects.get(pk="hmicfrs-2023").publisher_names == {}
    names = {"en": "HMICFRS", "cy": "Yr arolygiaeth"}
    publishers(folders[0], {"name": "HMICFRS", "languages": names})

    load(folders)

    assert Source.objects.get(pk="hmicfrs-2023").publisher_names == names
    assert "Yr arolygiaeth" in Publication.objects.order_by("-sequence")[0].body


def test_a_publisher_that_is_there_twice_is_refused(folders):
    row = {"name": "HMICFRS", "languages": {"cy": "Yr arolygiaeth"}}
    publishers(folders[0], row, row)

    with pytest.raises(CommandError, match="HMICFRS"):
        load(folders)

    assert not Source.objects.exists()


def test_a_plan_changes_nothing(folders, capsys):
    load(folders, "--plan")

    assert "2 new" in capsys.readouterr().out
    assert not Publication.objects.exists()
    assert not Source.objects.exists()


def test_the_very_files_that_were_loaded_last_are_passed_over(folders, capsys):
    load(folders)
    capsys.readouterr()

    load(folders, "--if-changed")

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        pytest.param(
            entry("gamma", topics=["nothing"]),
            "gamma.yaml#/topics/0",
            "no topic",
            id="topic",
        ),
        pytest.param(
            entry("gamma", related=[{"relation": "related", "id": "nothing"}]),
            "gamma.yaml#/related/0",
            "no entry",
            id="relation",
        ),
        pytest.param(
            entry("gamma", citations=[{"source": "nothing", "lang": "en"}]),
            "gamma.yaml#/citations",
            "no source",
            id="source",
        ),
        pytest.param(
            entry("gamma", languages={"fr": entry("x")["languages"]["en"]}),
            "gamma.yaml#/languages/fr",
            "no language",
            id="language",
        ),
        pytest.param(
            entry("gamma", languages=entry("alpha")["languages"]),
            "gamma.yaml#/languages/en/slug",
            "address of",
            id="address",
        ),
        pytest.param(
            entry("gamma", colour="red"),
            "gamma.yaml#/colour",
            "not permitted",
            id="field",
        ),
    ],
)
def test_one_bad_file_changes_nothing_and_is_named(folders, data, place, reason):
    write(folders[0], data)

    with pytest.raises(CommandError) as caught:
        load(folders)

    assert place in str(caught.value)
    assert reason in str(caught.value)
    assert not Publication.objects.exists()
    assert not Source.objects.exists()


def test_a_file_under_another_name_is_refused(folders):
    path = folders[0] / "entries" / "alpha.yaml"
    path.rename(path.with_name("omega.yaml"))

    with pytest.raises(CommandError, match="the file is named “omega”"):
        load(folders)


def test_a_source_that_is_there_twice_is_refused(folders):
    shutil.copy(folders[1] / "hmicfrs-2023.yaml", folders[1] / "again.yaml")

    with pytest.raises(CommandError, match="there 2 times"):
        load(folders)


def test_a_changed_source_reaches_the_entries(folders):
    load(folders)
    path = folders[1] / "hmicfrs-2023.yaml"
    path.write_text(path.read_text().replace("HMICFRS", "The inspectorate", 1))

    load(folders)

    assert (
        Publication.objects.current().filter(body__contains="The inspectorate").count()
        == 2
    )


def test_every_quotation_is_looked_for(folders, tmp_path, capsys):
    name = yaml.safe_load(Path(folders[1], "hmicfrs-2023.yaml").read_text())["file"]
    text = tmp_path / "documents"
    text.mkdir()
    for path in folders[1].glob("*.yaml"):
        data = yaml.safe_load(path.read_text())
        for source in data if isinstance(data, list) else [data]:
            if source.get("file"):
                (text / source["file"]).write_text("nothing")
    (text / name).write_text("A problem\u00a0\n profile is")

    call_command(
        "verify_quotations", documents=text, fixtures=folders[0], seeds=folders[1]
    )

    assert "Quotations found: 2 of 2." in capsys.readouterr().out


def test_a_quotation_that_is_not_there_is_named(folders, tmp_path):
    changed = [{"source": "hmicfrs-2023", "quotation": "never said", "lang": "en"}]
    write(folders[0], entry("alpha", citations=changed))
    documents = tmp_path / "documents"
    documents.mkdir()
    for path in folders[1].glob("*.yaml"):
        data = yaml.safe_load(path.read_text())
        for source in data if isinstance(data, list) else [data]:
            if source.get("file"):
                (documents / source["file"]).write_text("problem profile")

    with pytest.raises(CommandError) as caught:
        call_command(
            "verify_quotations",
            documents=documents,
            fixtures=folders[0],
            seeds=folders[1],
        )

    assert "Not found: 1 of 2" in str(caught.value)
    assert "alpha.yaml#/citations/0: never said" in str(caught.value)


def test_documents_that_are_not_there_get_a_sentence(folders, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command(
            "verify_quotations",
            documents=tmp_path / "nowhere",
            fixtures=folders[0],
            seeds=folders[1],
        )


def test_a_file_that_cannot_be_read_is_named(folders):
    (folders[0] / "entries" / "gamma.yaml").mkdir()

    with pytest.raises(CommandError, match=r"gamma\.yaml: Is a directory"):
        load(folders)

    assert not Publication.objects.exists()


def test_somebody_without_the_right_cannot_bring_content_in(folders):
    plan = plan_load(read_content(*folders))

    with pytest.raises(PermissionDeniedError):
        apply_plan(plan=plan, actor=User.objects.create_user("reader"))

    assert not Publication.objects.exists()
