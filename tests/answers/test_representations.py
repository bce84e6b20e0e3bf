"""A complete answer: its codings, their tags, and what conditions make of it (RFC 9110)."""

from __future__ import annotations

import gzip
import hashlib

import pytest

from glossary.answers.representations import complete, is_whole_file

LONG = b'{"text": "' + b"a long text " * 100 + b'"}'
MODIFIED = "Wed, 01 Jan 2025 12:00:00 GMT"
JSON = [("Content-Type", "application/json; charset=utf-8")]


def made(
    body=LONG, *, status="200 OK", headers=JSON, modified=None, is_read=True, **more
):
    """Return a complete answer; ``vary="Accept"`` becomes a header of Django's."""
    said = {"Last-Modified": modified} if modified else {}
    said |= {name.title().replace("_", "-"): value for name, value in more.items()}
    return complete(status, [*headers, *said.items()], body, is_read=is_read)


def given(answer, method="GET", **headers):
    """Ask for an answer; ``if_none_match="*"`` becomes a header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer.give(method, named.get)


def headers_of(out):
    """Return the headers that went out, each of which must be there once."""
    names = [name.lower() for name, _ in out.headers]
    assert len(names) == len(set(names))
    return {name.lower(): value for name, value in out.headers}


def tag_of(answer, **headers):
    return headers_of(given(answer, **headers))["etag"]


# Codings


@pytest.mark.parametrize("takes", [None, "", "identity", "br", "gzip;q=0"])
def test_who_takes_no_gzip_gets_the_bytes_as_they_are(takes):
    out = given(made(), accept_encoding=takes)

    assert (out.status, out.body) == ("200 OK", LONG)
    assert "content-encoding" not in headers_of(out)
    assert headers_of(out)["content-length"] == str(len(LONG))


def test_who_takes_gzip_gets_the_same_in_fewer_bytes():
    out = given(made(), accept_encoding="br, gzip")

    assert gzip.decompress(out.body) == LONG
    assert len(out.body) < len(LONG)
    assert headers_of(out)["content-encoding"] == "gzip"
    assert headers_of(out)["content-length"] == str(len(out.body))


def test_each_coding_has_a_tag_of_its_own():
    plain, packed = tag_of(made()), tag_of(made(), accept_encoding="gzip")

    assert plain == f'"{hashlib.sha256(LONG).hexdigest()[:32]}"'
    assert packed == f'{plain[:-1]}-gzip"'


def test_the_same_bytes_have_the_same_tag_and_the_same_coding_at_any_time():
    one, other = (given(made(), accept_encoding="gzip") for _ in range(2))

    assert one == other
    assert one.body[4:8] == bytes(4)  # no time of day in it (RFC 1952)


def test_other_bytes_have_another_tag():
    assert tag_of(made(LONG)) != tag_of(made(LONG + b" "))


@pytest.mark.parametrize(
    ("size", "is_packed"), [(0, False), (500, False), (501, True), (2_000_000, True)]
)
def test_what_is_short_is_not_compressed(size, is_packed):
    out = given(made(b"a" * size), accept_encoding="gzip")

    assert ("content-encoding" in headers_of(out)) == is_packed
    assert (gzip.decompress(out.body) if is_packed else out.body) == b"a" * size


@pytest.mark.parametrize(
    ("size", "level"), [(1000, 6), (1024 * 1024 - 1, 6), (1024 * 1024, 1)]
)
def test_what_is_very_long_is_compressed_in_haste(size, level):
    words = b" ".join(b"%d" % (number * number) for number in range(120_000))
    body = words[:size]

    out = given(made(body), accept_encoding="gzip")

    assert len(body) == size
    assert out.body == gzip.compress(body, level, mtime=0)


@pytest.mark.parametrize(
    ("kind", "is_packed"),
    [
        ("text/html; charset=utf-8", True),
        ("text/plain", True),
        ("text/css", True),
        ("text/csv", True),
        ("image/svg+xml", True),
        ("application/json", True),
        ("application/problem+json", True),
        ("application/x-suggestions+json; charset=utf-8", True),
        ("application/yaml", True),
        ("application/vnd.oai.openapi", True),
        ("application/xml", True),
        ("application/opensearchdescription+xml", True),
        ("application/javascript", True),
        ("application/pdf", False),
        ("image/png", False),
        ("font/woff2", False),
        ("application/octet-stream; name=text/json", False),
        ("", False),
    ],
)
def test_what_is_text_is_compressed(kind, is_packed):
    out = given(made(headers=[("Content-Type", kind)]), accept_encoding="gzip")

    assert ("content-encoding" in headers_of(out)) == is_packed


def test_what_says_no_kind_is_not_compressed():
    out = given(made(headers=[]), accept_encoding="gzip")

    assert out.body == LONG


@pytest.mark.parametrize("takes", ["", "gzip"])
@pytest.mark.parametrize(
    ("vary", "whole"),
    [(None, "Accept-Encoding"), ("Accept", "Accept, Accept-Encoding")],
)
def test_caches_are_told_that_it_depends_on_the_coding(vary, whole, takes):
    more = {"vary": vary} if vary else {}

    out = given(made(**more), accept_encoding=takes)

    assert headers_of(out)["vary"] == whole


@pytest.mark.parametrize("takes", ["", "gzip"])
def test_what_django_says_of_bytes_is_said_of_those_that_go_out(takes):
    answer = made(etag='"old"', content_length="1", content_encoding="br")

    out = given(answer, accept_encoding=takes)

    assert headers_of(out)["etag"] != '"old"'
    assert headers_of(out)["content-length"] == str(len(out.body))
    assert headers_of(out).get("content-encoding", "") == takes


@pytest.mark.parametrize("takes", ["", "gzip"])
def test_every_other_header_goes_out_as_it_was_said(takes):
    said = {"Cache-Control": "no-store", "Link": "</x>", "X-Y": "1"} | dict(JSON)

    out = given(made(headers=list(said.items())), accept_encoding=takes)

    assert said.items() <= dict(out.headers).items()


# HEAD


@pytest.mark.parametrize("takes", ["", "gzip"])
def test_head_is_told_what_get_would_be_and_gets_no_bytes(takes):
    got, headed = (
        given(made(), method, accept_encoding=takes) for method in ("GET", "HEAD")
    )

    assert got.body
    assert headed == got._replace(body=b"")


# Tags


@pytest.mark.parametrize(
    ("status", "kind", "is_read", "has_one"),
    [
        ("200 OK", "application/json", True, True),
        ("200 OK", "text/csv", True, True),
        ("200 OK", "application/json", False, False),
        ("200 OK", "text/html; charset=utf-8", True, False),
        ("201 Created", "application/json", True, False),
        ("404 Not Found", "application/problem+json", True, False),
        ("500 Internal Server Error", "application/problem+json", True, False),
    ],
)
@pytest.mark.parametrize("takes", ["", "gzip"])
def test_what_has_a_tag(status, kind, is_read, has_one, takes):
    answer = made(status=status, headers=[("Content-Type", kind)], is_read=is_read)

    assert ("etag" in headers_of(given(answer, accept_encoding=takes))) == has_one


@pytest.mark.parametrize("takes", ["", "gzip"])
@pytest.mark.parametrize(
    "known",
    [
        "{tag}",
        "W/{tag}",
        '"other", {tag}',
        '{tag}, "other"',
        '"other",{tag}',
        'W/"other", W/{tag}',
        " {tag} ",
        "*",
        " * ",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_knows_the_tag_gets_no_bytes(takes, known, method):
    answer = made()
    tag = tag_of(answer, accept_encoding=takes)

    out = given(
        answer, method, accept_encoding=takes, if_none_match=known.format(tag=tag)
    )

    assert (out.status, out.body) == ("304 Not Modified", b"")


@pytest.mark.parametrize("takes", ["", "gzip"])
@pytest.mark.parametrize("known", ['"other"', "", "{bare}", '"{bare}x"', '"x{bare}"'])
def test_who_knows_another_tag_gets_the_bytes(takes, known):
    answer = made()
    bare = tag_of(answer, accept_encoding=takes).strip('"')

    out = given(answer, accept_encoding=takes, if_none_match=known.format(bare=bare))

    assert out == given(answer, accept_encoding=takes)


@pytest.mark.parametrize(("knows", "takes"), [("", "gzip"), ("gzip", "")])
def test_the_tag_of_one_coding_says_nothing_of_the_other(knows, takes):
    answer = made()

    out = given(
        answer,
        accept_encoding=takes,
        if_none_match=tag_of(answer, accept_encoding=knows),
    )

    assert out.status == "200 OK"


def test_a_tag_that_names_nothing_is_not_known_where_there_is_none():
    page = made(headers=[("Content-Type", "text/html")], modified=MODIFIED)

    for known in ("*", '""', ""):
        assert given(page, if_none_match=known).status == "200 OK"


@pytest.mark.parametrize("takes", ["", "gzip"])
def test_what_is_not_modified_is_told_without_what_is_said_of_bytes(takes):
    answer = made(modified=MODIFIED, cache_control="max-age=60", link="</x>")
    whole = headers_of(given(answer, accept_encoding=takes))

    short = headers_of(given(answer, accept_encoding=takes, if_none_match="*"))

    assert whole.keys() - short.keys() == {"content-type", "content-length"}
    assert short.items() <= whole.items()
    assert short.keys() >= {"etag", "vary", "cache-control", "last-modified"}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "condition",
    [{"if_none_match": "*"}, {"if_match": '"other"'}, {"if_modified_since": MODIFIED}],
)
def test_a_condition_of_what_is_sent_is_none_of_ours(method, condition):
    answer = made(modified=MODIFIED)

    assert given(answer, method, **condition).status == "200 OK"


@pytest.mark.parametrize(
    "condition",
    [{"if_none_match": "*"}, {"if_match": '"other"'}, {"if_modified_since": MODIFIED}],
)
def test_what_went_wrong_is_told_whatever_the_condition(condition):
    wrong = made(status="404 Not Found", modified=MODIFIED)

    assert given(wrong, **condition) == given(wrong)


# If-Match


@pytest.mark.parametrize("takes", ["", "gzip"])
@pytest.mark.parametrize("named", ["", "gzip"])
@pytest.mark.parametrize("match", ["{tag}", '"other", {tag}', "*", ' {tag} , "x"'])
def test_who_wants_these_bytes_gets_them_in_any_coding(takes, named, match):
    answer = made()
    tag = tag_of(answer, accept_encoding=named)

    out = given(answer, accept_encoding=takes, if_match=match.format(tag=tag))

    assert out == given(answer, accept_encoding=takes)


@pytest.mark.parametrize("match", ['"other"', "{bare}", "W/{tag}", '"{bare}x"'])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_wants_other_bytes_is_told_that_there_are_none(match, method):
    """A weak tag never matches here (RFC 9110, section 13.1.1)."""
    answer = made()
    tag = tag_of(answer)

    out = given(answer, method, if_match=match.format(tag=tag, bare=tag.strip('"')))

    assert out.status == "412 Precondition Failed"
    assert (headers_of(out), out.body) == ({"content-length": "0"}, b"")


def test_what_is_wanted_comes_before_what_is_known():
    assert given(made(), if_match='"x"', if_none_match="*").status[:3] == "412"


def test_what_is_wanted_may_be_known():
    answer = made()
    tag = tag_of(answer)

    assert given(answer, if_match=tag, if_none_match=tag).status[:3] == "304"


def test_what_has_no_tag_is_given_to_whoever_wants_one():
    page = made(headers=[("Content-Type", "text/html")], modified=MODIFIED)

    assert given(page, if_match='"other"').status == "200 OK"


# If-Modified-Since


@pytest.mark.parametrize(
    ("since", "status"),
    [
        (MODIFIED, "304"),
        ("Wed, 01 Jan 2025 12:00:01 GMT", "304"),
        ("Wed, 01 Jan 2025 11:59:59 GMT", "200"),
        ("Wednesday, 01-Jan-25 12:00:00 GMT", "304"),
        ("2025-01-01", "200"),
        ("", "200"),
        (None, "200"),
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "text/html"])
def test_who_has_seen_it_since_gets_no_bytes(since, status, kind):
    answer = made(headers=[("Content-Type", kind)], modified=MODIFIED)

    out = given(answer, if_modified_since=since)

    assert out.status[:3] == status
    assert out.body == (LONG if status == "200" else b"")


@pytest.mark.parametrize("modified", [None, "yesterday"])
def test_what_has_no_date_is_never_known_by_one(modified):
    answer = made(modified=modified)

    assert given(answer, if_modified_since=MODIFIED).status == "200 OK"


def test_the_first_second_of_all_is_a_date_too():
    page = made(
        headers=[("Content-Type", "text/html")],
        modified="Thu, 01 Jan 1970 00:00:00 GMT",
    )

    assert given(page, if_modified_since=MODIFIED).status[:3] == "304"


def test_a_tag_that_is_asked_for_counts_and_the_date_does_not():
    answer = made(modified=MODIFIED)

    known, unknown = (
        given(answer, if_none_match=tag, if_modified_since=since)
        for tag, since in (("*", "2025"), ('"other"', MODIFIED))
    )

    assert (known.status[:3], unknown.status[:3]) == ("304", "200")


# What it takes, and files


def test_a_long_answer_is_kept_in_both_codings_as_unpacking_holds_up_others(
    monkeypatch,
):
    short, long = (made(b"ab" * 32 * 1024 + b"c" * more) for more in (0, 1))
    asked, unpack = [], gzip.decompress

    def counted(body):
        asked.append(1)
        return unpack(body)

    monkeypatch.setattr(gzip, "decompress", counted)

    assert len(given(short).body) == 64 * 1024
    assert asked == [1]
    assert len(given(long).body) == 64 * 1024 + 1
    assert asked == [1]
    assert long.size > short.size + 64 * 1024


def test_an_answer_takes_its_compressed_bytes_and_no_others():
    answer = made(bytes(range(256)) * 40, link="x" * 1000)
    packed = given(answer, accept_encoding="gzip")

    assert len(given(answer).body) == 256 * 40
    assert (
        len(packed.body) + 2 * 1000 < answer.size < len(packed.body) + 2 * 1000 + 4000
    )
    assert (
        made(b"x" * 300).size < made(b"x" * 500).size < made(b"x" * 500, link="l").size
    )


@pytest.mark.parametrize(
    ("headers", "is_one"),
    [
        ([("Content-Length", "3")], True),
        ([("Content-Type", "text/css"), ("content-length", "3")], True),
        (JSON, False),
        ([], False),
    ],
)
def test_a_file_is_known_by_its_length(headers, is_one):
    assert is_whole_file(headers) == is_one
