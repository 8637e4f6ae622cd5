// Everything reads without this file: it folds what is long, lets a reader choose which kinds of marks show, and opens
// Material's menu to a keyboard.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Material's search is a dialog without a name.
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");

  // Folds. Notes stand beside their paragraph on a wide screen, and below it under one fold on a narrow one.
  const narrow = matchMedia("screen and (max-width: 60em)");
  const folds = all("details:is([data-tt-fold], [data-tt-notes], [data-tt-narrow])");
  const leadsTo = (fold) => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const about = "ttNotes" in fold.dataset ? fold.closest(".tt-row") : fold;
    return Boolean(target) && about.contains(target);
  };
  const stands = (fold) =>
    "ttNotes" in fold.dataset
      ? fold.classList.contains("tt-more") === narrow.matches
      : "ttNarrow" in fold.dataset && !narrow.matches;
  const setFolds = () => {
    for (const fold of folds) fold.open = stands(fold) || leadsTo(fold);
  };
  setFolds();
  for (const fold of folds) fold.dataset.ttReady = "";
  narrow.addEventListener("change", () => matchMedia("print").matches || setFolds());
  addEventListener("hashchange", () => {
    for (const fold of folds) fold.open ||= leadsTo(fold);
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
    root.classList.remove("tt-unmarked");
  });

  // The kinds of marks; which are off stands in the classes of the root, set before the first paint.
  const boxes = all("[data-tt-layers] [data-layer]").map((entry) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = entry.dataset.layer;
    const label = document.createElement("label");
    label.append(box, entry.firstElementChild);
    entry.prepend(label);
    return box;
  });
  const isOff = (layer) => root.classList.contains(`tt-off-${layer}`);
  const showState = () => {
    for (const box of boxes) box.checked = !isOff(box.value);
    // A fold counts what it holds. An empty one keeps its place, so that nothing moves.
    for (const fold of all("details[data-tt-notes]")) {
      const notes = all(".tt-note", fold).filter((note) => getComputedStyle(note).display !== "none");
      const more = fold.classList.contains("tt-more") ? " more" : "";
      fold.firstElementChild.textContent = `${notes.length}${more} ${notes.length === 1 ? "note" : "notes"}`;
      fold.classList.toggle("tt-empty", notes.length === 0);
    }
  };
  const setOff = (layers) => {
    const others = [...root.classList].filter((name) => !name.startsWith("tt-off-"));
    root.className = [...others, ...layers.map((layer) => `tt-off-${layer}`)].join(" ");
    try {
      localStorage.setItem("twicetold-off", layers.join(" "));
    } catch {
      // A page opened from a file, or with storage refused, simply does not remember.
    }
    showState();
  };
  const offNow = () => [...root.classList].filter((name) => name.startsWith("tt-off-")).map((name) => name.slice(7));
  for (const box of boxes) {
    box.addEventListener("change", () =>
      setOff(box.checked ? offNow().filter((layer) => layer !== box.value) : [...offNow(), box.value]),
    );
  }
  const choices = { all: () => [], few: () => root.dataset.ttFew.split(" "), none: () => boxes.map((box) => box.value) };
  for (const button of all("[data-tt-show]")) {
    button.addEventListener("click", () => setOff(choices[button.dataset.ttShow]()));
  }
  for (const button of all("[data-tt-print]")) {
    button.addEventListener("click", () => {
      root.classList.add("tt-unmarked");
      print();
    });
  }
  showState();

  // Tables fold into a block a row on a phone, where each cell says what it is.
  for (const table of all("table:not([class])")) {
    const labels = all("thead th", table).map((cell) => cell.textContent);
    if (labels.length < 3) continue;
    for (const cell of all("tbody td:not(:first-child):not(:empty)", table)) cell.dataset.label = labels[cell.cellIndex];
  }

  // Material's menu opens by a label, which no keyboard reaches.
  const drawer = document.getElementById("__drawer");
  const opener = document.querySelector(".md-header__button[for=__drawer]");
  if (drawer && opener) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tt-menu";
    button.textContent = "Menu";
    const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
    const toggle = (open) => {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change"));
      (open ? document.querySelector(".md-sidebar--primary a[href]") : button)?.focus();
    };
    button.addEventListener("click", () => toggle(!drawer.checked));
    drawer.addEventListener("change", tell);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) toggle(false);
    });
    tell();
    opener.before(button);
  }
})();
