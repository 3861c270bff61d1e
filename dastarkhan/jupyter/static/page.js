/* The page view: says that the lesson is opening, and what to do when the computer behind it is gone. */
(() => {
  const ask = (selector) => document.querySelector(selector);
  const SLOW_AFTER = 12_000;
  const LOOK_EVERY = 15_000;
  const started = performance.now();

  const code = () => document.querySelectorAll(".dk-cell-code");
  const opened = () => [...code()].filter((cell) => cell.querySelector(".jp-OutputArea-output, .jupyter-widgets"));

  function ready() {
    ask("#dk-loading").hidden = true;
    performance.mark("dk-ready");
    document.body.dataset.ready = "true";
  }

  function progress() {
    const seen = opened().length;
    if (seen > 0 || code().length === 0) return ready();
    if (performance.now() - started > SLOW_AFTER) ask(".dk-loading-more").textContent = ask("#dk-loading").dataset.slow;
    setTimeout(progress, 100);
  }

  /* An error inside a lesson is told in plain words; the style sheet hides what Jupyter wrote. */
  function soften(node) {
    const wrote = ["stderr", "error"].map((kind) => `[data-mime-type="application/vnd.jupyter.${kind}"]:not([data-told])`);
    for (const output of node.querySelectorAll(wrote)) {
      output.dataset.told = "true";
      output.after(ask("#dk-broken").content.cloneNode(true));
    }
  }

  /* Jupyter's sliders have no name for a reader of screens, and its labels carry the word "null" as their tip. */
  function name(node) {
    for (const label of node.querySelectorAll('.widget-label[title="null"]')) label.removeAttribute("title");
    for (const handle of node.querySelectorAll(".widget-slider .noUi-handle:not([aria-label])")) {
      const label = handle.closest(".widget-slider").querySelector(".widget-label");
      if (label.textContent) handle.setAttribute("aria-label", label.textContent);
    }
  }

  function lost() {
    ask("#dk-loading").hidden = true;
    const sign = ask("#dk-lost");
    if (!sign.hidden) return;
    sign.hidden = false;
    document.body.dataset.lost = "true";
    sign.querySelector("button").focus();
  }

  /* Two silent answers in a row, or one that says the kernel is gone. Looks again when a person comes back. */
  let next;
  async function look(misses = 0) {
    clearTimeout(next);
    const config = ask("#jupyter-config-data");
    if (config) {
      const { baseUrl, kernelId } = JSON.parse(config.textContent);
      try {
        const answer = await fetch(`${baseUrl}api/kernels/${kernelId}?no_track_activity=1`, { cache: "no-store" });
        if (answer.status === 404 || (answer.ok && (await answer.json()).execution_state === "dead")) return lost();
        misses = answer.ok ? 0 : misses + 1;
      } catch {
        misses += 1;
      }
      if (misses > 1) return lost();
    }
    next = setTimeout(look, misses ? 2_000 : LOOK_EVERY, misses);
  }

  ask(".dk-reload").addEventListener("click", () => location.reload());
  new MutationObserver((changes) => {
    for (const change of changes) {
      soften(change.target);
      name(change.target);
    }
  }).observe(ask("#rendered_cells"), { childList: true, subtree: true });
  progress();
  next = setTimeout(look, 5_000);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  addEventListener("online", () => look());
})();
