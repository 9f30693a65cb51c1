// Moves through a list with the keyboard and decides without the mouse.
// The page works without this file: every key stands for a link or a button that is there anyway.
(function () {
  "use strict";

  const items = () => Array.from(document.querySelectorAll("[data-item]"));
  const current = () => document.querySelector("[data-item].is-current");
  let last = "";

  function mark(item) {
    last = item.id;
    items().forEach((other) => other.classList.toggle("is-current", other === item));
  }

  function select(item) {
    if (!item) return;
    mark(item);
    item.focus({ preventScroll: true });
    const box = item.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight) item.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const all = items();
    const at = all.indexOf(current());
    select(at < 0 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  function press(name) {
    const only = items().length === 1 ? items()[0] : null;
    const item = current() || only;
    const target = item && item.querySelector(`[data-key="${name}"]`);
    if (!target) return;
    if (target.tagName === "DETAILS") {
      target.open = true;
      const field = target.querySelector("select, input:not([type=hidden]), textarea");
      if (field) field.focus();
    } else {
      target.click();
    }
  }

  function leave() {
    const inside = document.activeElement.closest("[data-item]");
    document.activeElement.blur();
    if (!inside) return;
    inside.querySelectorAll("details[open]").forEach((box) => { box.open = false; });
    select(inside);
  }

  function goBack() {
    const back = document.querySelector("[data-back]");
    if (back) back.click();
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    Enter: () => press("open"),
    a: () => press("accept"),
    r: () => press("reject"),
    h: () => press("hold"),
    g: () => { const both = document.querySelector('[data-key="introduce"]'); if (both) both.click(); },
    u: goBack,
    n: () => { const next = document.querySelector("[data-next]"); if (next) next.click(); },
    "/": () => { const search = document.querySelector("[data-search]"); if (search) search.focus(); },
    "?": () => { const help = document.querySelector("[data-help]"); if (help) help.open = !help.open; },
  };

  function typing(target) {
    return Boolean(target.closest("input, select, textarea, button, summary, a, [contenteditable]"));
  }

  // Whoever speaks to the machine, or types by accident, can turn the keys off; the choice is kept.
  const OFF = "matchmaker-keys-off";
  let off = window.localStorage.getItem(OFF) === "yes";
  const keysSwitch = document.querySelector("[data-keys-switch]");

  function showSwitch() {
    keysSwitch.hidden = false;
    keysSwitch.textContent = off ? keysSwitch.dataset.on : keysSwitch.dataset.off;
  }

  if (keysSwitch) {
    showSwitch();
    keysSwitch.addEventListener("click", () => {
      off = !off;
      window.localStorage.setItem(OFF, off ? "yes" : "no");
      showSwitch();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (off) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") { event.preventDefault(); leave(); return; }
    const field = event.target.closest("input, select, textarea");
    if (field) return;
    if (event.key === "Enter" && typing(event.target)) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-item]");
    if (item) mark(item);
  });

  // After a decision the next open offer is the one to look at; any other change of the page leaves one in place.
  let deciding = "";
  document.addEventListener("submit", (event) => {
    const item = event.target.closest("[data-undecided]");
    deciding = item ? item.id : "";
  });

  function goOn() {
    const same = document.getElementById(last);
    const decided = deciding && !document.querySelector(`#${CSS.escape(deciding)}[data-undecided]`);
    const next = decided ? document.querySelector("[data-item][data-undecided]") : null;
    deciding = "";
    if (next) select(next);
    else if (!current() && same) select(same);
  }

  // Once the replaced part has its focus back.
  document.addEventListener("htmx:after:swap", () => setTimeout(goOn, 0));

  if (window.location.hash) {
    select(document.querySelector(`[data-item]#${CSS.escape(window.location.hash.slice(1))}`));
  }
})();
