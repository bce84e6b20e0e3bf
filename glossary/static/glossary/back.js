// After “Exit this page”, Back leads to the other website again and shows nothing of ours.
// The page that was left has a mark of that in the tab's own history, and no other trace:
// whoever comes to it goes forward again, and whoever is quicker is led away too. Reloading
// shows the page. It stands in the head and waits for nothing, so that nothing is seen.
(() => {
  "use strict";

  const LEFT = "left";
  const PATIENCE = 1000;
  const { exit, title } = document.currentScript.dataset;
  const [arrival] = performance.getEntriesByType("navigation");

  const hide = () => {
    document.documentElement.hidden = true;
    document.title = title;
  };
  const leadAway = () => {
    hide();
    window.location.replace(exit);
  };
  const goForward = () => {
    hide();
    window.name = LEFT;
    window.history.forward();
    window.setTimeout(leadAway, PATIENCE);
  };

  // The browser drops a page that it keeps for Back when one leaves by the way out.
  const pages = "BroadcastChannel" in window ? new BroadcastChannel("left") : null;
  document.addEventListener("left", () => pages?.postMessage(""));

  if (window.history.state?.left) {
    if (arrival?.type === "reload") window.history.replaceState(null, "");
    else goForward();
  } else if (window.name === LEFT) {
    window.name = "";
    if (arrival?.type === "back_forward") leadAway();
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && window.history.state?.left) goForward();
  });

  // What a page keeps in the tab's name, a text that it explains, is for this site alone.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && link.origin !== window.location.origin) window.name = "";
  });
})();
