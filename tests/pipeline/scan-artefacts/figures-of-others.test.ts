/** Ways to say something about a unit that is not released, each made in a release that was really rendered. */
import { describe, expect, it } from "vitest";
import { type Json, openExample } from "./example.ts";
import { replaceIn } from "./rendered.ts";

const {
  changeChart,
  findings,
  first,
  hidden,
  insertBefore,
  kindsIn,
  kindsOf,
  page,
  rendered,
  second,
  swapIn,
  teamChart,
} = await openExample();
const threeWaves = await openExample({ waves: ["najaar-2023", "najaar-2024", "najaar-2025"], teams: 30 });
const { waveChart } = threeWaves;

describe("figures of one team under the name of another", () => {
  it("are found in the tables, sentences and drawings of a page", () => {
    const found = findings(swapIn(page, `<bdi>${first.name}</bdi>`, `<bdi>${second.name}</bdi>`));
    expect(kindsOf(found)).toEqual(["attribution"]);
    expect(found.some(({ where }) => where.includes("table"))).toBe(true);
    expect(found.some(({ where }) => where.includes("<p>"))).toBe(true);
  });

  it("are found in the texts of a drawing", () => {
    const change = swapIn(page, `>${first.name}</text>`, `>${second.name}</text>`);
    expect(kindsIn(change)).toEqual(new Set(["drawing"]));
  });

  it("are found in a CSV file for people and in one for machines", () => {
    expect(kindsIn(swapIn("tables/teams.nl.csv", `\n${first.name};`, `\n${second.name};`))).toEqual(
      new Set(["attribution"]),
    );
    const machines = swapIn("tables/assessments.csv", `,${first.unit},`, `,${second.unit},`);
    expect(kindsIn(machines)).toEqual(new Set(["attribution"]));
    expect(kindsIn(swapIn("tables/cells.csv", `,${first.unit},`, `,${second.unit},`)).has("attribution")).toBe(true);
  });

  it("are found in the rows of a chart", () => {
    const swap = (fields: readonly string[]) =>
      changeChart(teamChart, ({ data: { values } }) => {
        const [one, other] = [first, second].map(({ name }) => values.find(({ label }) => label === name) ?? {});
        for (const field of fields) {
          const [kept, taken] = [one?.[field], other?.[field]];
          Object.assign(one as Json, { [field]: taken });
          Object.assign(other as Json, { [field]: kept });
        }
      });
    for (const fields of [["key"], ["label", "offset"], ["key", "label", "offset"]])
      expect([...fields, ...kindsIn(swap(fields))]).toEqual([...fields, "attribution"]);
  });

  it("are found when the mark that a script looks for is another team's", () => {
    const mark = (name: string) => new RegExp(`<tr data-team="(t\\d+)"[^>]*><th scope="row"><bdi>${name}`);
    const marks = [first, second].map(({ name }) => mark(name).exec(rendered.files.get(page) ?? "")?.[1] ?? "");
    const [one = "", other = ""] = marks;
    expect(kindsIn(swapIn(page, `<tr data-team="${one}"`, `<tr data-team="${other}"`))).toEqual(
      new Set(["attribution"]),
    );
    expect(kindsIn(swapIn(page, `<path data-team="${one}"`, `<path data-team="${other}"`))).toEqual(
      new Set(["drawing"]),
    );
  });

  it("are found when only the label is another team's", () => {
    const change = changeChart(teamChart, ({ data: { values } }) => {
      Object.assign(values[0] as Json, { level: "no_signal" });
    });
    expect(kindsIn(change).has("attribution")).toBe(true);
  });
});

describe("a column that a chart does not draw", () => {
  it("is found with a hint that it is not even drawn", () => {
    const change = changeChart(teamChart, ({ data: { values } }) => {
      for (const row of values) Object.assign(row, { raw_mean: 2.123457 });
    });
    const found = findings(change);
    expect(kindsOf(found)).toEqual(["attribution"]);
    expect(found[0]?.where).toBe("/data/values/0/raw_mean");
    expect(found[0]?.expected).toMatch(/does not even draw this column/);
  });

  it("is found when it is a list of answers", () => {
    const change = changeChart(teamChart, ({ data: { values } }) => {
      Object.assign(values[0] as Json, { answers: [7, 8, 3] });
    });
    expect(kindsIn(change)).toEqual(new Set(["form"]));
  });
});

