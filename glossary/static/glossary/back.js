// After “Exit this page”, Back leads to the other website again and shows nothing of ours.
// The page that was left has a mark of that in the tab's own history, which its neighbours
// there can see: whoever comes to it or to one before it goes forward again. Reloading shows
// the page. This stands in the head and waits for nothing, so that nothing is seen.
(() => {
  "use strict";

  const PATIENCE = 1000;
  const { exit, title } = document.currentScript.dataset;

  /** How many steps forward the way out is that was taken; 0 where none was. */
  const stepsToExit = () => {
    const { currentEntry } = window.navigation ?? {};
    if (!currentEntry) return 0;
    const left = (entry) => entry.index >= currentEntry.index && entry.getState()?.left;
    const found = window.navigation.entries().find(left);
    return found ? found.index - currentEntry.index + 1 : 0;
  };

  const leadAway = (steps) => {
    document.documentElement.hidden = true;
    document.title = title;
    window.history.go(steps);
    window.setTimeout(() => window.location.replace(exit), PATIENCE);
  };

  const arrive = (isReloaded) => {
    const steps = stepsToExit();
    if (steps === 1 && isReloaded) window.navigation.updateCurrentEntry({ state: null });
    else if (steps) leadAway(steps);
  };

  // A browser drops the pages that it keeps for Back when one of them leaves.
  const pages = "BroadcastChannel" in window ? new BroadcastChannel("left") : null;
  document.addEventListener("left", () => pages?.postMessage(""));

  arrive(performance.getEntriesByType("navigation")[0]?.type === "reload");
  window.addEventListener("pageshow", (event) => event.persisted && arrive(false));

  // What a page keeps in the tab's name, a text that it explains, is for this site alone.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && link.origin !== window.location.origin) window.name = "";
  });
})();
