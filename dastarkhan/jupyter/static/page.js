/* The page view: says that the lesson is opening, and what to do when the computer behind it is gone. */
(() => {
  const ask = (selector) => document.querySelector(selector);
  const SLOW_AFTER = 12_000;
  const LOOK_EVERY = 15_000;
  const FIRST = "h3, p.dk-note, .dk-own-words label, input:not(:disabled), button:not(:disabled)";
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

  /* Jupyter's sliders have no name for a reader of screens, and its labels carry the word "null" as their tip. Its
     choices belong together for the eye only: with a name the arrows stay in one, and Tab goes on to the next. Its
     button for a file counts files in brackets: "(0)" tells nobody anything. */
  let choices = 0;
  function name(node) {
    for (const radio of node.querySelectorAll('.widget-radio-box input[type="radio"]:not([name^="dk-"])')) {
      const box = radio.closest(".widget-radio-box");
      const asked = box.closest(".dk-field")?.querySelector("b");
      box.dataset.choice ??= `dk-${(choices += 1)}`;
      radio.name = box.dataset.choice;
      box.setAttribute("role", "radiogroup");
      if (asked) box.setAttribute("aria-label", asked.textContent);
    }
    for (const label of node.querySelectorAll('.widget-label[title="null"]')) label.removeAttribute("title");
    for (const handle of node.querySelectorAll(".widget-slider .noUi-handle:not([aria-label])")) {
      const label = handle.closest(".widget-slider").querySelector(".widget-label");
      if (label.textContent) handle.setAttribute("aria-label", label.textContent);
    }
    for (const button of node.matches(".widget-upload") ? [node] : node.querySelectorAll(".widget-upload")) {
      button.lastChild.data = button.lastChild.data.replace(/ \(\d+\)$/, "");
    }
  }

  /* What changes is read aloud; Jupyter's widgets cannot say so themselves. */
  function listen(node) {
    for (const place of node.querySelectorAll(".dk-live:not([aria-live])")) place.setAttribute("aria-live", "polite");
  }

  /* A button that goes away takes the keyboard with it: hand it to the first thing to read or use in its place. */
  let last = null;
  function handOver() {
    if (!last || last.element.isConnected || document.activeElement !== document.body) return;
    const next = last.activity.querySelector(`.dk-hands-over :is(${FIRST})`);
    last = null;
    if (!next) return;
    if (next.matches("h3, p, label")) next.tabIndex = -1;
    next.focus();
  }
  document.addEventListener("focusin", ({ target }) => {
    const activity = target.closest(".dk-activity");
    last = activity ? { element: target, activity } : null;
  });

  /* What stands folded on the screen is printed open. */
  addEventListener("beforeprint", () => {
    for (const more of document.querySelectorAll("details:not([open])")) Object.assign(more, { open: true }).dataset.folded = "true";
  });
  addEventListener("afterprint", () => {
    for (const more of document.querySelectorAll("details[data-folded]")) {
      more.open = false;
      delete more.dataset.folded;
    }
  });

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
      listen(change.target);
    }
    setTimeout(handOver, 200);
  }).observe(ask("#rendered_cells"), { childList: true, subtree: true });
  progress();
  next = setTimeout(look, 5_000);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  addEventListener("online", () => look());
})();
