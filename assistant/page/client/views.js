// Which view is open, and light or dark.

export function chooseView(view) {
  const room = document.querySelector("#room");
  room.dataset.view = view;
  for (const one of document.querySelectorAll("[data-act=view]")) {
    if (one.dataset.view === view) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
}

const remembered = () => { try { return localStorage.getItem("page-theme"); } catch { return null; } };

export function followTheme() {
  const theme = new URLSearchParams(location.search).get("__theme") ?? remembered();
  if (theme) document.body.classList.toggle("dark", theme === "dark");
}

export function switchTheme() {
  const dark = document.body.classList.toggle("dark");
  try { localStorage.setItem("page-theme", dark ? "dark" : "light"); } catch { /* a browser that keeps nothing */ }
}
