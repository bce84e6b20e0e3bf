// Opens what a marked word means where it stands; the link alone leads to the list below.
// The longer explanations come when one is opened first: those of all words at once, so
// that nobody learns which word it was.
(() => {
  "use strict";

  let loading = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.word");
    const button = link?.nextElementSibling;
    const panel = button && document.getElementById(button.getAttribute("popovertarget"));
    if (!panel?.showPopover) return;
    event.preventDefault();
    button.click();
  });

  async function load(path) {
    const answer = await fetch(path, { credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  const fill = (details, texts) => {
    const text = texts[details.dataset.longer];
    const place = details.querySelector("[data-fill=text]");
    if (!text) details.remove();
    else if (place) place.outerHTML = text;
  };

  async function opened(event) {
    const details = event.target;
    const place = details.querySelector?.("[data-fill=text]");
    if (!details.open || !details.dataset.longer || !place) return;
    place.textContent = place.dataset.loading;
    try {
      loading ??= load(document.querySelector("[data-longer-texts]").dataset.longerTexts);
      const texts = await loading;
      document.querySelectorAll("details[data-longer]").forEach((one) => fill(one, texts));
    } catch {
      loading = null;
      place.textContent = place.dataset.missing;
    }
  }
  document.addEventListener("toggle", opened, true);
})();
