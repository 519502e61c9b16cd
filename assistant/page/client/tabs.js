// Two tabs of one browser share the conversations but each holds its own copy: the one that comes to the front reads them anew,
// so that neither overwrites what the other has asked meanwhile. What was being typed is carried over.

const KEY = "policy-notes-conversations"; // as in layout.py
const TYPED = "page-typed";
let stale = false;

export function followOtherTabs() {
  const typed = sessionStorage.getItem(TYPED);
  if (typed) restore(typed);
  sessionStorage.removeItem(TYPED);
  window.addEventListener("storage", (event) => { stale ||= event.key === KEY; });
  window.addEventListener("focus", readAnew);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && readAnew());
}

function readAnew() {
  if (!stale || document.querySelector("[role=log][aria-busy]")) return;
  sessionStorage.setItem(TYPED, document.querySelector("#question textarea")?.value ?? "");
  location.reload();
}

function restore(typed) {
  const box = document.querySelector("#question textarea");
  if (!box) return;
  box.value = typed;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
