"""E-mails that were saved are read as people read them."""

from __future__ import annotations

import time
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from glossary.files import Fault, FileError, Gap, Unread, read_file
from glossary.files.mail import DEEPEST, MOST_PARTS, read_mail
from tests.files import mails
from tests.files.damage import damaged
from tests.files.mails import MARKUP, SHOWN, WORDS, both, raw, written

ENCLOSED = (Gap(Unread.ENCLOSED),)


def text(message):
    return read_mail(bytes(message)).text


def body(message):
    return text(message).removeprefix(f"{SHOWN}\n\n")


def fault(data):
    with pytest.raises(FileError) as caught:
        read_mail(bytes(data))
    return caught.value.fault


@pytest.mark.parametrize("encoding", ["utf-8", "iso8859-14"])
@pytest.mark.parametrize("transfer", ["8bit", "base64", "quoted-printable"])
def test_a_mail_is_what_people_read_of_it(encoding, transfer):
    words = "Y tŷ, y dŵr.\n\nThe police."
    message = written(words, charset=encoding, cte=transfer)

    assert read_mail(bytes(message)) == (f"{SHOWN}\n\n{words}", ())


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        pytest.param("=?utf-8?B?VMW3?= =?utf-8?Q?_b?=", "Tŷ b", id="two-words"),
        pytest.param(
            "=?utf-8?Q?T=C5?=\r\n =?utf-8?Q?=B7?= bach", "Tŷ bach", id="cut-in-a-sign"
        ),
        pytest.param("=?iso-8859-14*cy?q?T=FE?=", "Tŷ", id="with-its-language"),
        pytest.param("=?x-nothing?q?caf=E9?=", "café", id="label-that-nobody-knows"),
        pytest.param("Re: =?utf-8?q?t=C5=B7?= – a", "Re: tŷ – a", id="among-words"),
        pytest.param("Tŷ", "Tŷ", id="as-it-is"),
        pytest.param("one\r\n\ttwo", "one two", id="over-lines"),
    ],
)
def test_headers_are_read_as_people_read_them(header, shown):
    assert (
        read_mail(raw(f"Subject: {header}", "", "x")).text == f"Subject: {shown}\n\nx"
    )


@pytest.mark.parametrize(
    "header", ["=?utf-8?b?a?=", "\1\2\3\4"], ids=["broken", "no-text"]
)
def test_a_header_that_nobody_can_read_is_left_out(header):
    assert (
        read_mail(raw(f"Subject: {header}", "From: a", "", "x")).text == "From: a\n\nx"
    )


def test_of_two_headers_the_first_counts():
    assert read_mail(raw("Subject: a", "subject: b", "", "x")).text == "Subject: a\n\nx"


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        pytest.param("text/plain; charset=x-none", b"t\xc5\xb7", "tŷ", id="unknown"),
        pytest.param("text/plain; charset=us-ascii", b"it\x92s", "it’s", id="ascii"),
        pytest.param("text/plain; charset=iso-8859-1", b"it\x92s", "it’s", id="latin"),
        pytest.param("text/plain; charset=utf-8", b"it\x92s", "it’s", id="no-utf-8"),
        pytest.param(
            "text/plain; charset=iso-8859-1", b"t\xc5\xb7", "tŷ", id="utf-8-after-all"
        ),
        pytest.param(
            "text/html; charset=iso-8859-14",
            b"<meta charset=windows-1252><p>t\xfe",
            "tŷ",
            id="the-mail-counts-for-more-than-its-page",
        ),
        pytest.param("text/plain; charset=cp850", b"\x9c5", "£5", id="dos"),
        pytest.param("text/html; charset=IBM437", b"<p>\x9c5", "£5", id="older-dos"),
        pytest.param("text/html", b"<p>Police<td>Force", "Police\n\nForce", id="page"),
        pytest.param(
            "text/plain", b"<html><p>Po<b>lice", "Police", id="page-after-all"
        ),
        pytest.param("text/plain", b"<p>Police", "<p>Police", id="text-with-signs"),
        pytest.param("multipart/mixed", b"plain", "plain", id="parts-that-are-none"),
        pytest.param("nonsense", b"plain", "plain", id="no-kind"),
    ],
)
def test_the_encoding_that_is_told_is_believed_where_it_can_be(kind, data, words):
    assert read_mail(raw(f"Content-Type: {kind}", "", data)).text == words


def test_signs_that_nobody_can_read_are_said():
    data = raw(
        "Content-Type: text/plain; charset=utf-8", "", "tŷ a dŵr ".encode() + b"\x81"
    )

    assert read_mail(data) == ("tŷ a dŵr \ufffd", (Gap(Unread.SIGNS),))


