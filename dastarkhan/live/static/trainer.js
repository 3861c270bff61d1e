/* What a trainer's page does besides: times in this computer's own clock, and nothing dangerous left open.
   Everything works without it as well. */
(() => {
  "use strict";
  const OPEN_S = 20; // so long a dangerous button stays open
  const digits = [...(document.body.dataset.digits || "0123456789")];
  const two = (number) => String(number).padStart(2, "0");
  const hours = () => document.querySelectorAll("time[data-since]").forEach((time) => {
    const at = new Date(Number(time.dataset.since) * 1000);
    const told = `${two(at.getHours())}:${two(at.getMinutes())}`.replace(/\d/g, (digit) => digits[digit]);
    if (time.textContent !== told) time.textContent = told;
  });
  document.addEventListener("submit", (event) => {
    event.target.closest("details.careful")?.removeAttribute("open");
    if ("clear" in event.target.dataset) event.target.reset(); // live.js has taken the words already
  });
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches("details.careful") || !event.target.open) return;
    setTimeout(() => event.target.removeAttribute("open"), OPEN_S * 1000);
  }, true);
  document.addEventListener("htmx:after:swap", hours);
  document.addEventListener("htmx:sse:after:message", hours);
  hours();
})();
