// Everything reads without this file: it folds what is long and lets a reader switch kinds of marks off.
"use strict";
(() => {
  const remembered = (() => {
    // A page opened from a file, or with storage refused, simply does not remember.
    try {
      return { get: (key) => localStorage.getItem(key), set: (key, value) => localStorage.setItem(key, value) };
    } catch {
      return { get: () => null, set: () => undefined };
    }
  })();

  // Material's search is a dialog without a name.
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");

  const folds = document.querySelectorAll("details[data-tt-fold]");
  for (const fold of folds) {
    fold.open = location.hash.length > 1 && fold.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`) !== null;
    fold.dataset.ttReady = "";
  }
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...folds].filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });

  const article = document.querySelector(".tt-article");
  for (const entry of document.querySelectorAll("[data-tt-layers] [data-layer]")) {
    const layer = entry.dataset.layer;
    const key = `twicetold-layer-${layer}`;
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = remembered.get(key) !== "off";
    const label = document.createElement("label");
    label.append(box, entry.firstElementChild);
    entry.prepend(label);
    const apply = () => article.classList.toggle(`tt-off-${layer}`, !box.checked);
    box.addEventListener("change", () => {
      remembered.set(key, box.checked ? "on" : "off");
      apply();
    });
    apply();
  }
})();
