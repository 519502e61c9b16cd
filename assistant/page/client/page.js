// The page's script: what is clicked or typed becomes an event for the server or a change of what is open.
// Every text that comes from the server as HTML was escaped there; this script itself only sets text.

import { showCards } from "./card.js";
import { openPassage, openSection, step, closePanel, openFromHash } from "./panel.js";
import { followOtherTabs } from "./tabs.js";
import { copy, save, sayAbout, text } from "./taking.js";
import { chooseView, followTheme, switchTheme } from "./views.js";

let thread; // {element, props, trigger, server, watch} of the conversation

export function start(given) {
  thread = given;
  document.documentElement.lang = text("lang"); // gradio sets it to the browser's, which need not be the page's
  thread.element.setAttribute("role", "log");
  showRows();
  thread.watch("value", showRows);
  document.addEventListener("click", onClick, true);
  document.addEventListener("submit", onSubmit, true);
  document.addEventListener("keydown", onKey);
  window.addEventListener("page:asked", (event) => showPending(event.detail));
  window.addEventListener("page:failed", showFailed);
  showCards();
  followTheme();
  followOtherTabs();
  watchTaken();
}

// Rows: from turn `at` on, everything is replaced. What stands before keeps its state, and a screen reader hears only what is new.
function showRows() {
  const rows = thread.props.value;
  if (!rows || typeof rows.html !== "string") return;
  const turns = [...thread.element.querySelectorAll(":scope > .turn:not(.problem):not(.pending)")];
  if (turns.length < rows.at) return thread.trigger("refresh", {});
  const stale = [...thread.element.children].filter((one) => !turns.slice(0, rows.at).includes(one));
  if (rows.html || !turns.length) stale.forEach((one) => one.remove());
  thread.element.insertAdjacentHTML("beforeend", rows.html);
  thread.element.dataset.shown = Number(thread.element.dataset.shown ?? 0) + 1;
  thread.element.removeAttribute("aria-busy");
  document.querySelectorAll("#bar details[open]").forEach((menu) => menu.removeAttribute("open"));
  if (!rows.html) return;
  linkTo(thread.element.querySelector(".turn:last-child")?.dataset.link);
  if (rows.go) thread.element.lastElementChild?.scrollIntoView({ block: "start", behavior: rows.at ? "smooth" : "auto" });
  openFromHash(thread);
}

function linkTo(query) {
  const here = new URL(location.href);
  if (query === undefined && !thread.element.querySelector(".welcome")) return;
  history.replaceState(null, "", here.pathname + (query ? `?${query}` : "") + here.hash);
}

function showPending(question) {
  chooseView("ask");
  thread.element.querySelectorAll(".welcome, .problem, .pending").forEach((one) => one.remove());
  const turn = document.createElement("article");
  turn.className = "turn pending";
  const heading = turn.appendChild(document.createElement("h2"));
  heading.className = "question";
  heading.textContent = String(question).slice(0, 300);
  turn.appendChild(document.createElement("p")).textContent = text("searching");
  thread.element.append(turn);
  thread.element.setAttribute("aria-busy", "true");
  showPlace(turn);
  lookAfter(turn);
  turn.scrollIntoView({ block: "start", behavior: "smooth" });
}

// gradio shows the place in the queue beside the bar, in words of its own; here it becomes a sentence under the question.
function showPlace(turn) {
  const tracker = document.querySelector("#bar [data-testid=status-tracker]");
  const said = turn.querySelector("h2 + p");
  const observer = new MutationObserver(() => {
    if (!turn.isConnected) return observer.disconnect();
    const place = /(\d+)\/\d+ \|/.exec(tracker.textContent);
    said.textContent = place && Number(place[1]) > 1 ? text("waiting").replace("{count}", Number(place[1]) - 1) : text("searching");
  });
  if (tracker) observer.observe(tracker, { childList: true, subtree: true, characterData: true });
}

