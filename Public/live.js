// A board that keeps itself fresh while somebody looks at it. What has the focus is left alone until it loses it.
const board = document.querySelector(".live");
const renew = async () => {
  if (document.hidden || board.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".live");
  if (fresh && fresh.textContent !== board.textContent) board.replaceChildren(...fresh.children);
};
if (board) setInterval(() => renew().catch(() => {}), 5000);
