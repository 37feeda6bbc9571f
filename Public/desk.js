// Typing an attention up by keyboard: a digit chooses the product at hand, and Enter sends. Nothing is listened to inside of a text.
const begin = document.querySelector(".begin button");
if (begin) {
  document.querySelector(".keys").hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.key === "n" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.target.closest("input, textarea, select")) begin.click();
  });
}
const form = document.querySelector(".beside form");
if (form) {
  const group = form.querySelector("input[type=radio]")?.name;
  const products = group === "frecuente" ? [...form.querySelectorAll("input[name=frecuente]")] : [];
  const hint = document.querySelector(".keys");
  if (hint && products.length) hint.hidden = false;
  products.forEach((radio, at) => {
    const label = form.querySelector(`label[for="${radio.id}"]`) ?? radio.closest("label");
    if (label) label.prepend(Object.assign(document.createElement("kbd"), { textContent: `${at + 1} ` }));
  });
  (form.querySelector("input[name=frecuente]:checked") ?? products[0])?.focus();
  document.addEventListener("keydown", (event) => {
    const into = event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
    if (into || event.ctrlKey || event.altKey || event.metaKey) return;
    const radio = products[Number(event.key) - 1];
    if (radio) {
      radio.checked = true;
      radio.focus();
      event.preventDefault();
    } else if (event.key === "Enter" && event.target.matches("input[type=radio], body")) {
      form.requestSubmit();
      event.preventDefault();
    }
  });
  // What is noted is kept by the server, sealed, a moment after the hand rests: a closed window loses nothing.
  const note = form.querySelector("textarea[name=nota]"), draft = document.querySelector(".draft form");
  if (note && draft) {
    let waiting;
    const keep = () => {
      draft.elements.borrador.value = note.value;
      fetch(draft.action, { method: "POST", body: new URLSearchParams(new FormData(draft)) }).catch(() => { waiting = setTimeout(keep, 5000); });
    };
    note.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 800);
    });
    form.addEventListener("submit", () => clearTimeout(waiting));
  }
}
