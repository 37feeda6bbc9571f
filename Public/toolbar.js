// Text size and contrast, kept on this device alone. Whoever asked for large letters once gets them from the server until they choose here.
const page = document.documentElement;
const asked = page.classList.contains("text-2") ? 2 : 0;
const kept = (() => { try { return JSON.parse(localStorage.getItem("view")) ?? {}; } catch { return {}; } })();
const size = () => kept.text ?? asked;
const show = () => {
  page.classList.toggle("text-1", size() === 1);
  page.classList.toggle("text-2", size() === 2);
  page.classList.toggle("contrast", kept.contrast === true);
};
show();
addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const mark = () => {
    for (const button of tools.querySelectorAll("[data-text]")) button.setAttribute("aria-pressed", String(size() === Number(button.dataset.text)));
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