describe("a team that is not shown", () => {
  it("is found in the domain of an axis and in a sort order", () => {
    const { changeChart, kindsIn } = threeWaves;
    const domain = changeChart(waveChart, (spec) => {
      const layers = (spec["spec"] as { layer: { encoding: { x: { scale: { domain: string[] } } } }[] }).layer;
      layers[0]?.encoding.x.scale.domain.push(hidden.name);
    });
    expect(kindsIn(domain)).toEqual(new Set(["domain"]));
    const sort = changeChart(waveChart, (spec) => {
      (spec["facet"] as { sort: string[] }).sort.push(`0009 ${hidden.name}`);
    });
    expect(kindsIn(sort)).toEqual(new Set(["domain"]));
  });

  it("is found as a gap between the rows of a chart, and as a gap in their numbers", () => {
    const gap = changeChart(teamChart, ({ data: { values } }) => {
      for (const row of values.slice(3)) Object.assign(row, { y: (row["y"] as number) + 20 });
    });
    expect(kindsIn(gap).has("order")).toBe(true);
    const number = threeWaves.changeChart(waveChart, (spec) => {
      const name = (text: unknown) => String(text).replace(/^000([1-9]) /, (_, digit) => `000${Number(digit) + 1} `);
      for (const row of spec.data.values) Object.assign(row, { panel: name(row["panel"]) });
      (spec["facet"] as { sort: string[] }).sort = [...new Set(spec.data.values.map((row) => String(row["panel"])))];
    });
    expect(threeWaves.kindsIn(number)).toEqual(new Set(["order"]));
  });

  it("is found as room between lanes, as a sign too many, and as a mark", () => {
    const lane = changeChart(teamChart, (spec) => {
      const rows = spec.data.values;
      const group = rows.at(-1)?.["group"];
      for (const row of rows) if (row["group"] === group) Object.assign(row, { y: (row["y"] as number) + 9 });
    });
    expect(kindsIn(lane)).toEqual(new Set(["order"]));
    const sign = changeChart("charts/signs-by-department.nl.vl.json", ({ data: { values } }) => {
      const last = values.at(-1) as Json;
      values.push({ ...last, x: (last["x"] as number) + 18 });
    });
    expect(kindsIn(sign)).toEqual(new Set(["order"]));
    const position = rendered.release.units.findIndex(({ unit }) => unit === hidden.unit);
    expect(kindsIn(insertBefore(page, "<h1", `<p data-team="t${position}">.</p>`))).toEqual(new Set(["name"]));
  });

  it("is found among teams in the order of their figures", () => {
    const line = /\n[^\n]*\r\n/.exec((rendered.files.get("tables/teams.nl.csv") ?? "").slice(80))?.[0] ?? "";
    const change = {
      files: replaceIn(rendered, "tables/teams.nl.csv", line, `\n${hidden.name};;niet getoond;;;;;;;\r${line}`),
    };
    expect(kindsIn(change)).toEqual(new Set(["order"]));
    const list = insertBefore(
      page,
      '<ul class="cards">',
      `<ol><li>${first.name}</li><li>${hidden.name}</li><li>${second.name}</li></ol>`,
    );
    expect(kindsIn(list)).toEqual(new Set(["order"]));
  });

  it("is found in a sentence with teams that are shown, also without a number", () => {
    const named = `<bdi>${first.name}</bdi></strong>`;
    expect(kindsIn({ files: replaceIn(rendered, page, named, `${named}, <bdi>${hidden.name}</bdi>`) })).toEqual(
      new Set(["withheld"]),
    );
  });

  it("is found beside a number in a sentence, a table, a label, a list, a heading and a term", () => {
    for (const text of [
      `<p>${hidden.name}: 3 antwoorden.</p>`,
      `<p>In <b>${hidden.name}</b> antwoordden 3 mensen.</p>`,
      `<table><tbody><tr><th>${hidden.name}</th><td>4 van 11</td></tr></tbody></table>`,
      `<p aria-label="${hidden.name}: 3">.</p>`,
      `<ul><li><p>${hidden.name}</p><p>3</p></li></ul>`,
      `<div><h3>${hidden.name}</h3><p>Het gemiddelde is 3,71.</p></div>`,
      `<dl><div><dt>${hidden.name}</dt><dd>3</dd></div></dl>`,
      `<div><span>${hidden.name}</span><div>3</div></div>`,
      `<details><summary>${hidden.name}</summary><ul><li>3 antwoorden</li></ul></details>`,
    ])
      expect([text, ...kindsIn(insertBefore(page, "<h1", text))]).toEqual([text, "withheld"]);
  });

  it("is found with a label and without any number", () => {
    const row = `<table><tbody><tr><th>${hidden.name}</th><td>verhoogd signaal</td></tr></tbody></table>`;
    expect(kindsIn(insertBefore(page, "<h1", row))).toEqual(new Set(["withheld"]));
  });

  it("is found with the number of its respondents in a CSV file, the summary and a printed line", () => {
    const row = new RegExp(`${hidden.unit},,,[a-z_0-9.]+,withheld,`);
    const [found = ""] = row.exec(rendered.files.get("tables/cells.csv") ?? "") ?? [];
    expect(kindsIn({ files: replaceIn(rendered, "tables/cells.csv", found, `${found}4`) })).toEqual(
      new Set(["withheld"]),
    );
    expect(kindsIn(insertBefore("summary.nl.md", "# ", `${hidden.name}: 4 antwoorden.\n`))).toEqual(
      new Set(["withheld"]),
    );
    expect(kindsIn({ printed: [`Aggregating ${hidden.name} (4 answers)`] })).toEqual(new Set(["withheld"]));
  });

  it("has no page of its own", () => {
    const own = (unit: string, text: string) => ({
      files: { [`report.manager.${unit}.nl.html`]: `<!doctype html><p>${text}</p>` },
    });
    expect(kindsIn(own(hidden.unit, "Uw team wordt niet getoond."))).toEqual(new Set(["withheld"]));
    const shown = rendered.release.cells.find(
      (cell) => cell.unit === first.unit && cell.measure === "bat_12.total" && cell.wave === "najaar-2025",
    );
    const mean = shown?.status === "released" ? (shown.mean as number).toFixed(2).replace(".", ",") : "";
    expect(kindsIn(own(first.unit, `Uw team: ${mean}.`))).toEqual(new Set());
    expect(kindsIn(own(first.unit, "Uw team: 3,713."))).toEqual(new Set(["attribution"]));
  });
});