@pytest.mark.parametrize("label", ["utf-7", "UNICODE-1-1-UTF-7", "x-unicode-2-0-utf-7"])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_utf_7_hides_in_letters_is_not_undone_and_said(kind, label):
    data = raw(
        f"Content-Type: text/{kind}; charset={label}", "", "+ADw-script+AD4- 2+1"
    )

    assert read_mail(data) == ("\ufffdscript\ufffd 2+1", (Gap(Unread.SIGNS),))


def test_signs_of_a_header_that_nobody_can_read_are_said():
    assert read_mail(raw("Subject: =?utf-8?q?it=81s?= ", "", "x")) == (
        "Subject: it\ufffds\n\nx",
        (Gap(Unread.SIGNS),),
    )


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        pytest.param("One \ntwo \nthree.\nFour.", "One two three.\nFour.", id="lines"),
        pytest.param("One \n\nTwo", "One \n\nTwo", id="paragraphs"),
        pytest.param("> a \n> b\n>\n>c", "> a b\n>\n> c", id="quoted"),
        pytest.param("> a \nb \n>> c", "> a \nb \n>> c", id="quoted-less-and-more"),
        pytest.param(" From a\n > b\n  c", "From a\n> b\n c", id="spaces-put-before"),
        pytest.param("Yours \n-- \nAnn", "Yours \n-- \nAnn", id="signature"),
    ],
)
def test_lines_that_a_program_folded_go_on(lines, shown):
    kind = "Content-Type: text/plain; format=Flowed"

    assert read_mail(raw(kind, "", lines.replace("\n", "\r\n"))).text == shown


def test_words_that_a_program_folded_are_whole():
    kind = "Content-Type: text/plain; format=flowed; DelSp=Yes"
    lines = "The safe \nguarding  \nlead.\n-- \nAnn"

    assert read_mail(raw(kind, "", lines)).text == "The safeguarding lead.\n-- \nAnn"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        pytest.param("<bold>Po</bold>lice\nforce", "Police force", id="lines"),
        pytest.param("One</bold>\n\n<x-nothing>Two", "One\nTwo", id="paragraphs"),
        pytest.param("a\n<bold>\n</bold>\nb", "a\n\nb", id="across-commands"),
        pytest.param("<<b> < c", "<b> < c", id="signs"),
        pytest.param("<Color><Param>red</Param>a</Color>b", "ab", id="parameters"),
        pytest.param("<nofill>a\nb</nofill>\nc", "a\nb c", id="kept-lines"),
        pytest.param("</param></nofill>a\nb", "a b", id="ends-alone"),
    ],
)
def test_a_text_that_is_marked_up_is_its_words(markup, shown):
    data = raw("Content-Type: text/enriched", "", markup.replace("\n", "\r\n"))

    assert read_mail(data).text == shown


def test_of_a_text_and_a_page_the_text_is_read():
    assert body(both(WORDS, "<p>other")) == WORDS


@pytest.mark.parametrize("words", ["", " \n"])
def test_a_page_is_read_where_the_text_has_no_words(words):
    assert body(both(words, MARKUP)) == WORDS


def test_of_an_invitation_the_text_is_read_and_nothing_is_missing():
    message = both(WORDS, MARKUP)
    message.add_alternative("BEGIN:VCALENDAR", subtype="calendar")

    assert read_mail(bytes(message)) == (f"{SHOWN}\n\n{WORDS}", ())


def test_an_invitation_alone_is_a_file():
    message = MIMEMultipart("alternative")
    message.attach(MIMEText("BEGIN:VCALENDAR", "calendar"))

    assert read_mail(bytes(message)) == ("", ENCLOSED)


def test_a_file_in_the_page_of_a_mail_is_said_also_where_the_text_is_read():
    assert read_mail(bytes(mails.from_a_mac())) == (WORDS, ENCLOSED)


def test_the_pictures_of_a_page_are_no_files():
    assert read_mail(bytes(mails.from_outlook())) == (WORDS, ())


def test_a_file_beside_the_pictures_of_a_page_is_said():
    message = mails.from_outlook()
    file = MIMEText("notes")
    file["Content-Disposition"] = "attachment"
    message.attach(file)

    assert read_mail(bytes(message)) == (WORDS, ENCLOSED)


