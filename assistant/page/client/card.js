// The card that appears over a marker: section, page, first words. Hovering, focus and Escape as WCAG 1.4.13 asks.

let card;
let hiding;

export function showCards() {
  card = document.body.appendChild(document.createElement("div"));
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  for (const name of ["where", "page", "first"]) card.appendChild(document.createElement("p")).className = name;
  document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && enter(event.target));
  document.addEventListener("pointerout", leave);
  document.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && enter(event.target));
  document.addEventListener("focusout", leave);
  document.addEventListener("click", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

function enter(target) {
  const marker = target.closest?.(".marker");
  if (!marker && !target.closest?.("#card")) return;
  clearTimeout(hiding);
  if (!marker) return;
  for (const part of card.children) part.textContent = marker.dataset[part.className] ?? "";
  card.lang = "zh-CN";
  card.hidden = false;
  place(marker.getBoundingClientRect());
}

function place(at) {
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - width / 2), innerWidth - width - 8);
  const above = at.top - height - 8;
  card.style.left = `${left}px`;
  card.style.top = `${above > 8 ? above : at.bottom + 8}px`;
}

function leave() {
  clearTimeout(hiding);
  hiding = setTimeout(hide, 150);
}

function hide() {
  card.hidden = true;
}
