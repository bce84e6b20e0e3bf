"""Mails and saved pages, as the programs that people use write them."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

HEADERS = {
    "From": "Siân Llŷr <sian@council.example>",
    "To": "Jo Tŷ <jo@home.example>",
    "Date": "Mon, 02 Nov 2026 10:00:00 +0000",
    "Subject": "Atgyfeiriad – a referral",
}
SHOWN = "\n".join(f"{name}: {words}" for name, words in HEADERS.items())
WORDS = "The child’s plan goes to the tŷ."
MARKUP = f"<html><body><p>{WORDS}</p><p hidden>secret</p></body></html>"


def written(words: str = WORDS, **more: Any) -> EmailMessage:
    """Return a mail of plain text with its headers."""
    message = EmailMessage()
    for name, value in HEADERS.items():
        message[name] = value
    message.set_content(words, **more)
    return message


def both(words: str, markup: str) -> EmailMessage:
    """Return a mail as most programs send it: plain, and as a page."""
    message = written(words)
    message.add_alternative(markup, subtype="html")
    return message


def raw(*lines: str | bytes, headers: str = "") -> bytes:
    """Return a mail with these lines as they are."""
    encoded = [one.encode() if isinstance(one, str) else one for one in lines]
    return headers.encode() + b"\r\n".join(encoded)


def from_a_mac() -> MIMEMultipart:
    """Return a mail as Apple writes it: a file stands between halves of the page."""
    mixed = MIMEMultipart("mixed")
    mixed.attach(MIMEText(f"<p>{WORDS}", "html"))
    mixed.attach(MIMEApplication(b"%PDF-", "pdf"))
    mixed.attach(MIMEText("<p>Sent from my iPhone", "html"))
    whole = MIMEMultipart("alternative")
    whole.attach(MIMEText(WORDS))
    whole.attach(mixed)
    return whole


def from_outlook() -> MIMEMultipart:
    """Return a page with its pictures, as Outlook sends both."""
    picture = MIMEImage(b"GIF89a", "gif")
    picture["Content-ID"] = "<image001>"
    related = MIMEMultipart("related")
    related.attach(MIMEText(MARKUP, "html"))
    related.attach(picture)
    return related


def saved_page(first: str = MARKUP, second: str = "<p>In a frame") -> MIMEMultipart:
    """Return a page in one file, as Chrome saves it."""
    page = MIMEMultipart("related")
    page["From"] = "<Saved by Blink>"
    page["Subject"] = "A title"
    for markup in (first, second):
        part = MIMEText(markup, "html")
        part["Content-Location"] = "https://council.example/"
        page.attach(part)
    page.attach(MIMEText("p {}", "css"))
    return page
