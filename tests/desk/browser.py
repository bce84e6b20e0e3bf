"""A browser at the desk: it keeps cookies as browsers do, and sends forms."""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from tests.web.html import Element, read

if TYPE_CHECKING:
    from tests.site import Answer, Site

FORM = "application/x-www-form-urlencoded"
SECURE = "https://testserver"


def _action(form: str) -> dict[str, str]:
    return {"action": form} if form else {}


class Browser:
    """Somebody with an address of their own, and a jar for cookies."""

    def __init__(
        self, site: Site, *, origin: str = SECURE, address: str = "192.0.2.7"
    ) -> None:
        self._site = site
        self._origin = origin
        self._address = address
        self.jar: dict[str, Any] = {}

    def get(self, path: str, **headers: str) -> Answer:
        """GET a path."""
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, fields: dict[str, Any], **headers: str) -> Answer:
        """POST fields as they are; one that is a list comes several times."""
        own = {"origin": self._origin, "content_type": FORM, **headers}
        return self._ask("POST", path, urlencode(fields, doseq=True).encode(), own)

    def ask_with_body(self, path: str, body: bytes, content_type: str) -> Answer:
        """POST a body that is made already, such as a file."""
        own = {"origin": self._origin, "content_type": content_type}
        return self._ask("POST", path, body, own)

    def send(
        self,
        page: str,
        fields: dict[str, str],
        *,
        form: str = "",
        to: str = "",
        **headers: str,
    ) -> Answer:
        """Open a page, fill a form in, and send it to where it says, or to ``to``.

        That is the one that is sent to ``form``, or else the last one.
        """
        forms = read(self.get(page).text).every("form", **_action(form))
        return self._fill(page, forms[-1], fields, to, headers)

    def _fill(
        self, page: str, form: Element, fields: dict[str, str], to: str, headers: Any
    ) -> Answer:
        hidden = {
            one.get("name"): one.get("value")
            for one in form.every("input", type="hidden")
        }
        path = to or form.get("action") or page
        return self.post(path, {**hidden, **fields}, **headers)

    def sign_in(
        self, name: str, password: str, page: str = "/desk/en/sign-in/", **headers: str
    ) -> Answer:
        """Fill in the form that lets people in."""
        return self.send(page, {"username": name, "password": password}, **headers)

    def _ask(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> Answer:
        own: dict[str, Any] = {"x_forwarded_for": self._address, **headers}
        sent = "; ".join(
            f"{name}={cookie.value}"
            for name, cookie in self.jar.items()
            if urlsplit(path).path.startswith(cookie["path"])
        )
        if sent:
            own.setdefault("cookie", sent)
        answer = self._site.ask(method, self._origin + path, body=body, **own)
        for said in answer.cookies:
            for name, cookie in SimpleCookie(said).items():
                self.jar[name] = cookie
                if cookie["max-age"] == "0":
                    del self.jar[name]
        return answer
