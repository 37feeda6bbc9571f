// How the house does, told as it changes. The first view does not wait for it.
const told = document.querySelector(".status");
const renew = async () => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(".status");
  if (fresh && fresh.textContent !== told.textContent) told.replaceChildren(...fresh.children);
};
if (told && "EventSource" in window) setTimeout(() => {
  new EventSource("/estado/vivo").addEventListener("message", () => renew().catch(() => {}));
}, 3000);
