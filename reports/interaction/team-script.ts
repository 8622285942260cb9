/**
 * The one script of a report: search, filter and sort the table of teams, and make a team stand out in every chart. Everything it
 * shows is on the page without it. It is allowed by its hash, touches classes and attributes only, and asks for nothing.
 */
export const teamScript = `
(() => {
  const table = document.querySelector("table[data-teams]");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const find = document.querySelector(".find");
  const search = find.querySelector("input");
  const filter = find.querySelector("select");
  const status = find.querySelector("[aria-live]");
  const language = document.documentElement.lang;
  const plain = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
  const words = new Map(rows.map((row) => [row, plain(row.cells[0].textContent + " " + row.cells[1].textContent)]));

  const narrow = () => {
    const asked = plain(search.value.trim());
    let shown = 0;
    for (const row of rows) {
      const fits = words.get(row).includes(asked) && (filter.value === "" || row.dataset.level === filter.value);
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    status.textContent = table.dataset.found.replace("{shown}", shown).replace("{all}", rows.length);
  };

  const valueOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  const sort = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare = (one, other) =>
      one.cells[column].dataset.sort === undefined
        ? valueOf(one, column).localeCompare(valueOf(other, column), language, { numeric: true })
        : valueOf(one, column) - valueOf(other, column);
    body.append(...[...rows].sort((one, other) => (down ? -compare(one, other) : compare(one, other))));
  };

  let lit = null;
  const light = (key) => {
    lit = lit === key ? null : key;
    for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
    for (const svg of document.querySelectorAll("svg.dim")) svg.classList.remove("dim");
    for (const row of rows) row.cells[0].firstElementChild.setAttribute("aria-pressed", row.dataset.team === lit);
    if (lit === null) return;
    for (const mark of document.querySelectorAll('[data-team="' + lit + '"]')) {
      mark.classList.add("lit");
      mark.closest("svg")?.classList.add("dim");
    }
  };

  const makeButton = (cell, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.addEventListener("click", act);
    cell.append(button);
    return button;
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => makeButton(head, () => sort(head, column)));
  for (const row of rows) makeButton(row.cells[0], () => light(row.dataset.team)).setAttribute("aria-pressed", "false");
  search.addEventListener("input", narrow);
  filter.addEventListener("change", narrow);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lit !== null) light(lit);
  });
  find.hidden = false;
  narrow();
})();
`.trim();
