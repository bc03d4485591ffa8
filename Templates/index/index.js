// Search and filters of a batch's first page. They work from disk: the data are scripts beside this
// one, loaded when first asked for; what is sought stands in the address behind #.
"use strict";

(() => {
  const section = document.getElementById("search");
  const form = section.querySelector("form");
  const status = document.getElementById("status");
  const results = document.getElementById("results");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const fields = [...form.elements].filter((field) => field.name);
  const said = section.dataset;
  const folder = document.querySelector("script[src$='index.js']").src.replace(/[^/]*$/, "");
  const total = Number(said.parts);
  const step = 200;

  // What is compared: no case, one kind of apostrophe and of hyphen, composed letters.
  const fold = (text) => text.normalize("NFC").toLowerCase()
    .replace(/[’ʼ‘‛`´ʹʻ′＇]/g, "'").replace(/[‐‑‒–−]/g, "-");
  const plain = (path) => path.includes("%") ? decodeURIComponent(path) : path;
  const address = (path) => path.split("/").map(encodeURIComponent).join("/");
  // As the pages show what would hide or reorder its neighbours.
  const visible = (text) => text
    .replace(/[\x00-\x1f]/g, (sign) => sign === "\t" ? "→" : String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\x7f/g, "␡")
    .replace(/[\x80-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g, "\ufffd");
  const say = (words, ...numbers) =>
    words.replace(/#/g, () => numbers.shift().toLocaleString(document.documentElement.lang));

  // The data: each part has its own units, sorts and folders.
  const parts = [];
  let arrived = 0;
  let loading = null;

  // What a data file calls; its lines are described in SearchData of the program.
  window.pysar = (number, text) => {
    const part = { plans: [], units: [], sorts: [], folders: [] };
    const folded = fold(text).split("\n");
    let page = 0, row = 0, inFolder = 0;
    text.split("\n").forEach((line, index) => {
      const rest = () => line.slice(1);
      switch (line[0]) {
        case undefined: break;
        case "#": page = Number(rest()); row = 0; break;
        case "/":
          inFolder = part.folders.length;
          part.folders.push({ path: plain(rest()), key: fold(plain(rest())) + "/" });
          break;
        case "@": part.units.push({ name: rest(), key: folded[index].slice(1) }); break;
        case "!": {
          const [kind, state, ending, ...renditions] = rest().split("\t");
          part.sorts.push({ kind, state, ending: plain(ending), renditions: renditions.map(plain) });
          break;
        }
        default: {
          const [stem, title, unit, sort, ...counts] = line.split("\t");
          const key = stem.includes("%") ? fold(plain(stem) + " " + title)
            : folded[index].split("\t", 2).join(" ");
          part.plans.push({
            stem, title, key, unit: part.units[unit], sort: part.sorts[sort],
            folder: part.folders[inFolder], counts, page, row: ++row });
        }
      }
    });
    parts[number - 1] = part;
    arrived += 1;
  };

  const load = () => loading ??= Promise.all(Array.from({ length: total }, (_, index) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const name = `search-${String(index + 1).padStart(3, "0")}.js`;
      script.src = folder + name;
      script.onload = () => {
        if (arrived < total) status.textContent = say(said.loading, arrived, total);
        resolve();
      };
      script.onerror = () => reject(name);
      document.head.append(script);
    }))).then(() => {
      const names = new Set(parts.flatMap((part) => part.units.map((unit) => unit.name)));
      document.getElementById("unit-names").append(
        ...[...names].filter(Boolean).sort(new Intl.Collator("uk", { numeric: true }).compare)
          .map((name) => new Option(name, name)));
    });

  // The plans that are sought, in their order.
  const matches = ({ q, state, kind, unit, warnings }) => {
    const words = fold(q).split(/\s+/).filter(Boolean);
    const unitKey = fold(unit.trim());
    const isWhole = parts.some((part) => part.units.some((one) => one.key === unitKey));
    const result = [];
    for (const part of parts) {
      for (const one of part.units) {
        one.isSought = isWhole ? one.key === unitKey : one.key.includes(unitKey);
      }
      for (const plan of part.plans) {
        if (state && plan.sort.state !== state) continue;
        if (kind && plan.sort.kind !== kind) continue;
        if (unitKey && !plan.unit.isSought) continue;
        if (warnings && !(plan.counts[1] > 0)) continue;
        if (words.every((word) => plan.key.includes(word) || plan.unit.key.includes(word)
          || plan.folder.key.includes(word)
          || (/[/.]/.test(word) && fold(path(plan)).includes(word)))) result.push(plan);
      }
    }
    return result;
  };

  const path = (plan) => (plan.folder.path ? plan.folder.path + "/" : "") + plain(plan.stem) + plan.sort.ending;
  const titleOf = (select, value) =>
    [...form.elements[select].options].find((option) => option.value === value && value)?.text ?? value;
  const element = (name, ...children) => {
    const result = document.createElement(name);
    result.append(...children);
    return result;
  };
  const link = (href, text) => {
    const result = element("a", text);
    result.href = href;
    return result;
  };

  const row = (plan) => {
    const { kind, state, ending, renditions } = plan.sort;
    const name = plain(plan.stem) + ending;
    const stem = (plan.folder.path ? plan.folder.path + "/" : "") + plain(plan.stem);
    const page = `index/plans-${String(plan.page).padStart(3, "0")}.html#r${plan.row}`;
    const head = element("th", link(page, plan.title || visible(name)), " ", element("code", visible(path(plan))));
    if (plan.counts[3]) head.append(" ", say(said.plan, plan.counts[3]));
    head.scope = "row";
    const documents = element("td");
    for (const rendition of renditions) {
      const isOther = rendition.startsWith(">");
      const file = isOther ? rendition.slice(1) : stem + rendition;
      const suffix = plan.counts[3] ? rendition.replace(/^-\d+/, "") : rendition;
      const label = isOther ? file.replace(/.*\//, "") : suffix.slice(1);
      documents.append(" ", link(address(file), /^(html|xml|txt)$/.test(label) ? label.toUpperCase() : visible(label)));
    }
    const stateCell = element("td", titleOf("state", state));
    stateCell.className = state;
    const counts = ["error", "warning", "note"]
      .filter((_, index) => plan.counts[index] > 0)
      .map((severity) => say(said[severity], plan.counts[["error", "warning", "note"].indexOf(severity)]));
    const findings = element("td");
    if (counts.length) findings.append(link(page, counts.join(", ")));
    return element("tr", head, element("td", plan.unit.name), element("td", titleOf("kind", kind)),
      stateCell, documents, findings);
  };

  let sought = [];
  const show = () => {
    const from = found.childElementCount;
    found.append(...sought.slice(from, from + step).map(row));
    const shown = found.childElementCount;
    status.textContent = sought.length ? say(said.shown, sought.length, shown) : said.none;
    results.hidden = sought.length === 0;
    more.hidden = shown === sought.length;
    if (from > 0) {
      const next = found.children[from]?.querySelector("a");
      next?.focus();
    }
  };

  const values = () => Object.fromEntries(
    fields.map((field) => [field.name, field.type === "checkbox" ? (field.checked ? "1" : "") : field.value]));

  let isAsked = 0;
  const search = async () => {
    const asked = ++isAsked;
    const wanted = values();
    const pairs = Object.entries(wanted).filter(([, value]) => value.trim());
    if (pairs.length === 0) {
      results.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      if (arrived < total) status.textContent = say(said.loading, arrived, total);
      await load();
    } catch (name) {
      loading = null;
      status.textContent = said.broken.replace("#", name);
      return;
    }
    if (asked !== isAsked) return;
    sought = matches(wanted);
    found.replaceChildren();
    show();
  };

  const remember = () => {
    const pairs = Object.entries(values()).filter(([, value]) => value.trim());
    const hash = new URLSearchParams(pairs).toString();
    if (hash !== location.hash.slice(1)) {
      history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
    }
  };

  // Takes what is sought from the address; other addresses are places of the page.
  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!fields.some((field) => asked.has(field.name))) return;
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = value !== "";
      else field.value = value;
    }
    search();
    return true;
  };

  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { remember(); search(); }, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember();
    search();
  });
  form.addEventListener("reset", () => setTimeout(() => { remember(); search(); }));
  more.addEventListener("click", show);
  window.addEventListener("hashchange", () => {
    if (recall()) {
      section.scrollIntoView();
      document.getElementById("q").focus({ preventScroll: true });
    }
  });

  // The totals lead to the plans that they count.
  for (const filter of ["state", "kind", "unit"]) {
    for (const cell of document.querySelectorAll(`[data-${filter}]`)) {
      const value = cell.dataset[filter];
      cell.replaceChildren(link("#" + new URLSearchParams({ [filter]: value }), cell.textContent));
    }
  }
  section.hidden = false;
  recall();
})();
