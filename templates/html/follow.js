// Shows the newer report when the draft has changed: for `ieeelint open`.
"use strict";
(() => {
  let number = Number(document.documentElement.dataset.number);

  const keyOf = (card) => `${card.dataset.area} ${card.querySelector(".message").textContent}`;

  function show(html) {
    const next = new DOMParser().parseFromString(html.replace(/<(style|script)>[^]*?<\/\1>/g, ""), "text/html");
    const before = document.querySelector(".report");
    const open = new Set([...before.querySelectorAll(".card[open]")].map(keyOf));
    const off = new Set([...before.querySelectorAll(".rail input:not(:checked)")].map((box) => box.name + box.value));
    const report = document.adoptNode(next.querySelector(".report"));
    for (const card of report.querySelectorAll(".card")) card.open = open.has(keyOf(card));
    for (const box of report.querySelectorAll(".rail input")) box.checked = !off.has(box.name + box.value);
    const place = scrollY;
    before.replaceWith(report);
    document.querySelector(".top p").textContent = next.querySelector(".top p").textContent;
    document.title = next.title;
    ieeelintView.start(report);
    scrollTo(0, place);
  }

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  async function follow() {
    for (let failures = 0; failures < 5; ) {
      try {
        const response = await fetch(`check?known=${number}`, { cache: "no-store" });
        if (response.status === 200) {
          number = Number(response.headers.get("X-Number"));
          show(await response.text());
        } else if (response.status !== 204) break;
        failures = 0;
      } catch {
        failures++;
        await pause(500);
      }
    }
    const words = JSON.parse(document.querySelector(".report").dataset.words);
    document.querySelector(".top p").textContent += ` ${words.ended}`;
  }

  follow();
})();
