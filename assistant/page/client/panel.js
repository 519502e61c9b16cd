// The source panel: what it shows comes from the server; this file opens, steps, scrolls and closes it.

let markers = []; // the markers of the answer whose source is open
let current = -1;
let opener = null; // where the keyboard goes back to

const sheet = () => document.querySelector("#source");
const panel = () => document.querySelector("#panel .html-container > div") ?? document.querySelector("#panel");

export async function openPassage(thread, marker) {
  const list = marker.closest(".passages");
  markers = list ? [...list.querySelectorAll(".marker")] : [marker];
  current = markers.indexOf(marker);
  opener = marker;
  sheet().dataset.link = marker.closest("[data-link]")?.dataset.link ?? "";
  await showCurrent(thread);
}

export async function step(thread, by) {
  if (!markers[current + by]) return;
  current += by;
  opener = markers[current];
  await showCurrent(thread, by > 0 ? "[data-step='1']" : "[data-step='-1']");
}

async function showCurrent(thread, focus) {
  const { ref, evidence } = markers[current].dataset;
  document.querySelectorAll(".marker[aria-expanded]").forEach((one) => one.removeAttribute("aria-expanded"));
  markers[current].setAttribute("aria-expanded", "true");
  const answer = await thread.server.passage([ref, evidence, current + 1, markers.length]);
  show(answer.html, focus);
  history.replaceState(null, "", `${location.pathname}${location.search}#${encodeURIComponent(ref)}`);
}

export async function openSection(thread, section) {
  const active = document.activeElement;
  if (!sheet().contains(active)) opener = active;
  const answer = await thread.server.section([section]);
  show(answer.html);
}

// A link `#document:start-end` opens its passage, through the answer's own marker where there is one.
let fromHash = decodeURIComponent(location.hash.slice(1));

export async function openFromHash(thread) {
  const ref = fromHash;
  if (!ref) return;
  fromHash = "";
  const found = [...document.querySelectorAll("#thread .marker")].filter((one) => one.dataset.ref === ref).at(-1);
  if (found) return openPassage(thread, found);
  show((await thread.server.passage([ref, "", 0, 0])).html);
}

function show(html, focus) {
  panel().innerHTML = html;
  sheet().classList.add("open");
  const mark = panel().querySelector("mark") ?? panel().querySelector(".passage-text");
  const scroller = panel().querySelector(".panel-text");
  if (mark && scroller) scroller.scrollTop += mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 4;
  const wanted = focus && panel().querySelector(`${focus}:not([disabled])`);
  (wanted || panel().querySelector(".panel-title"))?.focus({ preventScroll: true });
}

export function closePanel() {
  if (!sheet().classList.contains("open")) return;
  sheet().classList.remove("open");
  document.querySelectorAll(".marker[aria-expanded]").forEach((one) => one.removeAttribute("aria-expanded"));
  if (opener?.isConnected) opener.focus();
}
