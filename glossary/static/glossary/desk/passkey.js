// Asks the browser for a passkey when somebody presses the button, and sends what it says
// with the form. Without this the button stays hidden, and a password and a code do.
(() => {
  "use strict";

  const toBytes = (text) => {
    const plain = window.atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };

  const toText = (buffer) => {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return window.btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const known = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

  /** What is asked, with bytes where JSON has text. */
  const understood = (asked) => ({
    ...asked,
    challenge: toBytes(asked.challenge),
    ...(asked.user && { user: { ...asked.user, id: toBytes(asked.user.id) } }),
    ...(asked.allowCredentials && { allowCredentials: known(asked.allowCredentials) }),
    ...(asked.excludeCredentials && { excludeCredentials: known(asked.excludeCredentials) }),
  });

  const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

  /** What the browser says, with text where it has bytes. */
  const said = ({ id, rawId, type, response }) => {
    const parts = PARTS.filter((part) => response[part]).map((part) => [part, toText(response[part])]);
    return JSON.stringify({ id, rawId: toText(rawId), type, response: Object.fromEntries(parts) });
  };

  const show = async (box, form) => {
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    const answer = await window.fetch(box.dataset.ask, { method: "POST", body, redirect: "error" });
    if (!answer.ok) throw new Error("nothing was asked");
    const publicKey = understood(await answer.json());
    const shown = await navigator.credentials[box.dataset.passkey]({ publicKey });
    form.querySelector("[name=passkey]").value = said(shown);
    form.submit();
  };

  document.querySelectorAll("[data-passkey]").forEach((box) => {
    if (!window.PublicKeyCredential) return;
    const [button, hint] = [box.querySelector("button"), box.querySelector("[role=status]")];
    box.hidden = false;
    if (window.location.origin !== box.dataset.site) {
      button.disabled = true;
      hint.textContent = hint.dataset.elsewhere;
      return;
    }
    button.addEventListener("click", () => {
      hint.textContent = "";
      button.disabled = true;
      show(box, box.closest("form"))
        .catch(() => (hint.textContent = hint.dataset.failed))
        .finally(() => (button.disabled = false));
    });
  });
})();
