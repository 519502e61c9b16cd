// Taking away: the clipboard, files, and short messages about them.

export function text(name) {
  return document.querySelector(`meta[name="page-${name}"]`)?.content ?? "";
}

export async function copy(at, words, done) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    copyBySelection(words); // no clipboard outside localhost and https
  }
  sayAbout(at, done);
}

function copyBySelection(words) {
  const area = document.createElement("textarea");
  area.value = words;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export function save({ name, type, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A message beside what was clicked, and for screen readers.
export function sayAbout(at, words) {
  at.dataset.said = words;
  setTimeout(() => delete at.dataset.said, 2500);
  say(words);
}

export function say(words) {
  let region = document.querySelector("#said");
  if (!region) {
    region = document.body.appendChild(document.createElement("div"));
    region.id = "said";
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
  }
  region.textContent = words;
}
