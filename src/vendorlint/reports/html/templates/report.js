// Builds the vendors' pages of a report from the JSON in it. What comes from contracts only ever becomes text nodes and
// attributes' values, never markup; the page's Content-Security-Policy forbids anything else.
"use strict";
(() => {
  const MANY_HITS = 50;
  const QUOTE_LENGTH = 700;
  const LONG_LINE = 90; // characters; more than fit into a line of the page, so that no two numbers of lines collide
  const SEVERITIES = ["error", "warning", "info"];
  const FILTERS = ["q", "severity", "category", "status"];
  const SIGNS = { silent: "Silent", conflict: "Conflicting", parameters: "Wrong parameters", elsewhere: "For others" };
  const STATES = { waived: "Waived", baselined: "In the baseline" };
  const ROLES = { lead_in: "lead-in", exception: "exception", outranked: "outranked" };

  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const shared = JSON.parse(find("#shared").textContent);
  const rules = new Map(shared.rules.map((rule) => [rule.id, rule]));
  const titles = new Map(shared.facts.map((fact) => [fact.id, fact.title]));
  const categories = new Map(shared.categories.map((category) => [category.id, category.title]));
  const main = find("#content");
  const form = find("#filters");
  const overview = find("#overview");
  const page = find("#vendor");
  const overviewTitle = document.title;

  /** The vendor whose page is built: its data, with the elements of what can be filtered. Null until one is opened. */
  let open = null;
  let route = null;

  // ---- elements and links ----

  /** An element; attributes that are null or false are left out, children that are are not there. */
  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value !== null && value !== undefined && value !== false)
        element.setAttribute(name, value === true ? "" : value);
    }
    element.append(
      ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  /** A link inside of the report. Its href has the filters in force, see linkUp. */
  function link(path, attributes, ...children) {
    return h("a", { "data-to": "/" + path.map(encodeURIComponent).join("/"), ...attributes }, ...children);
  }

  /** A link that leaves the report, or plain text where it is no web address. */
  function outward(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol !== "https:" && url?.protocol !== "http:") return text;
    return h("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, text);
  }

  /** A list of names and texts, those that are empty left out. */
  function list(look, entries) {
    const shown = Object.entries(entries).filter(([, text]) => text);
    const pairs = shown.map(([name, text]) => h("div", null, h("dt", null, name), h("dd", null, text)));
    return h("dl", { class: look }, pairs);
  }

  const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const fold = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const badge = (severity) => h("span", { class: `badge ${severity}` }, severity);
  const label = (text, kind) => h("span", { class: `label ${kind}` }, text);

  // ---- the address: #/vendor/<id>/<view>/<...>?q=&severity=&category=&status=&sort=&from= ----

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text; // somebody typed a % that encodes nothing
    }
  }

  function parse(hash) {
    const [path, ...query] = hash.replace(/^#/, "").split("?");
    const [root, vendor, view, ...rest] = path.split("/").slice(1).map(decode);
    const opened = root === "vendor" ? vendor : undefined;
    return { vendor: opened, view, rest, path, query: new URLSearchParams(query.join("?")) };
  }

  function address(path, query) {
    const text = query.toString();
    return `#${path || "/"}${text ? `?${text}` : ""}`;
  }

  /** Gives every link inside of the report the filters in force; a search stays with the vendor that it was made in. */
  function linkUp() {
    for (const element of all("a[data-to]")) {
      const to = element.dataset.to;
      const query = new URLSearchParams();
      for (const name of FILTERS) {
        const value = route.query.get(name);
        if (value && (name !== "q" || parse(`#${to}`).vendor === route.vendor)) query.set(name, value);
      }
      if (element.dataset.from) query.set("from", element.dataset.from);
      const href = address(to, query);
      if (element.getAttribute("href") !== href) element.setAttribute("href", href);
    }
  }

  // ---- filters and search ----

  const chosen = (name) => route.query.get(name) ?? "";
  const wanted = (kind) =>
    (!chosen("severity") || kind.severity === chosen("severity")) &&
    (!chosen("category") || kind.category === chosen("category")) &&
    (!chosen("status") || kind.status === chosen("status") || kind.state === chosen("status"));

  function show(element, visible) {
    element.hidden = !visible;
    return visible ? 1 : 0;
  }

  function filterOverview() {
    const query = fold(chosen("q"));
    const narrowed = ["severity", "category", "status"].some(chosen);
    const rows = all("#matrix tbody tr");
    let shown = 0;
    for (const row of rows) {
      const named = fold(`${find("a", row).textContent} ${row.dataset.vendor}`).includes(query);
      shown += show(row, named && (!narrowed || shared.kinds[row.dataset.vendor].some(wanted)));
    }
    return `${shown} of ${plural(rows.length, "vendor")}`;
  }

  function filterVendor() {
    const query = fold(chosen("q"));
    const status = ["stated", "silent", "conflict"].includes(chosen("status")) ? chosen("status") : "";
    const category = chosen("category");
    const fits = (fact) => (!status || fact.status === status) && (!category || fact.categories.has(category));
    let [findings, facts] = [0, 0];
    for (const one of open.findings) findings += show(one.element, wanted(one) && one.words.includes(query));
    for (const one of open.facts) facts += show(one.element, fits(one) && one.words.includes(query));
    const hits = query ? search(query) : [];
    showHits(hits);
    show(find("#no-findings"), !findings);
    show(find("#no-facts"), !facts);
    const places = query ? `, ${plural(hits.length, "place")} in the text` : "";
    const [ofFindings, ofFacts] = [plural(open.findings.length, "finding"), plural(open.facts.length, "fact")];
    return `${findings} of ${ofFindings}, ${facts} of ${ofFacts}${places}`;
  }

  /** Where the folded query stands in the documents, also across the ends of lines. */
  function search(query) {
    const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+"), "giu");
    return open.data.documents.flatMap((contract) =>
      [...contract.text.matchAll(pattern)].map(({ 0: { length }, index: start }) => {
        return { contract, start, end: start + length };
      }));
  }

  function showHits(hits) {
    const items = hits.slice(0, MANY_HITS).map(({ contract, start, end }) => {
      const line = contract.text.slice(0, start).split("\n").length;
      const before = contract.text.slice(Math.max(0, start - 40), start).trimStart();
      const [match, after] = [contract.text.slice(start, end), contract.text.slice(end, end + 60).trimEnd()];
      return h("li", null,
        link(["vendor", open.data.id, "clause", contract.id, line], null, `${contract.id}, line ${line}`), " ",
        h("q", { lang: contract.language }, `…${before}`, h("strong", null, match), `${after}…`));
    });
    const more = hits.length > MANY_HITS ? h("li", { class: "muted" }, `and ${hits.length - MANY_HITS} more`) : "";
    const block = find("#hits");
    block.replaceChildren(h("h3", null, plural(hits.length, "place") + " in the text"), h("ol", null, items, more));
    show(block, hits.length);
  }

  function applyFilters() {
    for (const name of FILTERS) {
      const field = form.elements[name];
      if (field.value !== chosen(name)) field.value = chosen(name);
      if (field.value !== chosen(name)) route.query.delete(name); // an address may ask for what is no choice
    }
    const text = open && !page.hidden ? filterVendor() : filterOverview();
    const count = find("#count");
    if (count.textContent !== text) count.textContent = text;
    linkUp();
  }

  /** The form's values into the address, in place: going back leaves the view rather than undoing each key. */
  function filtersChanged() {
    const query = new URLSearchParams(route.query);
    for (const name of FILTERS) {
      if (form.elements[name].value) query.set(name, form.elements[name].value);
      else query.delete(name);
    }
    history.replaceState(null, "", address(route.path, query));
    route = parse(location.hash);
    applyFilters();
  }

  // ---- the overview ----

  function sortOverview() {
    const by = chosen("sort") === "vendor" ? "vendor" : "worst";
    const key = by === "vendor" ? "byVendor" : "byWorst";
    const body = find("#matrix tbody");
    const sorted = [...body.rows].sort((one, other) => one.dataset[key] - other.dataset[key]);
    if (sorted.some((row, index) => row !== body.rows[index])) body.append(...sorted);
    for (const head of all("#matrix [data-sort]")) {
      if (head.dataset.sort === by) head.setAttribute("aria-sort", by === "vendor" ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  }

  function makeSortable() {
    for (const head of all("#matrix [data-sort]")) {
      const button = h("button", { type: "button" }, head.textContent.trim());
      button.addEventListener("click", () => {
        const query = new URLSearchParams(route.query);
        query.set("sort", head.dataset.sort);
        history.replaceState(null, "", address("/", query));
        route = parse(location.hash);
        sortOverview();
      });
      head.replaceChildren(button);
    }
  }

  // ---- a vendor's page ----

  /** The data of a vendor with what its page looks up: texts of documents, quotes of clauses, what points at them. */
  function load(script) {
    const data = JSON.parse(script.textContent);
    for (const contract of data.documents) contract.text = contract.lines.join("\n");
    const contracts = new Map(data.documents.map((contract) => [contract.id, contract]));
    for (const clause of data.clauses) {
      const contract = contracts.get(clause.document);
      clause.language = contract?.language ?? null;
      const parts = clause.pieces.map(([line, start, end]) => contract.lines[line - 1].slice(start, end));
      clause.quote ??= parts.join(" ").replace(/\s+/g, " ");
      clause.known = contract !== undefined;
      clause.facts = [];
      clause.findings = [];
    }
    for (const fact of data.facts) {
      for (const side of fact.sides) {
        for (const use of side.clauses) {
          const known = data.clauses[use.clause].facts.find((each) => each.side === side);
          if (!known) data.clauses[use.clause].facts.push({ fact, side, role: use.role });
          else if (!ROLES[use.role]) known.role = use.role;
        }
      }
    }
    for (const finding of data.findings) {
      for (const use of finding.clauses) {
        const known = data.clauses[use.clause].findings;
        if (!known.includes(finding)) known.push(finding);
      }
    }
    return data;
  }

  function buildVendor(data) {
    const findings = data.findings.map((finding) => {
      const rule = rules.get(finding.rule) ?? {};
      const quotes = finding.clauses.map((use) => data.clauses[use.clause].quote);
      const own = [finding.rule, finding.message, finding.fact, finding.found, finding.required, finding.waiver];
      const advice = Object.values(adviceOf(rule));
      const words = fold([...own, rule.title, ...advice, ...quotes].join(" "));
      return { ...finding, category: rule.category ?? "custom", words, element: findingCard(data, finding, rule) };
    });
    const facts = data.facts.map((fact) => {
      const quotes = fact.sides.flatMap((side) => side.clauses.map((use) => data.clauses[use.clause].quote));
      const values = fact.sides.map((side) => side.value);
      const asking = fact.rules.map((rule) => rules.get(rule)?.category);
      const words = fold([fact.id, titles.get(fact.id), fact.status, ...values, ...quotes].join(" "));
      return { ...fact, words, categories: new Set([fact.id.split(".")[0], ...asking]), element: factRow(data, fact) };
    });
    const { owner, tier, customer, renewal_date: renewal } = data;
    const declared = { Owner: owner, Tier: tier, Data: data.data, Customer: customer, Renewal: renewal };
    const heading = (id, text) => h("h2", { id, tabindex: -1 }, text);
    page.replaceChildren(
      h("nav", { "aria-label": "Report" }, link([], null, "← All vendors")),
      h("h1", { tabindex: -1 }, data.name),
      list("declared", declared),
      h("nav", { class: "sections", "aria-label": "On this page" },
        link(["vendor", data.id, "findings"], null, `Findings (${findings.length})`),
        link(["vendor", data.id, "facts"], null, `Facts (${facts.length})`),
        link(["vendor", data.id, "text"], null, "Contract text")),
      h("p", { id: "missing", class: "note", role: "status", hidden: true }),
      h("div", { class: "columns" },
        h("div", { class: "reading" },
          h("section", { "aria-labelledby": "findings" },
            heading("findings", "Findings"),
            h("p", { id: "no-findings", class: "muted" }, `No finding${findings.length ? " fits the filters" : ""}.`),
            findings.map((finding) => finding.element),
            shared.definitions.length ? h("details", { class: "definitions" },
              h("summary", null, "Definitions to put in once with these clauses"),
              h("ul", null, shared.definitions.map((clause) => h("li", null, clause)))) : null),
          h("section", { "aria-labelledby": "facts" },
            heading("facts", "Facts"),
            h("p", { id: "no-facts", class: "muted" }, "No fact fits the filters."),
            factTable(facts)),
          passedRules(data)),
        h("section", { class: "contracts", "aria-labelledby": "text", tabindex: 0 },
          heading("text", "Contract text"),
          h("section", { id: "hits", "aria-label": "Places in the text", hidden: true }),
          data.documents.map((contract) => contractText(data, contract)))));
    return { data, findings, facts };
  }

  /** Why it matters and what to say to the vendor, in the order in which one gives way. */
  function adviceOf({ why, remedy, negotiate = {} }) {
    return {
      "Why it matters": why,
      "What to ask for": remedy,
      "Clause to propose": negotiate.ask_for,
      "Fall back to": negotiate.fall_back_to,
      "Walk away at": negotiate.walk_away_at,
    };
  }

  function findingCard(data, finding, rule) {
    const [id, title] = [`finding-${finding.id}`, `title-${finding.id}`];
    const { fact, found, confidence, scope, elsewhere, required, also } = finding;
    const values = { Fact: fact, Found: found, Confidence: confidence, "Holds for": scope, Elsewhere: elsewhere, Required: required, "Also found by": also };
    const look = `finding ${finding.severity} ${finding.state}`;
    const ticket = finding.ticket ? [" ", outward(finding.ticket)] : null;
    const permanent = { "aria-label": `Link to this finding: ${finding.rule}` };
    return h("article", { id, class: look, tabindex: -1, "aria-labelledby": title },
      h("h3", { id: title }, badge(finding.severity), " ", finding.message),
      h("p", { class: "meta" },
        link(["vendor", data.id, "finding", finding.id], permanent, finding.rule), " ",
        label(categories.get(rule.category) ?? "Custom", "category"), " ",
        SIGNS[finding.status] ? [label(SIGNS[finding.status], finding.status), " "] : null,
        STATES[finding.state] ? label(STATES[finding.state], finding.state) : null),
      list("values", values),
      finding.clauses.map((use) => quoted(data, use, finding.id)),
      finding.clauses.length ? null : h("p", { class: "muted place" }, finding.place),
      finding.closest.length ? h("details", { class: "closest" },
        h("summary", null, "The clauses closest to it, which do not say it as far as was read"),
        finding.closest.map((near) => closest(data, near))) : null,
      finding.override ? h("p", { class: "waiver" }, `Override: ${finding.override}`) : null,
      finding.readers ? h("p", { class: "waiver" }, `Read by ${finding.readers}`) : null,
      finding.waiver ? h("p", { class: "waiver" }, `Waiver: ${finding.waiver}`, ticket) : null,
      list("advice", adviceOf(rule)),
      rule.documentation ? h("p", { class: "documentation" }, "Documentation: ", outward(rule.documentation)) : null);
  }

  /** A clause as a quotation with its telling words, and the way to it in the contract. */
  function quoted(data, use, finding) {
    const clause = data.clauses[use.clause];
    const role = ROLES[use.role] ? ` (${ROLES[use.role]})` : "";
    const place = `${clause.document}, line ${clause.line}`;
    const path = ["vendor", data.id, "clause", clause.document, clause.line];
    const where = clause.known ? link(path, { "data-from": finding, class: "to-clause" }, place) : place;
    return h("figure", { class: "quote" },
      h("blockquote", { lang: clause.language }, emphasised(clause.quote, use.words)),
      h("figcaption", null, where, role, use.title ? ` · ${use.title}` : null));
  }

  /** A clause that proves nothing, as a quotation, and the way to its line in the contract. */
  function closest(data, { document: name, line, place, quote }) {
    const contract = data.documents.find((each) => each.id === name);
    const way = link(["vendor", data.id, "clause", name, line], null, `${name}, line ${line}`);
    return h("figure", { class: "quote" },
      h("blockquote", { lang: contract?.language ?? null }, emphasised(quote, [])),
      h("figcaption", null, way, place ? ` · ${place}` : null));
  }

  /** A quote with its telling words strong; a long one is cut around the first of them. */
  function emphasised(quote, words) {
    const found = words.map((word) => [quote.indexOf(word), word.length]).filter(([start]) => start >= 0);
    const spans = found.sort(([one], [other]) => one - other);
    const from = quote.length > QUOTE_LENGTH ? Math.max(0, (spans[0]?.[0] ?? 0) - QUOTE_LENGTH / 2) : 0;
    const to = Math.min(quote.length, from + QUOTE_LENGTH);
    const parts = [from ? "[…] " : ""];
    let at = from;
    for (const [start, length] of spans) {
      const [first, last] = [Math.max(at, start), Math.min(to, start + length)];
      if (first >= last) continue;
      parts.push(quote.slice(at, first), h("strong", null, quote.slice(first, last)));
      at = last;
    }
    return [...parts, quote.slice(at, to), to < quote.length ? " […]" : ""];
  }

  function factTable(facts) {
    const columns = ["Fact", "Value", "Confidence", "Clauses"];
    return h("div", { class: "scroll", role: "region", "aria-label": "Facts in a table", tabindex: 0 },
      h("table", { class: "facts" },
        h("thead", null, h("tr", null, columns.map((column) => h("th", { scope: "col" }, column)))),
        h("tbody", null, facts.map((fact) => fact.element))));
  }

  function factRow(data, fact) {
    const each = (part) => fact.sides.map((side) => h("div", null, part(side)));
    const clauses = (side) => side.clauses.map((use) => {
      const { document: name, line } = data.clauses[use.clause];
      return [link(["vendor", data.id, "clause", name, line], null, `${name}:${line}`), " "];
    });
    const aside = fact.aside.map((side) =>
      h("div", { class: "muted" }, `${side.label}: ${side.value} `, clauses(side)));
    const review = fact.review ? h("div", { class: "muted" }, `Review: ${fact.review}`) : null;
    const sign = SIGNS[fact.status] ? label(SIGNS[fact.status], fact.status) : null;
    return h("tr", { id: `fact-${fact.id}`, tabindex: -1 },
      h("th", { scope: "row" }, h("code", null, fact.id), h("div", { class: "muted" }, titles.get(fact.id))),
      h("td", null, sign, each((side) => (side.scope ? `${side.scope}: ${side.value}` : side.value)), review, aside),
      h("td", null, each((side) => side.confidence)),
      h("td", null, each(clauses)));
  }

  function passedRules(data) {
    if (!data.passed.length) return null;
    const items = data.passed.map((rule) => h("li", null, h("code", null, rule), " ", rules.get(rule)?.title));
    return h("details", { class: "passed" },
      h("summary", null, `${plural(data.passed.length, "rule")} with nothing to report`),
      h("ul", null, items));
  }

  // ---- the contract text ----

  function contractText(data, contract) {
    const pieces = new Map(); // of each line: [start, end, clause]
    const heads = new Map(); // clauses by the line that they begin on
    data.clauses.forEach((clause, index) => {
      if (clause.document !== contract.id || !clause.pieces.length) return;
      heads.set(clause.line, [...(heads.get(clause.line) ?? []), clause]);
      for (const [line, ...ends] of clause.pieces) pieces.set(line, [...(pieces.get(line) ?? []), [...ends, index]]);
    });
    const blocks = [];
    let paragraph = null;
    contract.lines.forEach((text, index) => {
      const number = index + 1;
      if (!text.trim()) {
        paragraph = null;
        return;
      }
      const depth = /^(#{1,6})\s/.exec(text)?.[1].length;
      if (depth || !paragraph) {
        const flows = text.length >= LONG_LINE ? "flows" : null; // prose that was wrapped at some width
        paragraph = depth
          ? h("div", { class: "heading", role: "heading", "aria-level": Math.min(6, depth + 3) })
          : h("p", { class: flows });
        blocks.push(paragraph);
      }
      for (const clause of heads.get(number) ?? []) paragraph.append(proves(data, clause));
      const line = { class: "line", "data-line": number, id: lineId(contract.id, number), tabindex: -1 };
      paragraph.append(h("span", line, marked(data, text, pieces.get(number) ?? [])), "\n");
      if (depth) paragraph = null;
      else if (text.length < LONG_LINE && contract.lines[index + 1]?.trim()) paragraph.classList.remove("flows");
    });
    const dated = contract.effective_date ? `, effective ${contract.effective_date}` : "";
    const kind = `${contract.type.replaceAll("_", " ")}, ${contract.language}${dated}`;
    return h("section", { class: "contract", "aria-label": contract.id },
      h("h3", null, contract.id),
      h("p", { class: "muted" }, `${contract.path} · ${kind}`),
      h("div", { class: "text", lang: contract.language }, blocks));
  }

  const lineId = (contract, number) => `line-${contract}-${number}`;

  /** A line cut at every start and end of a clause, so that overlapping clauses stay well-formed. */
  function marked(data, text, pieces) {
    const ends = new Set([0, text.length, ...pieces.flatMap(([start, end]) => [start, end])]);
    const cuts = [...ends].sort((one, other) => one - other);
    return cuts.slice(0, -1).map((from, index) => {
      const part = text.slice(from, cuts[index + 1]);
      const clauses = pieces.filter(([start, end]) => start <= from && from < end).map(([, , clause]) => clause);
      if (!clauses.length) return part;
      const resting = clauses.flatMap((clause) => data.clauses[clause].findings);
      const counting = resting.filter((finding) => finding.state === "open");
      const worst = SEVERITIES.find((severity) => counting.some((finding) => finding.severity === severity));
      return h("mark", { class: worst ?? "", "data-clauses": clauses.join(" ") }, part);
    });
  }

  /** What a clause proves, above the line that it begins on. */
  function proves(data, clause) {
    const facts = clause.facts.map(({ fact, side, role }) => {
      const text = `${fact.id}: ${side.value}${side.scope ? ` (${side.scope})` : ""}${ROLES[role] ? ` (${ROLES[role]})` : ""}`;
      return [link(["vendor", data.id, "fact", fact.id], { class: "label fact" }, text), " "];
    });
    const findings = clause.findings.map(({ id, rule, severity, state }) => {
      const look = `label ${state === "open" ? severity : ""}`;
      return [link(["vendor", data.id, "finding", id], { class: look }, rule), " "];
    });
    const told = h("span", { class: "unseen" }, "The next clause proves ");
    return h("span", { class: "proves", lang: "en" }, told, facts, findings);
  }

  // ---- going somewhere ----

  function goTo(element) {
    element.hidden = false; // whoever asks for it by its address gets it, whatever the filters say
    for (const other of all(".current")) other.classList.remove("current");
    element.classList.add("current");
    reveal(element);
  }

  function reveal(element) {
    element.scrollIntoView({ block: matchMedia("(max-width: 70rem)").matches ? "start" : "center" });
    element.focus({ preventScroll: true });
  }

  const touches = (clause, line) => clause.pieces.some(([number]) => number === line);

  function goToClause([name, line]) {
    const target = document.getElementById(lineId(name, line));
    if (!target) return miss(`This report has no line ${line ?? ""} of a document '${name ?? ""}'.`);
    const there = open.data.clauses.filter((clause) => clause.document === name && touches(clause, Number(line)));
    const starting = there.filter((clause) => clause.line === Number(line));
    const meant = starting.length ? starting : there;
    for (const mark of all("mark", page)) {
      const clauses = mark.dataset.clauses.split(" ").map((index) => open.data.clauses[index]);
      mark.classList.toggle("active", clauses.some((clause) => meant.includes(clause)));
    }
    goTo(target);
    const back = wayBack(meant);
    const last = Math.max(Number(line), ...meant.flatMap((clause) => clause.pieces.map(([number]) => number)));
    if (back) document.getElementById(lineId(name, last)).after(back);
    linkUp();
    return true;
  }

  /** From a clause to the finding that the reader came from, or else to those that rest on it. */
  function wayBack(clauses) {
    const resting = [...new Set(clauses.flatMap((clause) => clause.findings))];
    const from = resting.filter((finding) => finding.id === chosen("from"));
    if (!resting.length) return null;
    const text = from.length ? "← Back to the finding" : "← Finding";
    const ways = from.length ? from : resting;
    return h("span", { class: "back", lang: "en" },
      ways.map(({ id, rule }) => [link(["vendor", open.data.id, "finding", id], null, `${text}: ${rule}`), " "]));
  }

  function miss(text) {
    find("#missing").textContent = text;
    find("#missing").hidden = false;
    return false;
  }

  function showVendor(arrived) {
    const script = all("script.page").find((each) => each.dataset.vendor === route.vendor);
    const fresh = open?.data.id !== route.vendor || page.hidden;
    overview.hidden = true;
    page.hidden = false;
    if (!script) {
      open = null;
      page.replaceChildren(
        h("h1", { tabindex: -1 }, "Not in this report"),
        h("p", null, `It has no vendor '${route.vendor}'. `),
        link([], null, "All vendors"));
      document.title = overviewTitle;
      return find("h1", page).focus();
    }
    if (open?.data.id !== route.vendor) open = buildVendor(load(script));
    document.title = `${open.data.name} – vendorlint`;
    find("#missing").hidden = true;
    for (const old of all(".back, .current, mark.active", page)) {
      if (old.classList.contains("back")) old.remove();
      else old.classList.remove("current", "active");
    }
    applyFilters();
    const [first] = route.rest;
    if (route.view === "clause") return goToClause(route.rest);
    if (route.view === "finding") {
      const finding = open.findings.find((each) => first && each.id.startsWith(first.slice(0, each.id.length)));
      return finding ? goTo(finding.element) : miss(`This report has no finding '${first ?? ""}' of this vendor.`);
    }
    if (route.view === "fact") {
      const fact = open.facts.find((each) => each.id === first);
      return fact ? goTo(fact.element) : miss(`This report has no fact '${first ?? ""}' of this vendor.`);
    }
    if (["findings", "facts", "text"].includes(route.view)) return reveal(document.getElementById(route.view));
    if (fresh && arrived) return arrive(find("h1", page));
    return undefined;
  }

  function arrive(heading) {
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  /** @param arrived whether the reader went there inside of the report, and did not just open it */
  function showRoute(arrived) {
    const before = route;
    route = parse(location.hash);
    if (route.vendor !== undefined) {
      showVendor(arrived);
    } else {
      const fresh = overview.hidden;
      page.hidden = true;
      overview.hidden = false;
      document.title = overviewTitle;
      sortOverview();
      if (fresh && arrived) {
        const row = all("#matrix tbody tr").find((each) => each.dataset.vendor === before?.vendor);
        if (row) find("a", row).focus();
        else arrive(find("h1", overview));
      }
    }
    if (page.hidden || !open) applyFilters();
  }

  // ---- start ----

  // A finding is where going back from its clause leads, also for those who came to it by scrolling.
  page.addEventListener("click", (event) => {
    const target = event.target.closest("a.to-clause");
    if (!target) return;
    const finding = `/vendor/${encodeURIComponent(open.data.id)}/finding/${target.dataset.from}`;
    history.replaceState(null, "", address(finding, route.query));
  });
  form.addEventListener("input", filtersChanged);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filtersChanged)); // the fields are cleared after the event
  find(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address's fragment is the route
    main.focus();
  });
  addEventListener("hashchange", () => showRoute(true));
  makeSortable();
  form.hidden = false;
  showRoute(false);
})();
