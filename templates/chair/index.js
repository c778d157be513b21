// Sorting and filters of the table of papers.  Without it, the table still has all papers.
"use strict";
(() => {
  document.documentElement.classList.add("scripted");
  const body = document.querySelector(".papers tbody");
  const rows = [...body.rows];
  const headers = [...document.querySelectorAll(".papers thead th")];
  const rail = document.querySelector(".rail");
  const status = rail.querySelector(".status");
  const none = document.querySelector(".none");
  const words = rail.querySelector("input[type=search]");
  const boxes = [...rail.querySelectorAll("input[type=checkbox]")];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

  function filter() {
    const query = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const checked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
    const verdicts = checked("verdict");
    const areas = checked("area");
    const must = checked("with");
    let shown = 0;
    for (const row of rows) {
      const own = row.dataset.areas.split(" ");
      const fits = verdicts.includes(row.dataset.verdict) &&
        (!areas.length || areas.some((area) => own.includes(area))) &&
        must.every((name) => row.dataset[name] !== "0") &&
        query.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    none.hidden = shown > 0;
    status.textContent = shown === rows.length ? `${rows.length} papers` : `${shown} of ${rows.length} papers`;
  }

  function sort(header) {
    const way = header.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    headers.forEach((one) => one.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", way);
    const key = header.dataset.key;
    const isNumber = "number" in header.dataset;
    const sign = way === "ascending" ? 1 : -1;
    const value = (row) => isNumber ? Number(row.dataset[key]) : row.dataset[key];
    const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
    rows.sort((a, b) => sign * order(value(a), value(b)) || a.dataset.place - b.dataset.place);
    body.append(...rows);
  }

  headers.forEach((header) => header.querySelector("button")?.addEventListener("click", () => sort(header)));
  boxes.forEach((box) => box.addEventListener("change", filter));
  words.addEventListener("input", filter);
  rail.querySelector(".reset").addEventListener("click", () => {
    words.value = "";
    boxes.forEach((box) => { box.checked = box.name === "verdict"; });
    filter();
  });
  if (matchMedia("(max-width: 75rem)").matches) rail.querySelector("details").open = false;
  filter();
})();
