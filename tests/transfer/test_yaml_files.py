"""YAML is read strictly, and a refusal gives its reason."""

import pytest

from glossary.errors import DocumentError
from glossary.transfer.yaml_files import MAX_BYTES, read_yaml


def test_plain_values_are_read(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: [1, two, 2024-12-31]\nb: {c: null}\n")

    assert read_yaml(path)["b"] == {"c": None}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"a: 1\na: 2\n", "not-plain-yaml", id="key-twice"),
        pytest.param(b"a: &x 1\n", "not-plain-yaml", id="anchor"),
        pytest.param(b"a: *x\n", "not-plain-yaml", id="alias"),
        pytest.param(b"a: !!python/object:os.system {}\n", "not-plain-yaml", id="tag"),
        pytest.param(b"a: !!str 1\n", "not-plain-yaml", id="harmless-tag"),
        pytest.param(b"a: [\n", "not-plain-yaml", id="broken"),
        pytest.param(b"--- 1\n--- 2\n", "not-plain-yaml", id="two-documents"),
        pytest.param(b"a: 2024-13-41\n", "not-plain-yaml", id="no-such-day"),
        pytest.param(b"a: \x00\n", "not-plain-yaml", id="nul"),
        pytest.param(b"? {a: 1}\n: 2\n", "not-plain-yaml", id="mapping-as-key"),
        pytest.param(b"a: \xff\n", "not-utf-8", id="not-utf-8"),
        pytest.param(b"[" * 100_000, "not-plain-yaml", id="deep"),
        pytest.param(
            b"a: &a [x]\n" + b"b: *a\n" * 2_000_000, "too-large", id="aliases"
        ),
        pytest.param(b" " * (MAX_BYTES + 1), "too-large", id="too-large"),
    ],
)
def test_anything_clever_is_refused(tmp_path, content, code):
    path = tmp_path / "a.yaml"
    path.write_bytes(content)

    with pytest.raises(DocumentError) as caught:
        read_yaml(path)

    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.detail


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "line 4: the key “c” comes twice"),
        ("a: 1\nb: &x 1\n", "line 2: anchors and aliases are not allowed"),
        ("a: 1\nb: {c: &x 1}\n", "line 2: anchors and aliases are not allowed"),
        ("a: 1\n\nb: !!str 1\n", "line 3: tags are not allowed"),
        ("a:\n  " + "[" * 20 + "]" * 20, "line 2: nested deeper than 20"),
        ("a: 1\na:\n  - 2\n", "line 2: the key “a” comes twice"),
        ("a: 1\n? [b]\n: 1\n? [c]\n: 2\n", "line 2: found unhashable key"),
    ],
)
def test_a_refusal_names_the_line(tmp_path, content, detail):
    path = tmp_path / "a.yaml"
    path.write_text(content)

    with pytest.raises(DocumentError, match=detail.partition(": ")[2]) as caught:
        read_yaml(path)

    (problem,) = caught.value.problems
    assert (problem.place, problem.detail) == ("", detail)


def test_a_refusal_without_a_line_is_one_sentence(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: \x00\n")

    with pytest.raises(DocumentError) as caught:
        read_yaml(path)

    assert [row.detail for row in caught.value.problems] == [
        "unacceptable character #x0000: control characters are not allowed"
    ]


def test_what_is_no_text_is_refused_at_its_byte(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: \xff\n")

    with pytest.raises(DocumentError, match=r"^not UTF-8 at byte 3$"):
        read_yaml(path)


def test_so_much_is_read_and_no_more(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: 1" + " " * (MAX_BYTES - 4))
    assert read_yaml(path) == {"a": 1}

    path.write_text("a: 1" + " " * (MAX_BYTES - 3))
    with pytest.raises(DocumentError, match=r"^larger than 1,048,576 bytes$"):
        read_yaml(path)


def test_twenty_deep_is_read_more_than_once(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("[" * 20 + "]" * 20)
    assert read_yaml(path)

    deep = "[" * 19 + "]" * 19
    path.write_text(f"a: {deep}\nb: {deep}\n")
    assert read_yaml(path).keys() == {"a", "b"}


def test_a_key_may_come_again_in_another_part(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {a: 1, b: {a: 2}}\n- {a: 3}\n")

    assert read_yaml(path) == [{"a": 1, "b": {"a": 2}}, {"a": 3}]