@pytest.mark.parametrize(
    ("data", "how"),
    [
        (b"%PDF-", {"maintype": "application", "subtype": "pdf"}),
        (b"GIF8", {"maintype": "image", "subtype": "gif"}),
        ("notes", {"subtype": "plain"}),
        ("a,b", {"subtype": "csv", "disposition": "inline"}),
    ],
    ids=["pdf", "picture", "text", "table"],
)
def test_a_file_with_a_mail_is_said_and_not_read(data, how):
    message = written()
    message.add_attachment(data, filename="a", **how)

    assert read_mail(bytes(message)) == (f"{SHOWN}\n\n{WORDS}", ENCLOSED)


def test_a_text_that_is_shown_in_a_mail_is_read():
    message = written()
    message.add_attachment("And this.", filename="a.txt", disposition="inline")

    assert body(message) == f"{WORDS}\n\nAnd this."


def test_a_part_that_says_it_is_text_and_is_none_is_a_file():
    data = raw("Content-Type: text/plain", "", b"a\1\2\3\4\5\6")

    assert read_mail(data) == ("", ENCLOSED)


def test_a_mail_in_a_mail_is_read():
    message = EmailMessage()
    message["Subject"] = "Fwd"
    message.set_content("See below.")
    message.add_attachment(both(WORDS, MARKUP))

    assert text(message) == f"Subject: Fwd\n\nSee below.\n\n{SHOWN}\n\n{WORDS}"


@pytest.mark.parametrize("kind", ["delivery-status", "partial", "external-body"])
def test_what_machines_say_to_each_other_is_a_file(kind):
    assert read_mail(raw(f"Content-Type: message/{kind}", "", "a: b", "")) == (
        "",
        ENCLOSED,
    )


def test_a_mail_that_is_packed_in_a_mail_is_a_file():
    data = raw(
        "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", "eA=="
    )

    assert read_mail(data) == ("", ENCLOSED)


@pytest.mark.parametrize("kind", ["pgp-signature", "pkcs7-signature"])
def test_a_signature_is_nothing_to_read(kind):
    signed = MIMEMultipart("signed")
    signed.attach(MIMEText(WORDS))
    signature = MIMEText("x")
    signature.replace_header("Content-Type", f"application/{kind}")
    signed.attach(signature)

    assert read_mail(bytes(signed)) == (WORDS, ())


@pytest.mark.parametrize(
    "data",
    [
        raw(
            "Content-Type: multipart/encrypted; boundary=b", "", "--b", "", "x", "--b--"
        ),
        raw("Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "", "x"),
        raw("Content-Type: application/x-pkcs7-mime; name=smime.p7m", "", "x"),
        raw("Subject: a", "", "-----BEGIN PGP MESSAGE-----", "x"),
    ],
    ids=["pgp", "s-mime", "old-s-mime", "pgp-in-the-text"],
)
def test_a_mail_that_is_locked_says_so(data):
    assert fault(data) is Fault.ENCRYPTED


def test_what_is_not_locked_of_a_mail_is_read():
    locked = "Before\n-----BEGIN PGP MESSAGE-----\nx\n-----END PGP MESSAGE-----\nafter"

    assert read_mail(bytes(written(locked))) == (
        f"{SHOWN}\n\nBefore\n\nafter",
        (Gap(Unread.LOCKED),),
    )


def test_a_locked_part_beside_others_is_said():
    whole = MIMEMultipart("mixed")
    whole.attach(MIMEText(WORDS))
    whole.attach(MIMEMultipart("encrypted"))

    assert read_mail(bytes(whole)) == (WORDS, (Gap(Unread.LOCKED),))


def test_the_signature_around_a_text_is_nothing_to_read():
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nOne\r\n- -- \r\nAnn"
        "\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----\r\nEnd"
    )

    assert read_mail(raw("Subject: a", "", signed)) == (
        "Subject: a\n\nOne\n-- \nAnn\n\nEnd",
        (),
    )


@pytest.mark.parametrize(
    ("lines", "shown", "gaps"),
    [
        pytest.param(
            "begin 644 a.txt\n#0V%T\n`\nend", "Before\n\n\nafter", ENCLOSED, id="file"
        ),
        pytest.param(
            "begin 644 a.txt\n", "Before\n\nbegin 644 a.txt\n\nafter", (), id="a-line"
        ),
    ],
)
def test_a_file_within_a_text_is_said_and_not_shown(lines, shown, gaps):
    data = raw("Subject: a", "", f"Before\n\n{lines}\nafter".replace("\n", "\r\n"))

    assert read_mail(data) == (f"Subject: a\n\n{shown}", gaps)


def test_a_mail_that_is_sealed_and_not_locked_is_a_file():
    kind = "Content-Type: application/pkcs7-mime; smime-type=signed-data"

    assert read_mail(raw("Subject: a", kind, "", "x")) == ("Subject: a", ENCLOSED)


