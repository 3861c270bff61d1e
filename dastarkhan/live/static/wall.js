/* Nobody scrolls a projector: letters become smaller, step by step, until all that is told fits the screen.
   How small each step is stands in wall.css. */
(() => {
  "use strict";
  const LAST = 9; // steps in wall.css
  const page = document.documentElement;
  const main = document.querySelector("main");
  const over = (part) => part.scrollHeight > part.clientHeight + 1;
  const full = () => [page, document.body, main, ...document.querySelectorAll(".shown .langs")].some(over);
  const fit = () => {
    let step = 0;
    do page.setAttribute("data-my-step", step); while (full() && step++ < LAST);
  };
  const long = (nodes) => [...nodes].reduce((sum, node) => sum + node.textContent.length, 0);
  const ticks = ({ target, addedNodes, removedNodes }) => // a clock that comes, or says that the time is over, is no tick
    (target.closest ? target : target.parentElement)?.closest("time") && long(addedNodes) === long(removedNodes);
  new MutationObserver((changes) => {
    if (!changes.every(ticks)) fit();
  }).observe(document.body, { childList: true, characterData: true, attributeFilter: ["hidden"], subtree: true });
  addEventListener("resize", fit);
  document.fonts.ready.then(fit);
  fit();
})();