// Is the server still there? gradio tells of an answer that failed, but not of a connection that is gone.
async function lookAfter(turn) {
  while (turn.isConnected && turn.classList.contains("pending")) {
    await new Promise((done) => setTimeout(done, 1500));
    const there = await fetch("/healthz").then((answer) => answer.ok, () => false);
    if (!there && turn.isConnected) showFailed();
  }
}

// The server is gone or full: the question is still in the box.
function showFailed() {
  const turn = thread.element.querySelector(".pending");
  const said = (turn ?? thread.element).appendChild(document.createElement("p"));
  said.className = "problem-text";
  said.setAttribute("role", "alert");
  said.textContent = text("unreachable");
  turn?.querySelector("h2 + p").remove();
  turn?.classList.replace("pending", "problem");
  thread.element.removeAttribute("aria-busy");
}

const acts = {
  open: (at) => openPassage(thread, at),
  section: (at) => openSection(thread, at.dataset.section),
  step: (at) => step(thread, Number(at.dataset.step)),
  close: () => closePanel(),
  copy: (at) => copy(at, at.dataset.copy, text("copied")),
  link: (at) => copy(at, linkOf(at), text("linked")),
  view: (at) => chooseView(at.dataset.view),
  theme: () => switchTheme(),
  skip: () => focusQuestion(),
  language: (at) => { at.href = at.pathname + location.search + location.hash; return true; },
  ask: (at) => {
    showPending(at.dataset.question);
    thread.trigger("ask_this", { question: at.dataset.question, within: at.dataset.within ?? "", literal: at.dataset.literal ? "true" : "" });
  },
  scope: (at) => {
    thread.trigger("narrow", { within: at.dataset.within });
    chooseView("ask");
    focusQuestion();
  },
  begin: () => { thread.trigger("begin", {}); focusQuestion(); },
  select: (at) => thread.trigger("choose", { position: at.dataset.position }),
  forget: (at) => { if (confirm(at.dataset.sure)) thread.trigger("forget", { position: at.dataset.position }); },
  "forget-all": (at) => { if (confirm(at.dataset.sure)) thread.trigger("forget_all", {}); },
  export: (at) => thread.trigger("take", { format: at.dataset.format }),
  feedback: (at) => judge(at),
};

function onClick(event) {
  const at = event.target.closest?.("[data-act]");
  if (!at || at.tagName === "FORM" || !(at.dataset.act in acts)) return;
  if (acts[at.dataset.act](at) !== true) event.preventDefault();
}

function onSubmit(event) {
  const form = event.target.closest?.("form[data-act=compare]");
  if (!form) return;
  event.preventDefault();
  const { left, right, question } = Object.fromEntries(new FormData(form));
  thread.trigger("set_beside", { left, right, question });
}

function onKey(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    chooseView("ask");
    focusQuestion();
  }
  if (event.key === "Escape") closePanel();
}

function focusQuestion() {
  document.querySelector("#question textarea")?.focus();
}

function linkOf(at) {
  const query = at.closest("[data-link]")?.dataset.link ?? document.querySelector("#source")?.dataset.link ?? "";
  return `${location.origin}/${query ? `?${query}` : ""}#${encodeURIComponent(at.dataset.ref)}`;
}

async function judge(at) {
  const turn = at.closest(".turn");
  const first = turn.querySelector(".marker");
  const sent = [turn.dataset.question, at.dataset.verdict, first?.dataset.ref ?? "", first?.dataset.evidence ?? ""];
  const answer = await thread.server.feedback(sent).catch(() => ({ kept: false }));
  turn.querySelectorAll("[data-verdict]").forEach((one) => one.setAttribute("aria-pressed", String(one === at && answer.kept)));
  sayAbout(at, answer.kept ? text("thanks") : text("failed"));
}

function watchTaken() {
  window.addEventListener("page:taken", (event) => save(event.detail));
}