PARTS = [
    ("application", "pdf", "inline"),
    ("application", "pdf", "attachment"),
    ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document", ""),
]


@pytest.mark.parametrize("outer", ["related", "mixed"])
@pytest.mark.parametrize(("main", "sub", "disposition"), PARTS)
def test_a_file_is_told_though_a_page_could_show_it(main, sub, disposition, outer):
    whole = MIMEMultipart(outer)
    whole.attach(MIMEText(f"<p>{WORDS}", "html"))
    file = MIMEApplication(b"%PDF-", sub)
    file["Content-ID"] = "<1@x>"
    if disposition:
        file.add_header("Content-Disposition", disposition, filename="a.pdf")
    whole.attach(file)

    assert read_mail(bytes(whole)) == (WORDS, ENCLOSED)


def test_a_photo_beside_a_text_is_told():
    whole = MIMEMultipart("mixed")
    whole.attach(MIMEText(WORDS))
    photo = MIMEImage(b"GIF89a", "gif")
    photo["Content-ID"] = "<1@x>"
    whole.attach(photo)

    assert read_mail(bytes(whole)) == (WORDS, ENCLOSED)


def test_a_text_beside_a_page_is_read():
    whole = MIMEMultipart("related")
    whole.attach(MIMEText(f"<p>{WORDS}", "html"))
    whole.attach(MIMEText("And this."))

    assert read_mail(bytes(whole)) == (f"{WORDS}\n\nAnd this.", ())


def test_a_plain_part_that_only_points_at_the_page_is_not_the_letter():
    whole = MIMEMultipart("alternative")
    whole.attach(MIMEText("Your program cannot show this mail."))
    whole.attach(MIMEText(f"<p>{' '.join([WORDS] * 9)}", "html"))

    assert read_mail(bytes(whole)).text == " ".join([WORDS] * 9)


def test_a_page_in_one_file_is_the_page():
    assert read_mail(bytes(mails.saved_page())) == (WORDS, ())


def test_a_page_in_one_file_is_what_stands_in_its_frames():
    page = mails.saved_page("<frameset><frame src=a></frameset>")

    assert read_mail(bytes(page)) == ("In a frame", ())


@pytest.mark.parametrize(
    "before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"From a@b Mon Nov  2 10:00:00 2026\n"]
)
def test_what_programs_put_before_a_mail_is_no_part_of_it(before):
    assert read_mail(before + bytes(written())).text == f"{SHOWN}\n\n{WORDS}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32-le"])
def test_a_mail_that_an_editor_saved_in_a_wide_encoding_is_read(encoding):
    data = bytes(written(cte="8bit")).decode().encode(encoding)

    assert read_mail(data).text == f"{SHOWN}\n\n{WORDS}"


PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD'
    b' PLIST 1.0//EN">\n<plist><dict><key>date-sent</key></dict></plist>\n'
)


@pytest.mark.parametrize("behind", [PROPERTIES, b""])
def test_a_mail_that_apple_keeps_is_read_without_what_stands_around_it(behind):
    data = bytes(written())

    assert read_mail(b"%d      \n" % len(data) + data + behind) == (
        f"{SHOWN}\n\n{WORDS}",
        (),
    )


FOLDER = (
    b"From a@b Mon Nov  2 10:00:00 2026\nSubject: one\nMessage-ID: <1@b>\n\n"
    b"First.\n>From here on.\n\nFrom Mon to Fri May 5 was fine.\n%b"
    b"From - Tue Nov  3 10:00:00 2026\nSubject: two\nMessage-ID: <2@b>\n\n"
    b"Second.\n>>From there.\n"
)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_all_mails_of_a_folder_that_is_one_file_are_read(end):
    assert read_mail((FOLDER % b"\n").replace(b"\n", end)) == (
        "Subject: one\n\nFirst.\nFrom here on.\n\nFrom Mon to Fri May 5 was fine."
        "\n\nSubject: two\n\nSecond.\n>From there.",
        (),
    )


def test_a_mail_without_headers_is_one_of_its_folder():
    data = FOLDER % b"\n" + b"\nFrom a@b Wed Nov  4 10:00:00 2026\n\nThird.\n"

    assert read_mail(data).text.endswith(">From there.\n\nThird.")


def test_a_line_of_a_mail_that_looks_as_if_a_mail_began_is_a_line_of_it():
    assert "From - Tue" in read_mail(FOLDER % b"").text


def test_of_a_folder_of_mails_what_is_not_locked_is_read():
    mails_ = FOLDER.replace(b"First.", b"-----BEGIN PGP MESSAGE-----") % b"\n"

    assert read_mail(mails_).text.endswith("Second.\n>From there.")


