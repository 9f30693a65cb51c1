// Types in a result slip with digit keys. The page works without this file: each digit stands for a box that
// is there anyway, and Enter sends the form by itself.
(function () {
  "use strict";

  const form = document.querySelector("[data-slip]");
  if (!form) return;
  const hint = document.querySelector("[data-slip-keys]");
  if (hint) hint.hidden = false;

  function writing(target) {
    return Boolean(target.closest("select, textarea, input:not([type=radio]):not([type=checkbox])"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=step]"));
      return;
    }
    if (event.altKey || writing(event.target)) return;
    const box = /^[0-9]$/.test(event.key) && form.querySelector(`[data-digit="${event.key}"]`);
    if (!box) return;
    event.preventDefault();
    box.click();
    box.focus();
    if (box.type === "checkbox" && box.checked) form.querySelector("#outcome-met").checked = true;
  });
})();
