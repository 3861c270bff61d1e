/* What a phone does by itself: it keeps what was tapped until it has arrived, counts down, and counts one's own points.
   Everything works without it as well, and nothing is lost when the browser keeps nothing. */
(() => {
  "use strict";
  const page = document.documentElement, body = document.body, says = body.dataset;
  const mine = `dastarkhan:${says.me || "join"}:`;

  // --- What is kept on this phone; in memory where the browser keeps nothing.
  const memory = {};
  const keep = {
    get(name) { try { return JSON.parse(localStorage.getItem(mine + name)) ?? memory[name]; } catch { return memory[name]; } },
    forget() { for (const name in memory) delete memory[name]; try { Object.keys(localStorage).filter((key) => key.startsWith(mine)).forEach((key) => localStorage.removeItem(key)); } catch { /* kept nothing */ } },
    set(name, value) { memory[name] = value; try { localStorage.setItem(mine + name, JSON.stringify(value)); } catch { /* full or forbidden */ } },
  };

  // --- The clock: the server's time, whatever this phone's clock says.
  const ahead = Date.now() / 1000 - (Number(says.now) || Date.now() / 1000);
  const digits = [...(says.digits || "0123456789")];
  const say = (number) => String(number).replace(/\d/g, (digit) => digits[digit]).replace("-", "\u2212");
  const tick = () => document.querySelectorAll("time[data-ends]").forEach((time) => {
    const left = Math.ceil(Number(time.dataset.ends) - (Date.now() / 1000 - ahead));
    const told = left > 0 ? say(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`) : says.over;
    if (time.textContent !== told) time.textContent = told;
    time.toggleAttribute("data-my-late", left <= 0);
  });

  // --- One line that tells of the network.
  const line = document.getElementById("line");
  let silent;
  const tell = (words, seconds) => {
    if (!line) return;
    clearTimeout(silent);
    line.textContent = words;
    line.hidden = !words;
    if (seconds) silent = setTimeout(() => tell(""), seconds * 1000);
  };
  let cut = false;
  const network = (there) => {
    if (!there) tell(says.lost);
    else if (cut) tell(says.again, 3);
    cut = !there;
  };

  // --- The outbox: what was tapped waits here until the server has it, also when the page is closed meanwhile.
  let out = keep.get("out") || [], rest = [], sending = false, pause = 1000, later;
  const stored = () => keep.set("out", out);
  const same = (one, other) => one.action === other.action && one.body === other.body;

  const put = (form, button) => {
    const fields = new FormData(form);
    if (button?.name) fields.set(button.name, button.value);
    fields.delete("id");
    const letter = { action: form.getAttribute("action"), body: new URLSearchParams(fields).toString(), reload: "reload" in form.dataset };
    if ([...out, ...rest].some((one) => same(one, letter))) return; // a second tap
    out.push({ ...letter, id: unique() });
    stored();
    mark();
    send();
  };
  const unique = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  async function send() {
    if (sending || !out.length) return;
    sending = true;
    clearTimeout(later);
    const letter = out[0], timer = new AbortController(), end = setTimeout(() => timer.abort(), 10000);
    let status = 0, words = "";
    try {
      const answer = await fetch(letter.action, {
        method: "POST", body: `${letter.body}&id=${letter.id}`, signal: timer.signal, credentials: "same-origin",
        headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "text/plain", "HX-Request": "true" },
      });
      status = answer.status;
      if (status >= 400) words = (await answer.text()).slice(0, 300);
    } catch { status = 0; }
    clearTimeout(end);
    sending = false;
    const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    if (refused || (status >= 200 && status < 400)) {
      pause = 1000;
      out = out.filter((one) => one.id !== letter.id);
      stored();
      network(true);
      if (refused) fault(letter, words); else done(letter);
      if (!refused && letter.reload) return location.reload();
      mark();
      send();
    } else {
      network(false);
      later = setTimeout(send, pause);
      pause = Math.min(pause * 2, 15000);
    }
  }

  // --- What the buttons show of it.
  const formOf = (letter) => [...document.forms].find((form) => {
    if (form.getAttribute("action") !== letter.action) return false;
    const sent = new URLSearchParams(letter.body);
    return [...form.querySelectorAll("input[type=hidden]")].every((field) => field.name === "id" || sent.get(field.name) === field.value);
  });
  const mark = () => {
    document.querySelectorAll("button[data-my-sending]").forEach((button) => { button.removeAttribute("data-my-sending"); button.disabled = false; });
    for (const letter of out) {
      const form = formOf(letter), sent = new URLSearchParams(letter.body);
      const button = form && [...form.querySelectorAll("button[type=submit]")].find((one) => !one.name || sent.get(one.name) === one.value);
      if (!button) continue;
      button.dataset.mySending = says.sending;
      button.disabled = true;
    }
  };
  const fault = (letter, words) => {
    const form = formOf(letter);
    if (!form) return tell(words, 8);
    const told = document.createElement("p");
    told.className = "fault";
    told.setAttribute("role", "alert");
    told.textContent = words;
    form.querySelectorAll(".fault").forEach((old) => old.remove());
    form.append(told);
  };
  const done = (letter) => {
    const form = formOf(letter);
    form?.querySelectorAll(".fault").forEach((old) => old.remove());
    if (letter.action === "line") keep.set("line", {});
    rest.push(letter); // until the page shows what came of it
    setTimeout(() => rest.shift(), 2500);
  };

  // --- Drafts: of an offer, of a line, of notes for oneself.
  const fieldsOf = (box) => (box.matches("textarea") ? [box] : [...box.querySelectorAll("textarea, input[type=radio]")]);
  const saveDraft = (box) => {
    const draft = {};
    for (const field of fieldsOf(box)) {
      if (field.type === "radio") { if (field.checked) draft[field.name] = field.value; } else draft[field.name || "text"] = field.value;
    }
    keep.set(box.dataset.keep, draft);
  };
  const fill = (box, draft) => {
    for (const field of fieldsOf(box)) {
      const value = draft[field.name || "text"];
      if (value === undefined || field === document.activeElement && field.type !== "radio") continue;
      if (field.type === "radio") field.checked = field.value === value; else field.value = value;
    }
  };

  // --- The first page in another language. What was typed goes from the old form into the new one, and nowhere else:
  //     neither into an address nor into what this phone keeps, for the next person may hold the same phone.
  let asked = 0;
  const speak = async (choice) => {
    const place = choice.dataset.go, mine = ++asked;
    let fresh;
    try {
      const answer = await fetch(place, { credentials: "same-origin" });
      if (!answer.ok) return;
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch { return; } // no network: the language is chosen, and all that was typed stays
    const old = document.forms[0], form = fresh.querySelector("body.join form");
    if (mine !== asked) return;
    if (!form) { location.href = place; return; } // who has a seat is shown the table
    form.querySelector("noscript").remove();
    carry(old, form);
    page.lang = fresh.documentElement.lang;
    page.dir = fresh.documentElement.dir;
    document.title = fresh.title;
    const at = [...old.elements].indexOf(document.activeElement);
    document.querySelector("main").replaceWith(form.closest("main"));
    document.forms[0].elements[at]?.focus({ preventScroll: true });
    history.replaceState(null, "", place);
  };
  const carry = (old, form) => {
    [...old.elements].forEach((field, at) => {
      const twin = form.elements[at];
      if (field.type === "radio" || field.type === "checkbox") twin.checked = field.checked;
      else if (field.matches("input:not([type=hidden])")) twin.value = field.value;
    });
    form.querySelector("details").open = old.querySelector("details").open;
  };

  // --- What the draft is worth to oneself, and to nobody else.
  const count = () => {
    const box = document.getElementById("worth");
    if (!box) return;
    const rows = [...box.closest("form").querySelectorAll("fieldset")].map((row) => [...row.querySelectorAll("input")]);
    const places = rows.map((row) => row.findIndex((chip) => chip.checked));
    const full = !places.includes(-1), values = box.dataset.values?.split(",");
    let points = 0, at = 0;
    if (full) rows.forEach((row, term) => { at = at * row.length + places[term]; points += Number(row[places[term]].dataset.points || 0); });
    if (full && values) points = Number(values[at]);
    const gained = points - Number(box.dataset.alone), near = Number(box.dataset.near);
    const sense = !full ? "open" : Math.abs(gained) <= near ? "same" : gained > 0 ? "better" : "worse";
    box.querySelectorAll("[data-when]").forEach((one) => { one.hidden = one.dataset.when !== sense && !(full && one.dataset.when === "full"); });
    box.parentElement.toggleAttribute("data-my-full", full);
    const bar = box.querySelector("progress");
    if (full) { bar.value = points - Number(bar.dataset.least); box.querySelector("output").textContent = say(points); }
  };

  // --- The room was erased: nothing of it stays on this phone, sent or not.
  const GONE = 410;
  const forgetAll = () => { out = []; keep.forget(); };
  const leave = () => { forgetAll(); location.reload(); }; // it was erased while this page slept

  // --- Once at the beginning, and again whenever a part of the page has come anew.
  const wake = () => {
    if (document.querySelector("[data-erased]")) forgetAll();
    document.querySelectorAll("[data-keep]").forEach((box) => fill(box, keep.get(box.dataset.keep) || {}));
    const secret = document.querySelector("[data-private]");
    if (secret) {
      if (!secret.dataset.mySeen && keep.get("hidden")) secret.open = false;
      secret.dataset.mySeen = "1";
      page.toggleAttribute("data-my-hidden", !secret.open);
    }
    document.querySelectorAll("details[data-remember]").forEach((box) => {
      const was = box.dataset.mySeen ? null : keep.get(`open-${box.id}`);
      if (typeof was === "boolean") box.open = was;
      box.dataset.mySeen = "1";
    });
    count();
    mark();
    tick();
    page.setAttribute("data-my-ready", "");
  };

  document.addEventListener("submit", (event) => {
    if (body.classList.contains("join")) return;
    event.preventDefault();
    put(event.target, event.submitter);
  });
  document.addEventListener("input", (event) => {
    const box = event.target.closest("[data-keep]");
    if (box) saveDraft(box);
    if (event.target.dataset.go) speak(event.target);
    count();
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("[data-remember]")) keep.set(`open-${event.target.id}`, event.target.open);
    if (!event.target.matches("[data-private]")) return;
    keep.set("hidden", !event.target.open);
    page.toggleAttribute("data-my-hidden", !event.target.open);
  }, true);
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-fill], [data-copy], [data-forget]");
    if (!button) return;
    if ("forget" in button.dataset) {
      keep.forget();
      location.reload();
    } else if (button.dataset.fill) {
      const box = document.getElementById("offer");
      fill(box, JSON.parse(button.dataset.fill));
      saveDraft(box);
      count();
    } else {
      const link = new URL(button.dataset.copy, location.href).href;
      try { await navigator.clipboard.writeText(link); } catch { // without TLS a page may not use the clipboard
        const field = Object.assign(document.createElement("textarea"), { value: link });
        body.append(field);
        field.select();
        document.execCommand("copy");
        field.remove();
      }
      tell(says.copied, 3);
    }
  });
  // The proxy of a hub sends news on at once only to who asks for nothing else.
  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement.hasAttribute("hx-sse:connect")) ctx.request.headers.Accept = "text/event-stream";
  });
  document.addEventListener("htmx:after:swap", wake);
  document.addEventListener("htmx:sse:after:message", wake);

  // --- The line on which news comes. Once it has stood, it mends itself; here it is laid anew when it never came to stand.
  let wait = 2000;
  const relay = ({ detail }) => {
    if (detail?.ctx?.response?.status === GONE) return leave();
    network(false);
    setTimeout(() => {
      const wire = document.querySelector("[hx-sse\\:connect]"), fresh = wire?.cloneNode();
      if (!wire || wire._htmx?.sse) return;
      wire.replaceWith(fresh);
      htmx.process(fresh);
    }, wait);
    wait = Math.min(wait * 2, 30000);
  };
  ["htmx:error", "htmx:response:error", "htmx:sse:close"].forEach((name) => document.addEventListener(name, relay));
  document.addEventListener("htmx:sse:error", ({ detail }) => (detail.status === GONE ? leave() : network(false)));
  document.addEventListener("htmx:sse:after:connection", () => { wait = 2000; network(true); send(); });
  addEventListener("online", () => { pause = 1000; send(); });
  addEventListener("offline", () => network(false));
  addEventListener("pageshow", wake);
  setInterval(tick, 500);
  wake();
  send();
})();
