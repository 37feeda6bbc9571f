// Suggestions while one types: a combobox with a list (WAI-ARIA 1.2). Enter searches what stands in the field, unless one was chosen.
for (const box of document.querySelectorAll("[data-suggest]")) {
  const input = box.querySelector("input");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.label);
  told.className = "sr";
  told.setAttribute("role", "status");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }))
    input.setAttribute(name, value);
  box.append(list, told);

  let chosen = -1, waiting = 0, asking = null;
  const known = new Map();
  const options = () => [...list.children];
  const choose = (at) => {
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    chosen = at;
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options()[at].id);
    options()[at].scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const tell = (count) => {
    told.textContent = count === 0 ? box.dataset.none : count === 1 ? box.dataset.one : box.dataset.many.replace("{count}", count);
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, index) => {
      const option = document.createElement("li");
      const kind = document.createElement("span");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.dataset.address = one.address;
      option.append(one.title, " ");
      kind.textContent = one.kind;
      option.append(kind);
      return option;
    }));
    choose(-1);
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    tell(found.length);
  };
  const ask = async () => {
    const typed = input.value.trim();
    asking?.abort();
    // A number of seven digits or more may be somebody's: it does not leave the browser.
    if (typed.length < 2 || typed.replace(/\D/g, "").length > 6) return close();
    if (known.has(typed)) return show(known.get(typed));
    asking = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asking.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      known.set(typed, suggestions);
      if (input.value.trim() === typed && document.activeElement === input) show(suggestions);
    } catch { /* without an answer the box goes on as it was */ }
  };
  const go = (option) => location.assign(option.dataset.address);

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      go(options()[chosen]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One stop between the last and the first is the field itself.
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    }
  });
  input.addEventListener("blur", close);
  // Before the field loses the focus, which closes the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}
