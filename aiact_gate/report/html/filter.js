"use strict";
(() => {
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const severity = document.getElementById("severity");
  const change = document.getElementById("change"); // only where the report was compared with a base
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("[data-status]")].map((row) => ({
    row,
    status: row.dataset.status,
    severity: row.dataset.severity,
    change: row.dataset.change,
    text: row.textContent.toLowerCase().replace(/\s+/g, " "),
  }));

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const states = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    let count = 0;
    for (const item of rows) {
      const fits =
        states.has(item.status) &&
        (!severity.value || item.severity === severity.value) &&
        (!change?.value || item.change === change.value) &&
        words.every((word) => item.text.includes(word));
      item.row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = `${count} of ${rows.length} entries shown`;
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));

  const unfold = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const item of folded) item.open = true;
  });
  addEventListener("afterprint", () => {
    for (const item of folded) item.open = false;
  });

  for (const line of document.querySelectorAll(".timeline .today")) {
    const box = line.closest(".scroll");
    box.scrollLeft = line.getBoundingClientRect().x - box.getBoundingClientRect().x - box.clientWidth / 2;
  }

  form.hidden = rows.length === 0;
  apply();
  unfold();
})();