describe("the ends of an axis or a scale of colours", () => {
  it("are found when they follow from something that is not in the chart", () => {
    const axis = changeChart(teamChart, (spec) => {
      const encoding = spec.layer[0]?.["encoding"] as { x: { scale: { domain: number[] } } };
      encoding.x.scale.domain[0] = 1.2;
    });
    expect(kindsIn(axis)).toEqual(new Set(["domain"]));
    const colour = changeChart(teamChart, (spec) => {
      Object.assign(spec.layer[4]?.["encoding"] as Json, {
        color: { field: "estimate", type: "quantitative", scale: { domain: [1.62, 3.4] } },
      });
    });
    expect(kindsIn(colour)).toEqual(new Set(["domain"]));
  });
});

describe("a chart that computes", () => {
  it("is found with a transform over rows, rows from elsewhere, an aggregate and a mark that summarises", () => {
    const layer = (part: Json) => changeChart(teamChart, (spec) => spec.layer.push(part));
    for (const change of [
      changeChart(teamChart, (spec) =>
        Object.assign(spec, { transform: [{ aggregate: [{ op: "mean", field: "low", as: "m" }] }] }),
      ),
      changeChart(teamChart, (spec) => Object.assign(spec, { transform: [{ calculate: "datum.low", as: "low" }] })),
      layer({ data: { url: "answers.csv" }, mark: "point" }),
      layer({ mark: "point", encoding: { x: { field: "low", type: "quantitative", aggregate: "mean" } } }),
      layer({ mark: "point", encoding: { x: { field: "low", type: "quantitative", bin: true } } }),
      layer({ mark: { type: "boxplot" }, encoding: {} }),
    ])
      expect(kindsIn(change)).toEqual(new Set(["transform"]));
  });
});
