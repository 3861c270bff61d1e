/* Voila fetches a formula typesetter from the internet for every page, even for one without formulas. Lessons have
   none, and nothing may leave this computer: this stands in its place and does nothing. */
window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
};
