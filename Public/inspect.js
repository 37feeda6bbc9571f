// Run in a page by `ventanilla site check`: gives back, as JSON, what stands on it. It changes nothing.
(() => {
  const px = (value) => Number.parseFloat(value) || 0;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  // Red, green, blue from 0 to 255 and how dense, from 0 to 1, of any colour of CSS.
  const colour = (text) => {
    const found = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? \/? ?([\d.]+))?\)$/.exec(text);
    if (found) return [Number(found[1]), Number(found[2]), Number(found[3]), found[4] === undefined ? 1 : Number(found[4])];
    if (!canvas) return [0, 0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, density] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, density / 255];
  };
  const over = (front, back) => [0, 1, 2].map((part) => front[part] * front[3] + back[part] * (1 - front[3])).concat(1);
  // WCAG 2.2: relative luminance and contrast ratio.
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right);
    return (high + 0.05) / (low + 0.05);
  };
  const hex = (rgb) => "#" + rgb.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, "0")).join("").toUpperCase();

  // Whether an element is in sight: not hidden, not moved out of the page, not cut down to a point for readers of screens.
  const isSeen = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.clip === "rect(0px, 0px, 0px, 0px)" || style.clipPath.startsWith("inset(50%")) return false;
    }
    return true;
  };
  // What is behind the text: nil when it is a picture.
  const background = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.backgroundImage !== "none") return null;
      layers.push(colour(style.backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reverse().reduce((back, front) => over(front, back), [255, 255, 255, 1]);
  };
  const density = (element) => {
    let all = 1;
    for (let each = element; each; each = each.parentElement) all *= Number(getComputedStyle(each).opacity);
    return all;
  };

  const outline = {
    title: document.title.trim(), lang: document.documentElement.lang.trim(), text: 0, headings: [], fields: 0, unlabelled: [], silent: [],
    contrasts: [], unmeasured: 0,
  };
  const judged = new Set();
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim().replace(/\s+/g, " ");
    if (!text || !element || /^(script|style|noscript|template|title)$/i.test(element.tagName) || element.closest("svg") || !isSeen(element)) {
      continue;
    }
    outline.text += text.length;
    if (judged.has(element) || element.closest(":disabled,[aria-disabled=true]")) continue;
    judged.add(element);
    const back = background(element);
    if (!back) {
      outline.unmeasured += 1;
      continue;
    }
    const style = getComputedStyle(element);
    const front = colour(style.color);
    front[3] *= density(element);
    const size = px(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && px(style.fontWeight) >= 700) ? 3 : 4.5;
    const seen = ratio(over(front, back), back);
    if (seen < needed - 0.005) {
      outline.contrasts.push({
        text: text.slice(0, 60), ratio: Math.round(seen * 100) / 100, needed, colour: hex(over(front, back)), background: hex(back),
      });
    }
  }

  outline.headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]));
  const words = (element) =>
    element.getAttribute("aria-label")?.trim() ||
    (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent.trim() ?? "").join("") ||
    [...(element.labels ?? [])].map((label) => label.textContent.trim()).join("") || element.title.trim();
  for (const field of document.querySelectorAll("input,select,textarea")) {
    if (/^(hidden|submit|button|reset|image)$/.test(field.type) || !field.checkVisibility()) continue;
    outline.fields += 1;
    if (!words(field)) outline.unlabelled.push(`${field.tagName.toLowerCase()} ${field.name || field.id || field.type}`);
  }
  for (const picture of document.querySelectorAll("img,input[type=image],area[href]")) {
    if (picture.getAttribute("alt") === null && !picture.closest("[aria-hidden=true]") && picture.getAttribute("role") !== "presentation") {
      outline.silent.push((picture.getAttribute("src") ?? picture.getAttribute("href") ?? "").slice(0, 120));
    }
  }
  return JSON.stringify(outline);
})();