@pytest.mark.parametrize("form", ["attachment", "inline"])
def test_a_name_of_any_length_hides_no_part(form):
    name = "".join(f";\r\n filename*{at}*=%C5%B7{'a' * 60}" for at in range(30))
    data = raw(f"Content-Disposition: {form}{name}", "", WORDS)

    assert (
        read_mail(data)
        == {
            "attachment": ("", ENCLOSED),
            "inline": (WORDS, ()),
        }[form]
    )


def nested(depth):
    heads = (
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
        for number in range(depth)
    )
    return b"".join(heads) + b"\ndeep"


@pytest.mark.parametrize("label", ["undefined", "a\0b"])
def test_a_mail_that_its_reader_stumbles_over_is_broken(label):
    kind = f"Content-Type: multipart/mixed; boundary*={label}'en'%ff"

    assert fault(raw(kind, "", "--b", "", "x")) is Fault.BROKEN


def many(count):
    return raw(
        "Content-Type: multipart/mixed; boundary=b",
        *["", "--b", "", "x"] * count,
        "--b--",
    )


def test_mails_are_nested_so_deep_and_no_deeper():
    assert "deep" in read_mail(nested(DEEPEST)).text
    assert fault(nested(DEEPEST + 1)) is Fault.TOO_MUCH
    assert fault(nested(2000)) is Fault.TOO_MUCH


def test_a_mail_has_so_many_parts_and_no_more():
    assert read_mail(many(MOST_PARTS - 1)).text.count("x") == MOST_PARTS - 1
    assert fault(many(MOST_PARTS)) is Fault.TOO_MUCH


HUGE = {
    "mails": b"From a@b Mon Nov 2\na: b\n\n" * 75_000,
    "header": b"Subject: " + b"=?a?q?" * 300_000 + b"\n\nx",
    "address": b"To: " + b"(" * 1_900_000 + b"\n\nx",
    "parameters": b"Content-Type: text/plain;" + b"a*1*=b;" * 250_000 + b"\n\nx",
    "semicolons": b"Content-Type: text/plain" + b";" * 1_900_000 + b"\n\nx",
    "semicolons of many parts": nested(1)
    + (b"\n--b0\nContent-Type: text/plain" + b";" * 2000 + b"\n\nx") * 900,
    "headers": b"a: b\n" * 380_000 + b"\nx",
    "breaks": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 380_000,
    "flowed": b"Content-Type: text/plain; format=flowed\n\na" + b"> \n" * 600_000,
    "enriched": b"Content-Type: text/enriched\n\na" + b"<param>" * 280_000,
    "signed": b"a: b\n\nx-----BEGIN PGP SIGNED MESSAGE-----\n"
    + b"-----BEGIN PGP SIGNATURE-----\n" * 60_000,
    "files": b"a: b\n\nx\n" + b"begin 644 a\n```\n" * 120_000,
    "commands": b"Content-Type: text/enriched\n\n" + b"<" + b"a" * 1_900_000,
    "boundaries": nested(25) + b"\nx" * 900_000,
}


def outcome(read, *given):
    """Return what is the matter with a file, or nothing where it gives a text."""
    try:
        assert isinstance(read(*given).text, str)
    except FileError as error:
        return error.fault
    return None


@pytest.mark.parametrize("name", HUGE)
def test_a_bomb_ends_in_the_process_that_reads_it(name):
    assert outcome(read_file, "a.eml", HUGE[name]) in {None, Fault.TOO_MUCH}


@pytest.mark.parametrize("name", [one for one in HUGE if "semicolons" in one])
def test_what_takes_the_libraries_long_is_left_before_they_see_it(name):
    began = time.process_time()

    assert read_mail(HUGE[name]).text.endswith("x")
    assert time.process_time() - began < 2


CORPUS = [
    bytes(written(cte="base64")),
    bytes(both(WORDS, MARKUP)),
    bytes(mails.from_a_mac()),
    bytes(mails.from_outlook()),
    bytes(mails.saved_page()),
    FOLDER % b"\n",
    b"99\n" + bytes(written()) + PROPERTIES,
    nested(3),
    raw(
        "Subject: =?utf-8?b?VMW3?=",
        'Content-Type: text/html; charset="utf-8"',
        "",
        MARKUP,
    ),
]


def test_damaged_mails_give_a_text_or_say_what_is_the_matter():
    found = {outcome(read_mail, data) for data in damaged(CORPUS, 3000)}

    assert found <= {None, Fault.BROKEN, Fault.ENCRYPTED, Fault.TOO_MUCH}
