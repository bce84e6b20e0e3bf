"""Every setting has a kind; what cannot be meant is refused in a sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer import kinds
from explainer.environment import SETTINGS, SettingError, read
from explainer.own_address import own_address

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs" / "settings.md"

NUMBERS = ["", "abc", "-1", "1.5", "1e3", "٣", "0x10", " 1", "1 000", "9" * 30]
FLAGS = ["ja", "maybe", "2", "-1", "y", "n", "enabled", "True!", "yes please", "noo"]
RATES = [
    "banana",
    "600",
    "600/fortnight",
    "0/minute",
    "-1/minute",
    "1.5/minute",
    "/minute",
    "600/",
    "600 / minute",
    "٦/minute",
]
PAGES = [
    "javascript:alert(1)",
    "foo",
    "//evil.example",
    "http://example.org",
    "ftp://example.org",
    "https://",
    "https:///path",
    "data:text/html,x",
    "https://a b.example",
    "https://user:password@example.org/",
]
FOLDERS = [
    "/etc/passwd",
    "/etc/passwd/below",
    "/proc/x",
    "/proc/1/nothing/here",
    "/sys/x",
    "/dev/null",
    "/dev/null/x",
    "manage.py",
    "manage.py/x",
    "/etc/hostname/a/b",
]
_SECRETS = {"SECRET_KEY", "DATABASE_URL", "VALKEY_URL", "EMAIL_URL"}
MORE_WRONG = {
    "ALLOWED_HOSTS": [
        "example.org:99999",
        "[1]",
        "[:]",
        "[::1]x",
        "*:80",
        "a..b",
        "example.org.",
        f"{'a' * 64}.example",
        ".",
    ],
    "EXIT_URL": [
        'https://example.org/"x',
        "https://example.org/<b>",
        "https://example.org:0/",
        "https://.example.org/",
        "https://*/",
        "https://example..org/",
        "https://[1]/",
    ],
    "CONTACT_URL": [
        "mailto:a@*",
        "mailto:a@.example",
        "mailto:a@[::1]",
        "mailto:a@example.org:80",
        "mailto:<a>@example.org",
        "mailto:a,b@example.org",
        "mailto:a@b@example.org",
        'https://example.org/"x',
    ],
    "DATABASE_URL": ["sqlite:///:memory:"],
    "VALKEY_URL": [
        "valkey://host/banana",
        "valkey://host/-1",
        "valkey://host?db=x",
        "valkey://host/0?socket_timeout=banana",
        "unix:///socket?db=x",
    ],
    "SEARCH_INDEX_DIR": [" ", " var", "a" * 300],
    "RENDERINGS_DIR": [" ", "/tmp/not/there/yet", "a" * 300],  # noqa: S108
    "VAR_DIR": ["  ", "a" * 300],
    "RATE_LIMIT": ["600/minute\n"],
    "PORT": ["8000\r"],
}
"""What looks right at first."""
WRONG = {
    "HOST": [
        "",
        "nowhere.example",
        "127.0.0",
        "127.0.0.1:8000",
        "http://127.0.0.1",
        "[::1]",
        "*",
        "256.1.1.1",
        "127.0.0.1 ",
        "everybody",
    ],
    "PORT": [*NUMBERS[:8], "0", "70000"],
    "WORKERS": [*NUMBERS[:8], "0", "1000"],
    "WORKER_MEMORY_MB": [*NUMBERS[:8], "10", "99999999"],
    "SECRET_KEY": [
        "",
        "x",
        "secret",
        "a" * 39,
        "a" * 60,
        "ab" * 30,
        "password",
        "changeme" * 4,
        "abc" * 20,
        "12341234" * 9,
    ],
    "EMAIL_URL": [
        "foo",
        "mail.example",
        "http://mail.example",
        "smtp:",
        "smtp://",
        "smtp://mail.example:0",
        "smtp://mail.example:99999",
        "smtps://mail.example/inbox",
        "smtp://a b@mail.example",
        "smtp://user:pass:word@mail.example",
    ],
    "EMAIL_FROM": [
        "foo",
        "@",
        "a@",
        "@mail.example",
        "a@b@mail.example",
        "Desk <desk@mail.example>",
        "mailto:desk@mail.example",
        "desk@mail.example,other@mail.example",
        "desk@*",
        "desk@mail.example\nBcc: other@mail.example",
    ],
    "DATABASE_URL": [
        "",
        "foo",
        "mysql://a/b",
        "sqlite://:memory:",
        "sqlite://",
        "sqlite:",
        "postgresql://",
        "postgresql://host",
        "http://example.org/a",
        "postgresql://host:port/name",
    ],
    "ALLOWED_HOSTS": [
        "",
        ",",
        "https://example.org",
        "example.org/path",
        "a b",
        "exa_mple.org",
        "example.org:port",
        "example.org:0",
        "-a.example",
        "*.example.org",
    ],
    "HTTPS": FLAGS,
    "SITE_ADDRESS": [
        "",
        "words.example",
        "//words.example",
        "https://",
        "https://words.example/",
        "https://words.example/en",
        "https://words.example?x",
        "https://user@words.example",
        "ftp://words.example",
        "https://*.example",
    ],
    "DESK": FLAGS,
    "DESK_ADDRESS": [
        "desk.example",
        "//desk.example",
        "https://",
        "https://desk.example/",
        "https://desk.example/desk/",
        "https://desk.example,https://other.example",
        "https://anna@desk.example",
        "http://desk.example",
        "https://desk.example.",
        "https://*.example",
    ],
    "DEMO": FLAGS,
    "BEHIND_PROXY": [*NUMBERS[:8], "10", "yes"],
    "DJANGO_DEBUG": FLAGS,
    "EXIT_URL": ["", *PAGES[1:]],
    "CONTACT_URL": [*PAGES[:7], "mailto:", "mailto:nobody", "somebody@example.org"],
    "RATE_LIMIT": [*RATES[:9], "600/day"],
    "KEY_RATE_LIMIT": RATES,
    "VALKEY_URL": [
        "foo",
        "localhost:6379",
        "redis",
        "http://localhost:6379",
        "valkey://",
        "valkey:///1",
        "valkey://host:port",
        "valkey://a b",
        "unix://",
        "unix://host/path",
    ],
    "HELD_ANSWERS_BYTES": NUMBERS,
    "SIGN_OFF_DAYS": [*NUMBERS[:9], "4000"],
    "DESK_PROOF_MINUTES": [*NUMBERS[:9], "4000"],
    "DESK_SECOND_FACTOR": [
        "",
        ",",
        "publish,",
        "Publish",
        "publish withdraw",
        "_",
        "publish_",
        "1",
        "no!",
        "publish;withdraw",
    ],
    "SEARCH_INDEX_DIR": FOLDERS,
    "RENDERINGS_DIR": FOLDERS,
    "VAR_DIR": FOLDERS,
}
RIGHT = {
    "HOST": ["0.0.0.0", "::", "localhost", "127.0.0.1"],  # noqa: S104 (only read)
    "PORT": ["1", "65535"],
    "WORKERS": ["1", "2"],
    "WORKER_MEMORY_MB": ["100", "4096"],
    "SECRET_KEY": ["correct-horse-battery-staple-and-some-more"],
    "DATABASE_URL": [
        "sqlite:////tmp/x.sqlite3",
        "postgresql://user:p%40ss@host:5432/name",
        "postgres:///name?host=/run/postgresql",
    ],
    "ALLOWED_HOSTS": ["example.org", ".example.org", "*", "[::1]", "a.example:8443"],
    "SITE_ADDRESS": [
        "https://words.example",
        "http://localhost:8000",
        "https://[::1]:8443",
        "https://Words.Example",
    ],
    "HTTPS": ["1", "0", "yes", "No", "TRUE", "off", ""],
    "DESK": ["yes", "no"],
    "DESK_ADDRESS": [
        "",
        "https://desk.example",
        "https://Desk.example:8443",
        "http://localhost:8000",
        "http://127.0.0.1:8000",
        "https://[::1]",
    ],
    "DEMO": ["yes", "no"],
    "BEHIND_PROXY": ["0", "1", "9"],
    "DJANGO_DEBUG": ["no"],
    "EXIT_URL": ["https://example.org/weather", "http://127.0.0.1:8000/away"],
    "CONTACT_URL": ["", "https://example.org/contact", "mailto:team@example.org"],
    "RATE_LIMIT": ["1/second", "600/minute"],
    "KEY_RATE_LIMIT": ["6000/hour", "1/day"],
    "VALKEY_URL": [
        "",
        "valkey://localhost",
        "valkeys://user:p%40ss@host:6380/3",
        "unix:///run/valkey.sock",
    ],
    "EMAIL_URL": [
        "",
        "smtp://localhost:2525",
        "smtps://desk%40mail.example:p%40ss@mail.example",
        "smtp://[::1]:25",
        "smtp://user@mail.example/",
    ],
    "EMAIL_FROM": ["", "desk@mail.example"],
    "HELD_ANSWERS_BYTES": ["0", "1000000"],
    "SIGN_OFF_DAYS": ["1", "90", "3650"],
    "DESK_PROOF_MINUTES": ["1", "15", "720"],
    "DESK_SECOND_FACTOR": ["nobody", "changes,write_en", "publish, manage_accounts"],
    "SEARCH_INDEX_DIR": ["", "/tmp", "/tmp/not/there/yet"],  # noqa: S108 (only read)
    "RENDERINGS_DIR": ["", "/tmp"],  # noqa: S108 (only read)
    "VAR_DIR": ["var"],
}


def _cases(table, first=0):
    return [
        pytest.param(name, value, id=f"{name}-{number}")
        for name, values in table.items()
        for number, value in enumerate(values, first)
    ]


def test_every_setting_has_ten_wrong_values_here():
    assert WRONG.keys() == RIGHT.keys() == SETTINGS.keys()
    assert {len(values) for values in WRONG.values()} == {10}


@pytest.mark.parametrize(
    ("name", "value"),
    [*_cases(WRONG), *_cases(MORE_WRONG, first=10)],
)
def test_what_cannot_be_meant_is_refused_by_name(monkeypatch, name, value):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingError) as refusal:
        read(name)

    said = str(refusal.value)
    assert said.startswith(f"{name} must ")
    assert said.endswith(".")
    assert "\n" not in said
    if name in _SECRETS and len(value) > 15:
        assert value not in said


@pytest.mark.parametrize(("name", "value"), _cases(RIGHT))
def test_what_can_be_meant_is_taken(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    read(name)


@pytest.mark.parametrize("name", SETTINGS)
def test_what_a_setting_is_where_nobody_says_is_a_good_value(monkeypatch, name):
    monkeypatch.delenv(name, raising=False)

    read(name)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1", True),
        ("Yes", True),
        ("on", True),
        ("0", False),
        ("", False),
        ("OFF", False),
    ],
)
def test_yes_and_no(text, meant):
    assert kinds.yes_or_no(text) is meant


@pytest.mark.parametrize(
    ("hosts", "is_secure", "port", "address"),
    [
        pytest.param("words.example", True, 8000, "https://words.example", id="public"),
        pytest.param("words.example", True, None, "https://words.example", id="proxy"),
        pytest.param("words.example", False, None, "http://words.example", id="plain"),
        pytest.param("localhost", False, 8000, "http://localhost:8000", id="own"),
        pytest.param("localhost", False, 80, "http://localhost", id="the-usual-port"),
        pytest.param("a.example:8443", True, 8000, "https://a.example:8443", id="port"),
        pytest.param("[::1]", False, 8000, "http://[::1]:8000", id="ipv6"),
        pytest.param("[::1]:81", False, 8000, "http://[::1]:81", id="ipv6-with-port"),
        pytest.param("*,.a.example,b.example", True, 1, "https://b.example", id="any"),
    ],
)
def test_a_site_calls_itself_by_its_first_name(hosts, is_secure, port, address):
    named = kinds.hosts(hosts)

    assert own_address(named, is_secure=is_secure, port=port) == address


@pytest.mark.parametrize("hosts", ["*", ".example.org", "*,.example.org"])
def test_a_site_that_has_no_name_must_be_given_one(hosts):
    with pytest.raises(SettingError, match=r"^SITE_ADDRESS must be set"):
        own_address(kinds.hosts(hosts), is_secure=True, port=None)


def test_the_document_lists_every_setting_and_no_other():
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", DOCS.read_text(), re.MULTILINE)

    assert [name for name, _ in rows] == list(SETTINGS)
    for name, default in rows:
        known = SETTINGS[name].default
        if known:
            assert default == f"`{known}`", name


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"RATE_LIMIT": "banana"}, "RATE_LIMIT must"),
        ({"HTTPS": "ja"}, "HTTPS must be yes or no"),
        ({"SECRET_KEY": ""}, "SECRET_KEY must"),
        ({"ALLOWED_HOSTS": "*"}, "SITE_ADDRESS must be set"),
        (
            {"ALLOWED_HOSTS": "a.example", "DESK_ADDRESS": "https://A.example:8443"},
            "SITE_ADDRESS must be set",
        ),
        (
            {
                "SITE_ADDRESS": "https://a.example",
                "DESK_ADDRESS": "https://a.example:8443",
            },
            "DESK_ADDRESS must have another host",
        ),
        ({"DATABASE_URL": "postgresql://u@127.0.0.1:1/x"}, "The database cannot be"),
        ({"DATABASE_URL": "sqlite:////proc/x.sqlite3"}, "The database cannot be"),
        ({"HOST": "203.0.113.7"}, "Cannot listen on"),
    ],
    ids=[
        "a-rate",
        "a-flag",
        "no-key",
        "no-name",
        "no-host-for-readers",
        "one-host-for-both",
        "no-server",
        "no-folder",
        "no-address",
    ],
)
def test_a_start_that_cannot_be_ends_with_one_sentence(tmp_path, variables, said):
    answer = _start(tmp_path, **variables)

    assert answer.returncode == 1
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        (
            {"ALLOWED_HOSTS": "a.example", "DESK_ADDRESS": "https://Desk.example"},
            "['a.example', 'desk.example'] https://a.example https://desk.example",
        ),
        (
            {
                "ALLOWED_HOSTS": "desk.example,a.example:8443",
                "DESK_ADDRESS": "https://desk.example:443",
            },
            "['a.example:8443', 'desk.example'] https://a.example:8443 "
            "https://desk.example:443",
        ),
        (
            {
                "ALLOWED_HOSTS": "[::1],a.example",
                "SITE_ADDRESS": "https://a.example",
                "DESK_ADDRESS": "https://[::1]:8443",
            },
            "['a.example', '[::1]:8443'] https://a.example https://[::1]:8443",
        ),
        (
            {
                "ALLOWED_HOSTS": "a.example",
                "DESK_ADDRESS": "https://a.example",
                "DESK": "no",
            },
            "['a.example'] https://a.example ",
        ),
    ],
    ids=["beside", "named-already", "ipv6", "switched-off"],
)
def test_the_host_of_the_desk_is_allowed_and_is_nobody_elses(tmp_path, variables, said):
    program = (
        "from explainer.settings import *;"
        "print(ALLOWED_ADDRESSES, SITE_ADDRESS, DESK_ADDRESS)"
    )

    answer = _run(["-c", program], tmp_path, HTTPS="yes", **variables)

    assert answer.stdout.rstrip("\n") == said, answer.stderr


@pytest.mark.parametrize("module", ["explainer.server"])
def test_the_server_itself_ends_with_a_sentence_too(tmp_path, module):
    answer = _run(["-m", module], tmp_path, WORKERS="1000")

    assert answer.returncode == 1
    assert answer.stderr.startswith("WORKERS must be a whole number")


def test_those_that_start_together_have_one_secret_key(tmp_path):
    program = (
        "import secrets, time; whole = secrets.token_urlsafe;"
        "secrets.token_urlsafe = lambda size: time.sleep(0.5) or whole(size);"
        "from explainer.settings import SECRET_KEY; print(SECRET_KEY)"
    )
    kept = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    together = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**kept, "VAR_DIR": str(tmp_path / "new")},
            stdout=subprocess.PIPE,
        )
        for _ in range(3)
    ]

    keys = {process.communicate()[0] for process in together}

    assert keys == {(tmp_path / "new" / "secret-key").read_bytes() + b"\n"}


def test_a_secret_key_that_was_cut_off_is_made_again(tmp_path):
    (tmp_path / "secret-key").write_text("")

    answer = _run(["manage.py", "check"], tmp_path)

    assert answer.returncode == 0, answer.stderr
    assert len((tmp_path / "secret-key").read_text()) > 60
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_refused(monkeypatch):
    monkeypatch.setenv("VAR_DIR", "/proc")  # not even by root

    with pytest.raises(SettingError):
        read("VAR_DIR")


def _start(folder, **variables):
    return _run(["manage.py", "serve"], folder, **variables)


def _run(arguments, folder, **variables):
    inherited = {
        name: value for name, value in os.environ.items() if name not in SETTINGS
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            **inherited,
            "DJANGO_SETTINGS_MODULE": "explainer.settings",
            "VAR_DIR": str(folder),
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
