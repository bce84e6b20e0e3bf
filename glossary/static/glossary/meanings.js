// Opens what a marked word means where it stands; the link alone leads to the list below.
(() => {
  "use strict";

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.word");
    const button = link?.nextElementSibling;
    const panel = button && document.getElementById(button.getAttribute("popovertarget"));
    if (!panel?.showPopover) return;
    event.preventDefault();
    button.click();
  });
})();
