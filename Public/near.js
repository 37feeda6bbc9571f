// The nearest comuna by the browser's own position. The position stays here: the comunas come to it, it goes nowhere.
const box = document.querySelector(".near");
const kilometres = (a, b) => {
  const rad = Math.PI / 180, north = Math.sin((b[0] - a[0]) * rad / 2), east = Math.sin((b[1] - a[1]) * rad / 2);
  return 12742.02 * Math.asin(Math.sqrt(north * north + Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * east * east));
};
const position = () => new Promise((found, refused) =>
  navigator.geolocation.getCurrentPosition((at) => found([at.coords.latitude, at.coords.longitude]), refused, { timeout: 15000, maximumAge: 600000 }));
// Whose own land reaches that far: at sea and abroad there is none.
const nearest = (comunas, here) => comunas.map(([code, , latitude, longitude, reach]) => ({ code, reach, far: kilometres(here, [latitude, longitude]) }))
  .sort((a, b) => a.far - b.far).find(({ far, reach }) => far <= reach + 5);
const search = async (say) => {
  say(box.dataset.busca);
  let here;
  try {
    here = await position();
  } catch (refusal) {
    return say(refusal.code === 1 ? box.dataset.niega : box.dataset.falla);
  }
  try {
    const comunas = await (await fetch(box.dataset.comunas)).json();
    const found = nearest(comunas, here);
    if (!found) return say(box.dataset.lejos);
    say("");
    location.assign(`${box.dataset.lugares}/${found.code}${box.dataset.filtro}`);
  } catch {
    say(box.dataset.falla);
  }
};
if (box && "geolocation" in navigator) {
  const told = box.querySelector("[role=status]"), button = box.querySelector("button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    await search((words) => { told.textContent = words; });
    button.disabled = false;
  });
  box.hidden = false;
}
