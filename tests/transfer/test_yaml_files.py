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
