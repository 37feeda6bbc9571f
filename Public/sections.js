// Sections become tabs (WAI-ARIA Authoring Practices). What is not shown can still be found in the page and led to.
for (const box of document.querySelectorAll(".sections")) {
  const list = box.querySelector("nav");
  const tabs = [...list.querySelectorAll("a[href^='#']")];
  const panel = (tab) => document.getElementById(tab.hash.slice(1));
  const choose = (chosen, focuses) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      if (isChosen) panel(tab).removeAttribute("hidden");
      else panel(tab).setAttribute("hidden", "until-found");
    }
    if (focuses) chosen.focus();
  };
  list.setAttribute("role", "tablist");
  for (const node of list.querySelectorAll("ul, li")) node.setAttribute("role", "presentation");
  for (const tab of tabs) {
    const part = panel(tab);
    tab.id = `${part.id}-tab`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", part.id);
    part.setAttribute("role", "tabpanel");
    part.setAttribute("aria-labelledby", tab.id);
    part.addEventListener("beforematch", () => choose(tab));
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", tab.hash);
      choose(tab, true);
    });
  }
  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    choose(tabs[(next + tabs.length) % tabs.length], true);
  });
  const wanted = () => tabs.find((tab) => tab.hash === location.hash);
  addEventListener("hashchange", () => wanted() && choose(wanted()));
  choose(wanted() ?? tabs[0]);
}
