// A call for help without a word on the screen: Escape three times in a row, on any page of the desk.
let pressed = [];
const call = async () => {
  const page = await fetch("/mesa/puesto", { headers: { Accept: "text/html" } });
  const form = new DOMParser().parseFromString(await page.text(), "text/html").querySelector('form[action$="/ayuda"]');
  if (form) await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)) });
};
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  pressed = [...pressed, event.timeStamp].slice(-3);
  if (pressed.length < 3 || pressed[2] - pressed[0] > 1500) return;
  pressed = [];
  call().catch(() => {});
});
