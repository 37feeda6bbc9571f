// Text size and contrast, kept on this device alone.
const page = document.documentElement;
const kept = (() => { try { return JSON.parse(localStorage.getItem("view")) ?? {}; } catch { return {}; } })();
const show = () => {
  page.classList.toggle("text-1", kept.text === 1);
  page.classList.toggle("text-2", kept.text === 2);
  page.classList.toggle("contrast", kept.contrast === true);
};
show();
addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const mark = () => {
    for (const button of tools.querySelectorAll("[data-text]")) button.setAttribute("aria-pressed", String((kept.text ?? 0) === Number(button.dataset.text)));
    tools.querySelector("[data-contrast]").setAttribute("aria-pressed", String(kept.contrast === true));
  };
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.text) kept.text = Number(button.dataset.text);
    else kept.contrast = kept.contrast !== true;
    try { localStorage.setItem("view", JSON.stringify(kept)); } catch { /* a browser that keeps nothing */ }
    show();
    mark();
  });
  mark();
  tools.hidden = false;
});
