// Filters, the way from words to cards and back, and the keyboard.  Without it, the report still has
// all findings next to their words.
"use strict";
(() => {
  const NARROW = "(max-width: 75rem)";
  const FACETS = ["severity", "fix", "area"];

  function start(report) {
    document.documentElement.classList.add("scripted");
    const cards = [...report.querySelectorAll(".card")];
    const marks = [...report.querySelectorAll("mark")];
    const marksOf = new Map();
    for (const mark of marks) {
      for (const number of mark.dataset.f.split(" ")) {
        if (!marksOf.has(number)) marksOf.set(number, []);
        marksOf.get(number).push(mark);
      }
    }
    const boxes = [...report.querySelectorAll(".rail input")];
    const status = report.querySelector(".status");
    const words = JSON.parse(report.dataset.words); // in the language of the report
    const number = (card) => card.id.slice(1);
    const shown = () => cards.filter((card) => !card.hidden);
    const GAP = 6; // pixels between two cards
    const near = new Set(); // the parts near the screen: only these have their cards placed
    let current = null;

    // Put each card of a part next to its words, or below the card before it.  The current card has
    // the first choice, so the cards before it move up if they can.
    function place(part) {
      const top = part.getBoundingClientRect().top;
      const placed = [...part.querySelectorAll(".card:not([hidden])")].map((card) => {
        const words = marksOf.get(number(card))?.find((mark) => part.contains(mark));
        const row = card.parentElement.getBoundingClientRect().top - top;
        const rects = words?.getClientRects() ?? [];
        const wish = rects.length ? rects[0].top - top - 4 : row + 8;
        return { card, row, wish, height: card.offsetHeight };
      });
      let bottom = 0;
      for (const one of placed) {
        one.at = Math.max(one.wish, bottom);
        bottom = one.at + one.height + GAP;
      }
      const chosen = placed.findIndex((one) => one.card === current);
      if (chosen > 0) {
        const needed = placed.slice(0, chosen).reduce((sum, one) => sum + one.height + GAP, 0);
        let limit = Math.max(placed[chosen].wish, needed);
        placed[chosen].at = limit;
        for (let at = chosen - 1; at >= 0; at--) {
          limit -= placed[at].height + GAP;
          placed[at].at = Math.min(placed[at].at, limit);
          limit = placed[at].at;
        }
        bottom = placed[chosen].at + placed[chosen].height + GAP;
        for (const one of placed.slice(chosen + 1)) {
          one.at = Math.max(one.wish, bottom);
          bottom = one.at + one.height + GAP;
        }
      }
      for (const one of placed) one.card.style.top = `${one.at - one.row}px`;
      const last = part.lastElementChild.getBoundingClientRect().top - top;
      part.style.setProperty("--fill", `${Math.max(0, bottom - last)}px`);
    }

    const parts = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          near.add(target);
          place(target);
        } else near.delete(target);
      }
    }, { rootMargin: "100% 0px" });
    for (const part of report.querySelectorAll(".part")) parts.observe(part);
    let waiting = 0;
    new ResizeObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => near.forEach(place));
    }).observe(report.querySelector("main") ?? report);

    function point(card) {
      for (const mark of report.querySelectorAll("mark.current")) mark.classList.remove("current");
      current = card;
      for (const mark of marksOf.get(number(card)) ?? []) mark.classList.add("current");
    }

    function go(card) {
      if (!card) return;
      card.hidden = false;
      card.open = true;
      point(card);
      place(card.closest(".part"));
      const marked = marksOf.get(number(card))?.[0];
      card.scrollIntoView({ block: "center" });
      const edge = marked?.getBoundingClientRect();
      if (edge && (edge.top < 0 || edge.bottom > innerHeight)) marked.scrollIntoView({ block: "center" });
      card.querySelector("summary").focus({ preventScroll: true });
    }

    function step(by) {
      const visible = shown();
      const at = visible.indexOf(current);
      const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by;
      if (current && visible[next]) current.open = false;
      go(visible[(next + visible.length) % visible.length]);
    }

    function filter() {
      const chosen = {};
      for (const facet of FACETS) chosen[facet] = new Set();
      for (const box of boxes) if (box.checked) chosen[box.name].add(box.value);
      const visible = new Set();
      for (const card of cards) {
        card.hidden = !FACETS.every((facet) => chosen[facet].has(card.dataset[facet]));
        if (!card.hidden) visible.add(number(card));
      }
      for (const mark of marks) {
        mark.classList.toggle("off", !mark.dataset.f.split(" ").some((one) => visible.has(one)));
      }
      const all = visible.size === cards.length;
      const form = cards.length === 0 ? words.none : !all ? words.some : cards.length === 1 ? words.one : words.all;
      status.textContent = form.replace("{number}", visible.size).replace("{all}", cards.length);
      for (const button of report.querySelectorAll(".step")) button.disabled = visible.size === 0;
      near.forEach(place);
    }

    report.addEventListener("change", (event) => {
      if (boxes.includes(event.target)) filter();
    });
    report.addEventListener("click", (event) => {
      const target = event.target;
      if (target.closest(".next")) step(1);
      else if (target.closest(".previous")) step(-1);
      else if (target.closest(".reset")) {
        for (const box of boxes) box.checked = true;
        filter();
      } else if (target.closest("a[href^='#f']")) {
        event.preventDefault();
        go(document.getElementById(target.closest("a").hash.slice(1)));
      } else if (target.closest("mark")) {
        const numbers = target.closest("mark").dataset.f.split(" ");
        go(numbers.map((one) => document.getElementById(`f${one}`)).find((card) => card && !card.hidden));
      }
    });
    report.addEventListener("toggle", (event) => {
      if (!event.target.classList?.contains("card")) return;
      if (event.target.open) point(event.target);
      place(event.target.closest(".part"));
    }, true);
    report.addEventListener("keydown", (event) => {
      const card = event.target.closest(".card > summary")?.parentElement;
      if (!card || event.altKey || event.ctrlKey || event.metaKey) return;
      const visible = shown();
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) {
        event.preventDefault();
        visible[visible.indexOf(card) + by]?.querySelector("summary").focus();
      } else if (event.key === "Escape") card.open = false;
    });

    const filters = report.querySelector(".rail > details");
    if (filters && matchMedia(NARROW).matches) filters.open = false;
    filter();
    const linked = location.hash.startsWith("#f") && document.getElementById(location.hash.slice(1));
    if (linked) go(linked);
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".card:not([open])")];
    for (const card of closed) card.open = true;
  });
  addEventListener("afterprint", () => {
    for (const card of closed) card.open = false;
  });

  globalThis.ieeelintView = { start };
  const report = document.querySelector(".report");
  if (report) start(report);
})();
