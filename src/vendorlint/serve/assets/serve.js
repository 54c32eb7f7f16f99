// What a page can do beyond links and forms: keys, a search in the list, clauses taken into a form. Without it everything works but these.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const reveal = (element) => {
  if (element) element.hidden = false;
};

// Single keys, which a person may switch off (WCAG 2.1.4).
const KEYS_OFF = "vendorlint-keys-off";
const switched = document.querySelector("#keys");
if (switched) {
  all(".keys").forEach(reveal);
  switched.checked = !localStorage.getItem(KEYS_OFF);
  switched.addEventListener("change", () =>
    switched.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1"),
  );
}

const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select");

const press = (element) => {
  if (element.matches("summary")) {
    element.parentElement.open = true;
    element.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  } else if (element.matches("input")) {
    element.focus();
  } else {
    element.click();
  }
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || (switched && !switched.checked)) return;
  const key = event.key;
  const found = key === "e" ? document.querySelector(".to-clause") : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (found) {
    event.preventDefault();
    press(found);
  }
});

// The list: what is looked at is in view, and a search leaves what holds all its words.
const current = document.querySelector(".facts-list li [aria-current]");
const list = document.querySelector(".facts-list .scrolls");
if (current && list) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;
const find = document.querySelector("#find");
if (find) {
  reveal(find.parentElement);
  find.addEventListener("input", () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const link of all("[data-find]")) {
      link.parentElement.hidden = !words.every((word) => link.dataset.find.includes(word));
    }
    for (const heading of all(".facts-list h2")) {
      heading.hidden = !all("li:not([hidden])", heading.nextElementSibling).length;
    }
  });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") all("li:not([hidden]) [data-find]")[0]?.click();
  });
}

// The contract opens at the clause, where it stands beside the card and scrolls on its own.
const contracts = document.querySelector(".contracts");
const active = contracts?.querySelector("mark.active");
if (active && getComputedStyle(contracts).overflowY === "auto") {
  const place = active.getBoundingClientRect().top - contracts.getBoundingClientRect().top;
  contracts.scrollTop += place - contracts.clientHeight / 3;
}

// A clause for an override: one of the closest, or what is selected in the contract.
const override = document.querySelector("#override");
const quoted = override?.elements.quote;
for (const button of all(".adopt")) {
  reveal(button);
  button.addEventListener("click", () => {
    quoted.value = button.dataset.quote;
    press(override.parentElement.querySelector("summary"));
  });
}
const take = document.querySelector(".take");
if (take) {
  reveal(take);
  take.addEventListener("mousedown", (event) => event.preventDefault()); // which would end the selection
  take.addEventListener("click", () => {
    const selected = getSelection();
    if (contracts.contains(selected.anchorNode) && String(selected).trim()) quoted.value = String(selected);
  });
}

// What is typed and not sent is asked about before the page goes.
let sending = false;
addEventListener("submit", () => {
  sending = true;
});
const written = (field) =>
  field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
const unsent = () => all("form :is(input:not([type=hidden]), textarea)").some(written);
addEventListener("beforeunload", (event) => {
  if (!sending && unsent()) event.preventDefault();
});

// What was refused is read first.
document.querySelector(".refused")?.focus();

// A page that waits for a check shows what came of it.
const waitForCheck = async () => {
  const answer = await fetch("/checked");
  if (!answer.ok) return;
  if ((await answer.json()).working) return waitForCheck();
  if (!unsent()) location.reload();
};
if ("working" in document.body.dataset) waitForCheck().catch(() => {});
