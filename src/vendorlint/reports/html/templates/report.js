// Builds the vendors' pages of a report from the JSON in it. What comes from contracts only ever becomes text nodes and
// attributes' values, never markup; the page's Content-Security-Policy forbids anything else.
"use strict";
(() => {
  const MANY_HITS = 50;
  const FEW_HITS = 4; // of each vendor, where all are searched
  const SHORT_QUERY = 2; // a letter stands everywhere
  const QUOTE_LENGTH = 700;
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
  const comparison = find("#comparison");
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

  /** An identifier that may be broken where its words end, and nowhere else. */
  function breakable(text) {
    return String(text).split(/(?<=[._])/).flatMap((part, index) => (index ? [h("wbr"), part] : [part]));
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
    return { vendor: opened, facts: root === "facts", view, rest, path, query: new URLSearchParams(query.join("?")) };
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
        const stays = name !== "q" || "searched" in element.dataset || parse(`#${to}`).vendor === route.vendor;
        if (value && stays) query.set(name, value);
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
    (!chosen("category") || (kind.categories ?? [kind.category]).includes(chosen("category"))) &&
    (!chosen("status") || kind.status === chosen("status") || kind.state === chosen("status"));

  function show(element, visible) {
    element.hidden = !visible;
    return visible ? 1 : 0;
  }

  function filterOverview() {
    const query = fold(chosen("q"));
    const narrowed = ["severity", "category", "status"].some(chosen);
    const found = query.length >= SHORT_QUERY ? searchAll(query) : [];
    const hit = new Set(found.map(({ data }) => data.id));
    const rows = all("#matrix tbody tr");
    let shown = 0;
    for (const row of rows) {
      const named = fold(`${find("a", row).textContent} ${row.dataset.vendor}`).includes(query);
      const fits = named || hit.has(row.dataset.vendor);
      shown += show(row, fits && (!narrowed || shared.kinds[row.dataset.vendor].some(wanted)));
    }
    showFound(found);
    const vendors = `${shown} of ${plural(rows.length, "vendor")}`;
    return query.length >= SHORT_QUERY ? `${vendors}; ${hitCounts(found)}` : vendors;
  }

  /** What of each vendor has the folded query in it; vendors without are left out. */
  function searchAll(query) {
    return all("script.page").map((script) => {
      const data = load(script);
      const has = (one) => one.words.includes(query);
      const [findings, facts] = [data.findings.filter((one) => wanted(one) && has(one)), data.facts.filter(has)];
      return { data, findings, facts, places: search(data, query) };
    }).filter(({ findings, facts, places }) => findings.length || facts.length || places.length);
  }

  function hitCounts(found) {
    const sum = (name) => found.reduce((total, each) => total + each[name].length, 0);
    return `${plural(sum("findings"), "finding")}, ${plural(sum("facts"), "fact")}, ` +
      `${plural(sum("places"), "place")} in the text`;
  }

  /** What was found in all vendors, the vendor with the most first. */
  function showFound(found) {
    const block = find("#found");
    const size = ({ findings, facts, places }) => findings.length + facts.length + places.length;
    const sorted = [...found].sort((one, other) => size(other) - size(one)).slice(0, MANY_HITS);
    block.replaceChildren(...sorted.map((each) => h("section", null,
      h("h3", null, link(["vendor", each.data.id], { "data-searched": true }, each.data.name)),
      h("ul", null, [...hitItems(each)].slice(0, FEW_HITS)),
      size(each) > FEW_HITS ? h("p", { class: "muted" }, `and ${size(each) - FEW_HITS} more`) : null)));
    show(block, found.length);
  }

  function* hitItems({ data, findings, facts, places }) {
    const item = (kind, path, text, ...more) => h("li", null,
      label(kind, "kind"), " ", link(["vendor", data.id, ...path], { "data-searched": true }, text), ...more);
    for (const one of findings) yield item("Finding", ["finding", one.id], `${one.severity}: ${one.message}`);
    for (const one of facts) {
      const values = one.sides.map((side) => side.value).join("; ") || SIGNS[one.status];
      yield item("Fact", ["fact", one.id], titles.get(one.id) ?? one.id, " ", values);
    }
    for (const place of places) {
      const { id } = place.contract;
      yield item("Text", ["clause", id, place.line], `${id}, line ${place.line}`, " ", excerpt(place));
    }
  }

  function filterVendor() {
    const query = fold(chosen("q"));
    const status = ["stated", "silent", "conflict"].includes(chosen("status")) ? chosen("status") : "";
    const category = chosen("category");
    const fits = (fact) => (!status || fact.status === status) && (!category || fact.categories.has(category));
    let [findings, facts] = [0, 0];
    for (const one of open.findings) findings += show(one.element, wanted(one) && one.words.includes(query));
    for (const one of open.facts) facts += show(one.element, fits(one) && one.words.includes(query));
    const hits = query ? search(open.data, query) : [];
    showHits(hits);
    show(find("#no-findings"), !findings);
    show(find("#no-facts"), !facts);
    const places = query ? `, ${plural(hits.length, "place")} in the text` : "";
    const [ofFindings, ofFacts] = [plural(open.findings.length, "finding"), plural(open.facts.length, "fact")];
    return `${findings} of ${ofFindings}, ${facts} of ${ofFacts}${places}`;
  }

  /** Where the folded query stands in a vendor's documents, also across the ends of lines. */
  function search(data, query) {
    const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+"), "giu");
    return data.documents.filter((contract) => contract.folded.includes(query)).flatMap((contract) =>
      [...contract.words.matchAll(pattern)].map(({ 0: { length }, index: start }) => {
        const line = contract.lines[contract.words.slice(0, start).split("\n").length - 1].number;
        return { contract, line, start, end: start + length };
      }));
  }

  /** What a place in a text says, with what stands before and behind. */
  function excerpt({ contract, start, end }) {
    const before = contract.words.slice(Math.max(0, start - 40), start).trimStart();
    const [match, after] = [contract.words.slice(start, end), contract.words.slice(end, end + 60).trimEnd()];
    return h("q", { lang: contract.language }, `…${before}`, h("strong", null, match), `${after}…`);
  }

  function showHits(hits) {
    const items = hits.slice(0, MANY_HITS).map((place) => h("li", null,
      link(["vendor", open.data.id, "clause", place.contract.id, place.line], null,
        `${place.contract.id}, line ${place.line}`), " ", excerpt(place)));
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
    const text = open && !page.hidden ? filterVendor() : route.facts ? filterComparison() : filterOverview();
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

  const loaded = new Map();

  /** The data of a vendor with what its page looks up: texts of documents, quotes of clauses, what points at them. */
  function load(script) {
    const { vendor } = script.dataset;
    if (!loaded.has(vendor)) loaded.set(vendor, indexed(JSON.parse(script.textContent)));
    return loaded.get(vendor);
  }

  function indexed(data) {
    for (const clause of data.clauses) Object.assign(clause, { lines: [], facts: [], findings: [] });
    for (const contract of data.documents) readLines(data, contract);
    const contracts = new Map(data.documents.map((contract) => [contract.id, contract]));
    for (const clause of data.clauses) {
      const contract = contracts.get(clause.document);
      clause.language = contract?.language ?? null;
      clause.quote ??= clause.lines.map(({ words }) => words).join(" ").replace(/\s+/g, " ").trim();
      clause.known = contract !== undefined;
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
    data.findings.forEach((finding) => addWords(data, finding));
    data.facts.forEach((fact) => addFactWords(data, fact));
    return data;
  }

  /** What a finding is found by. */
  function addWords(data, finding) {
    const rule = rules.get(finding.rule) ?? {};
    const quotes = finding.clauses.map((use) => data.clauses[use.clause].quote);
    const own = [finding.rule, finding.message, finding.fact, finding.found, finding.required, finding.waiver];
    finding.words = fold([...own, rule.title, ...Object.values(adviceOf(rule)), ...quotes].join(" "));
    const told = [finding.rule, ...finding.alsoRules];
    finding.categories = told.map((each) => rules.get(each)?.category ?? "custom");
  }

  function addFactWords(data, fact) {
    const quotes = fact.sides.flatMap((side) => side.clauses.map((use) => data.clauses[use.clause].quote));
    const values = fact.sides.map((side) => side.value);
    const asking = fact.rules.map((rule) => rules.get(rule)?.category);
    fact.words = fold([fact.id, titles.get(fact.id), fact.status, ...values, ...quotes].join(" "));
    fact.categories = new Set([fact.id.split(".")[0], ...asking]);
  }

  /** The words of each line of a contract, and of each clause which of them stand in which lines. */
  function readLines(data, contract) {
    contract.lines = [];
    const walk = (node, clauses) => {
      if (typeof node === "string") {
        for (const place of [contract.lines.at(-1), ...clauses.map((clause) => clause.lines.at(-1))]) {
          if (place) place.words += node;
        }
        return;
      }
      const [tag, { "data-line": number, "data-clauses": marked }, ...children] = node;
      if (number) contract.lines.push({ number, words: "" });
      const within = marked ? marked.split(" ").map((index) => data.clauses[index]) : clauses;
      for (const clause of marked ? within : []) {
        const line = contract.lines.at(-1)?.number ?? clause.line;
        if (clause.lines.at(-1)?.number !== line) clause.lines.push({ number: line, words: "" });
      }
      for (const child of children) walk(child, within);
      if (tag === "td" || tag === "th") contract.lines.at(-1).words += " ";
    };
    for (const node of contract.text) walk(node, []);
    contract.words = contract.lines.map((line) => line.words).join("\n");
    contract.folded = fold(contract.words);
  }

  function buildVendor(data) {
    const findings = data.findings.map((finding) => {
      return { ...finding, element: findingCard(data, finding, rules.get(finding.rule) ?? {}) };
    });
    const facts = data.facts.map((fact) => ({ ...fact, element: factRow(data, fact) }));
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
          key(),
          data.documents.map((contract) => contractText(data, contract)))));
    return { data, findings, facts };
  }

  /** What marks in a contract mean. */
  function key() {
    const clause = (look) => h("mark", { class: look }, "clause");
    const rows = [
      [clause(null), "states a fact"],
      ...SEVERITIES.map((severity) => [clause(severity), `an open finding rests on it: ${severity}`]),
      [h("span", { class: "unstated" }, "words"), "were read as stating nothing: struck, hidden, not ticked, a blank"],
      [h("span", { class: "link" }, "words"), "lead elsewhere in the document itself; no link here"],
    ];
    return h("details", { class: "key" }, h("summary", null, "Legend"),
      h("dl", { class: "legend" }, rows.map(([sign, text]) => h("div", null, h("dt", null, sign), h("dd", null, text)))));
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

  // On a narrow screen a row is set as a block, which would be no row any more to who listens: roles keep it one.
  function factTable(facts) {
    const columns = ["Fact", "Value", "Confidence", "Clauses"];
    const heads = columns.map((column) => h("th", { scope: "col", role: "columnheader" }, column));
    return h("div", { class: "scroll", role: "region", "aria-label": "Facts in a table", tabindex: 0 },
      h("table", { class: "facts", role: "table" },
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
        h("tbody", { role: "rowgroup" }, facts.map((fact) => fact.element))));
  }

  function factRow(data, fact) {
    const each = (part) => fact.sides.map((side) => h("div", null, part(side)));
    const clauses = (side) => side.clauses.map((use) => {
      const { document: name, line } = data.clauses[use.clause];
      return [link(["vendor", data.id, "clause", name, line], null, `${name}:${line}`), " "];
    });
    const aside = fact.aside.map((side) =>
      h("div", { class: "muted" }, `${side.label}: `, breakable(side.value), " ", clauses(side)));
    const review = fact.review ? h("div", { class: "muted" }, `Review: ${fact.review}`) : null;
    const sign = SIGNS[fact.status] ? label(SIGNS[fact.status], fact.status) : null;
    const cell = (name, ...children) => h("td", { role: "cell", "data-label": name }, children);
    return h("tr", { id: `fact-${fact.id}`, tabindex: -1, role: "row" },
      h("th", { scope: "row", role: "rowheader" },
        titles.get(fact.id) ?? null, h("div", null, h("code", { class: "muted" }, breakable(fact.id)))),
      cell("Value", sign, each((side) => breakable(side.scope ? `${side.scope}: ${side.value}` : side.value)), review, aside),
      cell("Confidence", each((side) => side.confidence)),
      cell("Clauses", each(clauses)));
  }

  function passedRules(data) {
    if (!data.passed.length) return null;
    const items = data.passed.map((rule) => h("li", null, h("code", null, rule), " ", rules.get(rule)?.title));
    return h("details", { class: "passed" },
      h("summary", null, `${plural(data.passed.length, "rule")} with nothing to report`),
      h("ul", null, items));
  }

  // ---- facts by vendor ----

  /** The rows of the comparison, once it is open: [fact, cells, element]. */
  let compared = null;

  /** A table of all facts that a vendor states or a rule asks about, and what each vendor's terms say of them. */
  function buildComparison() {
    const vendors = all("#matrix tbody tr").map((row) => all("script.page")
      .find((script) => script.dataset.vendor === row.dataset.vendor)).filter(Boolean).map(load);
    vendors.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
    const known = new Map(vendors.map((data) => [data, new Map(data.facts.map((fact) => [fact.id, fact]))]));
    const there = new Set(vendors.flatMap((data) => data.facts.map((fact) => fact.id)));
    const ids = [...titles.keys()].filter((id) => there.has(id));
    compared = ids.map((id) => {
      const cells = vendors.map((data) => comparedCell(data, known.get(data).get(id), id));
      const head = h("th", { scope: "row" },
        titles.get(id), h("div", null, h("code", { class: "muted" }, breakable(id))));
      return { id, cells, element: h("tr", null, head, cells.map((cell) => cell.element)) };
    });
    const names = vendors.map((data) => h("th", { scope: "col" },
      h("a", { href: address(`/vendor/${encodeURIComponent(data.id)}`, new URLSearchParams()) }, data.name)));
    find("#compared").replaceChildren(
      h("caption", { class: "unseen" }, "What the terms of each vendor state, by fact"),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Fact"), names)),
      h("tbody", null, compared.map((row) => row.element)));
  }

  function comparedCell(data, fact, id) {
    if (!fact) return { value: "", status: "", words: "", categories: new Set(), element: h("td") };
    const open = data.findings.filter((finding) => finding.fact === id && finding.state === "open");
    const severity = SEVERITIES.find((each) => open.some((finding) => finding.severity === each)) ?? "";
    const said = fact.sides.map((side) => (side.scope ? `${side.scope}: ${side.value}` : side.value)).join("; ");
    const value = fact.status === "silent" ? "∅" : fact.status === "conflict" ? `≠ ${said}` : said;
    const path = ["vendor", data.id, "fact", id].map(encodeURIComponent).join("/");
    const look = { href: address(`/${path}`, new URLSearchParams()), class: severity ? `tally ${severity}` : null };
    const heard = fact.status === "silent" ? "silent" : null;
    return { value, severity, status: fact.status, words: fact.words, categories: fact.categories,
      element: h("td", null, h("a", { ...look, "aria-label": heard }, breakable(value)),
        severity ? h("span", { class: "unseen" }, ` ${severity}`) : null) };
  }

  function filterComparison() {
    const [query, severity, category] = [fold(chosen("q")), chosen("severity"), chosen("category")];
    const status = ["stated", "silent", "conflict"].includes(chosen("status")) ? chosen("status") : "";
    const fits = (cell) => (!severity || cell.severity === severity) && (!status || cell.status === status) &&
      (!category || cell.categories.has(category)) && cell.words.includes(query);
    const differs = ({ cells }) => cells.some((cell) => cell.value !== cells[0].value);
    let shown = 0;
    for (const row of compared) {
      shown += show(row.element, row.cells.some(fits) && (!chosen("differ") || differs(row)));
    }
    find("#differ").checked = Boolean(chosen("differ"));
    return `${shown} of ${plural(compared.length, "fact")}`;
  }

  function showComparison(arrived) {
    const fresh = comparison.hidden;
    if (!compared) buildComparison();
    overview.hidden = page.hidden = true;
    comparison.hidden = false;
    document.title = "Facts by vendor – vendorlint";
    if (fresh && arrived) arrive(find("h1", comparison));
  }

  // ---- the contract text ----

  function contractText(data, contract) {
    const lines = new Map();
    const build = (node) => {
      if (typeof node === "string") return node;
      const [tag, { "data-line": number, ...attributes }, ...children] = node;
      const marked = attributes["data-clauses"];
      const element = h(tag, marked ? { class: worst(data, marked), ...attributes } : attributes, children.map(build));
      if (!number) return element;
      Object.assign(element, { id: lineId(contract.id, number), className: "line", tabIndex: -1 });
      element.dataset.line = number;
      lines.set(number, element);
      return element;
    };
    const blocks = contract.text.map(build);
    for (const clause of data.clauses) {
      if (clause.document !== contract.id || !clause.lines.length) continue;
      const line = lines.get(clause.lines[0].number);
      const item = line.closest("li");
      if (line.cells) line.cells[0].prepend(proves(data, clause));
      else if (item && find(".line", item) === line) item.prepend(proves(data, clause)); // above its mark
      else line.before(proves(data, clause));
    }
    const dated = contract.effective_date ? `, effective ${contract.effective_date}` : "";
    const kind = `${contract.type.replaceAll("_", " ")}, ${contract.language}${dated}`;
    return h("section", { class: "contract", "aria-label": contract.id },
      h("h3", null, contract.id),
      h("p", { class: "muted" }, `${contract.path} · ${kind}`),
      h("div", { class: "text", lang: contract.language }, blocks));
  }

  const lineId = (contract, number) => `line-${contract}-${number}`;

  /** The worst severity of the findings that count and rest on any of the clauses. */
  function worst(data, marked) {
    const resting = marked.split(" ").flatMap((clause) => data.clauses[clause].findings);
    const counting = resting.filter((finding) => finding.state === "open");
    return SEVERITIES.find((severity) => counting.some((finding) => finding.severity === severity)) ?? null;
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

  const touches = (clause, line) => clause.lines.some(({ number }) => number === line);

  function goToClause([name, line]) {
    const target = document.getElementById(lineId(name, line));
    if (!target) return miss(`This report has no line ${line ?? ""} of a document '${name ?? ""}'.`);
    const there = open.data.clauses.filter((clause) => clause.document === name && touches(clause, Number(line)));
    const starting = there.filter((clause) => clause.line === Number(line));
    const meant = starting.length ? starting : there;
    for (const mark of all("mark[data-clauses]", page)) {
      const clauses = mark.dataset.clauses.split(" ").map((index) => open.data.clauses[index]);
      mark.classList.toggle("active", clauses.some((clause) => meant.includes(clause)));
    }
    goTo(target);
    const back = wayBack(meant);
    const last = Math.max(Number(line), ...meant.flatMap((clause) => clause.lines.map(({ number }) => number)));
    const end = document.getElementById(lineId(name, last));
    if (back && end.cells) [...end.cells].at(-1).append(back);
    else if (back) end.after(back);
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
    overview.hidden = comparison.hidden = true;
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
    } else if (route.facts) {
      showComparison(arrived);
    } else {
      const fresh = overview.hidden;
      page.hidden = comparison.hidden = true;
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
  find("#differ").addEventListener("input", ({ target }) => {
    const query = new URLSearchParams(route.query);
    if (target.checked) query.set("differ", "1");
    else query.delete("differ");
    history.replaceState(null, "", address(route.path, query));
    route = parse(location.hash);
    applyFilters();
  });
  find(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address's fragment is the route
    main.focus();
  });
  addEventListener("hashchange", () => showRoute(true));
  makeSortable();
  form.hidden = find("#views").hidden = false;
  showRoute(false);
})();
