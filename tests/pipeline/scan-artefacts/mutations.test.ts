/** Every way we know in which a report can say more than a release, each made in a release that was really rendered. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding, FindingKind } from "../../../pipeline/scan-artefacts/finding.ts";
import { listEmbedded } from "../../../reports/list-embedded.ts";
import type { Release } from "../../../schemas/release.ts";
import { exampleRelease } from "../../reports/example-release.ts";
import { type Change, type Rendered, renderAll, replaceIn, scanOnly } from "./rendered.ts";

type Json = Record<string, unknown>;

let rendered: Rendered;
/** Two teams with the same label and different figures, and one of which nothing is shown. */
let first: Release["units"][number];
let second: Release["units"][number];
let hidden: Release["units"][number];

beforeAll(async () => {
  rendered = await renderAll(exampleRelease());
  const { release } = rendered;
  const shown = new Set(release.cells.filter(({ status }) => status === "released").map(({ unit }) => unit));
  const elevated = release.assessments.filter(({ wave, level }) => wave === "najaar-2025" && level === "elevated");
  const named = (unit: string | undefined) => release.units.find((one) => one.unit === unit) as typeof first;
  first = named(elevated[0]?.unit);
  second = named(elevated[1]?.unit);
  hidden = release.units.find(({ unit, leaf }) => leaf && !shown.has(unit)) as typeof first;
});

const page = "report.nl.html";
const teamChart = "charts/teams-by-probability.nl.vl.json";
const waveChart = "charts/bat_12-total-by-wave.nl.vl.json";

/** Kinds and places of the findings in one file. */
const kindsIn = (change: Change, path = Object.keys(change.files ?? {})[0] ?? "printed") =>
  new Set(scanOnly(rendered, change).flatMap((one) => (one.path === path ? [one.kind] : [])));

const findings = (change: Change): Finding[] => scanOnly(rendered, change);
const kindsOf = (found: readonly Finding[]): FindingKind[] => [...new Set(found.map(({ kind }) => kind))];

/** A chart file after a change of its parsed content. */
function changeChart(path: string, change: (spec: Json & { data: { values: Json[] }; layer: Json[] }) => void): Change {
  const spec = JSON.parse(rendered.files.get(path) ?? "");
  change(spec);
  return { files: { [path]: `${JSON.stringify(spec, null, 1)}\n` } };
}

/** Two texts change places wherever they stand in a file. */
function swapIn(path: string, one: string, other: string): Change {
  const content = rendered.files.get(path) ?? "";
  const changed = content.replaceAll(one, "\u0000").replaceAll(other, one).replaceAll("\u0000", other);
  if (changed === content) throw new Error(`${path} holds neither.`);
  return { files: { [path]: changed } };
}

const insertBefore = (path: string, marker: string | RegExp, text: string): Change => {
  const found = typeof marker === "string" ? marker : (marker.exec(rendered.files.get(path) ?? "")?.[0] ?? "");
  return { files: replaceIn(rendered, path, found, `${text}${found}`) };
};

describe("figures of one team under the name of another", () => {
  it("are found in the tables, sentences and drawings of a page", () => {
    const found = findings(swapIn(page, `<bdi>${first.name}</bdi>`, `<bdi>${second.name}</bdi>`));
    expect(kindsOf(found)).toEqual(["attribution"]);
    expect(found.some(({ where }) => where.includes("table"))).toBe(true);
    expect(found.some(({ where }) => where.includes("<li>"))).toBe(true);
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
    const change = changeChart(teamChart, ({ data: { values } }) => {
      for (const row of values) {
        const name = row["team"] === first.name ? second.name : row["team"] === second.name ? first.name : row["team"];
        Object.assign(row, { team: name, name });
      }
    });
    expect(kindsIn(change)).toEqual(new Set(["attribution"]));
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
    const number = changeChart(waveChart, (spec) => {
      const name = (text: unknown) => String(text).replace(/^000([1-9]) /, (_, digit) => `000${Number(digit) + 1} `);
      for (const row of spec.data.values) Object.assign(row, { panel: name(row["panel"]) });
      (spec["facet"] as { sort: string[] }).sort = [...new Set(spec.data.values.map((row) => String(row["panel"])))];
    });
    expect(kindsIn(number)).toEqual(new Set(["order"]));
  });

  it("is found among teams in the order of their figures", () => {
    const line = /\n[^\n]*\r\n/.exec((rendered.files.get("tables/teams.nl.csv") ?? "").slice(80))?.[0] ?? "";
    const change = {
      files: replaceIn(rendered, "tables/teams.nl.csv", line, `\n${hidden.name};;niet getoond;;;;;;;\r${line}`),
    };
    expect(kindsIn(change)).toEqual(new Set(["order"]));
    const list = insertBefore(
      page,
      '<ul class="statements">',
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
    const row = new RegExp(`(${hidden.unit},[a-z_0-9.]+,withheld),`);
    const cells = rendered.files.get("tables/cells.csv") ?? "";
    const changed = cells.replace(row, "$1,4");
    expect(kindsIn({ files: { "tables/cells.csv": changed } })).toEqual(new Set(["withheld"]));
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

describe("a number that no released cell has", () => {
  it("is found in a tooltip, a label, a title, a description and data for a script", () => {
    for (const text of [
      '<p title="3,713">.</p>',
      '<p aria-label="Gemiddelde 3,713">.</p>',
      '<p data-value="3.713">.</p>',
      '<abbr title="3,713">x</abbr>',
      '<meter value="3.713" min="0" max="5">.</meter>',
      '<input value="3.713"/>',
      '<a href="https://example.org/?n=3713">.</a>',
    ])
      expect([text, ...kindsIn(insertBefore(page, "<h1", text))]).toEqual([text, "number"]);
    expect(kindsIn(insertBefore(page, "</svg></div>", "<title>3,713</title>"))).toEqual(new Set(["number"]));
    expect(kindsIn(insertBefore(page, "</svg></div>", "<desc>3,713</desc>"))).toEqual(new Set(["number"]));
    const row = `<table><tbody><tr data-mean="3.713"><th><bdi>${first.name}</bdi></th><td></td></tr></tbody></table>`;
    expect(kindsIn(insertBefore(page, "<h1", row))).toEqual(new Set(["attribution"]));
  });

  it("is found in a sentence, a cell, the summary, a printed line and the description of a chart", () => {
    expect(kindsIn(insertBefore(page, "<h1", "<p>Het gemiddelde is 3,713.</p>"))).toEqual(new Set(["number"]));
    expect(kindsIn(insertBefore("summary.nl.md", "- ", "- Het gemiddelde is 3,713.\n"))).toEqual(new Set(["number"]));
    expect(kindsIn({ printed: ["Aggregating: mean 3.713"] })).toEqual(new Set(["number"]));
    const described = changeChart(teamChart, (spec) => Object.assign(spec, { description: "Mean 3.713" }));
    expect(kindsIn(described)).toEqual(new Set(["number"]));
    expect(kindsIn(changeChart(teamChart, (spec) => Object.assign(spec, { usermeta: { mean: 3.713 } })))).toEqual(
      new Set(["number"]),
    );
    const filter = [{ filter: "datum.estimate > 3.713" }];
    expect(kindsIn(changeChart(teamChart, (spec) => Object.assign(spec, { transform: filter })))).toEqual(
      new Set(["number"]),
    );
  });

  it("is found as a date on which no wave opened or closed", () => {
    expect(kindsIn(insertBefore(page, "<h1", "<p>Ingevuld op 3 maart 2025.</p>"))).toEqual(new Set(["form"]));
  });
});

describe("names of files", () => {
  it("hold no name or code of a unit, and there is no file too many", () => {
    for (const path of [
      `charts/${hidden.unit}-by-wave.nl.vl.json`,
      `tables/${first.unit}.csv`,
      `tables/${first.name}.csv`,
      "report.bh-03.nl.html",
      "debug.log",
      "report.nl.html.bak",
      "tables/answers_7.csv",
      "tables/cells.csv/notes.txt",
    ]) {
      const found = findings({ files: { [path]: "x\n" } });
      expect([path, ...kindsOf(found.filter(({ kind }) => kind === "file"))]).toEqual([path, "file"]);
      expect(JSON.stringify(found)).not.toContain(path);
    }
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

describe("what a reader does not see", () => {
  it("is found in comments, styles, scripts, handlers, addresses and identifiers", () => {
    for (const text of [
      "<!-- n = 3 -->",
      "<!-- ok -->",
      "<?data 3?>",
      "<style>.t{width:37.13px}</style>",
      "<script>const n = 3;</script>",
      '<script type="application/json">{"n": 3}</script>',
      '<p style="width: 37.13%">.</p>',
      '<p onclick="show(3)">.</p>',
      '<p id="t-3.713">.</p>',
      '<p class="n-3713">.</p>',
      '<img alt="" src="data:text/plain;base64,Mw=="/>',
      '<img alt="" src="data:image/png;base64,iVBORw0KGgo="/>',
    ])
      expect([text, ...kindsIn(insertBefore(page, "<h1", text))]).toEqual([text, "hidden"]);
    expect(kindsIn({ files: replaceIn(rendered, page, "</style>", "b{order:3}</style>") })).toEqual(
      new Set(["hidden"]),
    );
  });

  it("is let through when it is a fixed part of every page", () => {
    const script = "document.title = document.title;";
    const font = Buffer.from("the bytes of a font");
    const hash = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
    const text = `<script>${script}</script><img alt="" src="data:font/woff2;base64,${font.toString("base64")}"/>`;
    const embedded = [...listEmbedded(), hash(script), hash(font)];
    expect(findings({ ...insertBefore(page, "<h1", text), embedded })).toEqual([]);
  });
});

describe("a drawing", () => {
  const moved = (find: RegExp, to: (found: string) => string) => {
    const found = find.exec(rendered.files.get(page) ?? "")?.[0] ?? "";
    return kindsIn({ files: replaceIn(rendered, page, found, to(found)) });
  };

  it("is found when a point, a text or a line stands elsewhere than its row says", () => {
    expect(
      moved(/<path transform="translate\(\d+\.\d+,\d+\)" d="M-/, (found) => found.replace(/\d+\./, "19.")),
    ).toEqual(new Set(["drawing"]));
    const text = new RegExp(`transform="translate\\(-?\\d+,\\d+\\)"[^>]*>${first.name}</text>`);
    expect(moved(text, (found) => found.replace(/,\d+\)/, ",7)"))).toEqual(new Set(["drawing"]));
    expect(moved(/<path d="M[\d.]+,[\d.]+L/, (found) => found.replace(/,[\d.]+L/, ",3L"))).toEqual(
      new Set(["drawing"]),
    );
  });

  it("is found with a mark too many, a text of its own, another colour, an unknown shape or no chart file", () => {
    expect(moved(/<path transform="translate\(\d+\.\d+,\d+\)" d="M-[^>]*>/, (found) => found + found)).toEqual(
      new Set(["drawing"]),
    );
    expect(moved(/>lijn [\d,]+<\/text>/, () => ">lijn 2,47</text>")).toEqual(new Set(["drawing"]));
    expect(moved(/<path transform[^>]*fill="#1659b5"/, (found) => found.replace("#1659b5", "#1659b6"))).toEqual(
      new Set(["drawing"]),
    );
    expect(moved(/<path transform="translate/, (found) => `<circle r="37.13"/>${found}`)).toEqual(new Set(["drawing"]));
    expect(moved(/<path transform="translate/, (found) => `<foreignObject>x</foreignObject>${found}`)).toEqual(
      new Set(["hidden", "drawing"]),
    );
    const alone = '<svg role="img" aria-label="Teams"><g><text transform="translate(0,0)">2,31</text></g></svg>';
    expect(kindsIn(insertBefore(page, "<h1", alone))).toEqual(new Set(["drawing"]));
  });
});

describe("data files", () => {
  it("are written plainly: a key given twice hides nothing", () => {
    const twice = {
      files: replaceIn(rendered, "release.json", '"organisation":', '"organisation": "3.713",\n "organisation":'),
    };
    expect(kindsIn(twice)).toEqual(new Set(["form"]));
    expect(kindsIn({ files: replaceIn(rendered, teamChart, '"width":', '"width": 7,\n "width":') })).toEqual(
      new Set(["form"]),
    );
    const longer = { files: replaceIn(rendered, "tables/cells.csv", "\r\n", "\r\n1,2,3\r\n") };
    expect(kindsIn(longer).has("form")).toBe(true);
  });

  it("hold the release itself, without an assessment of a unit that is not shown", () => {
    expect(
      kindsIn({
        files: replaceIn(rendered, "release.json", '"status": "withheld"', '"status": "withheld",\n   "n": 3'),
      }),
    ).toEqual(new Set(["file"]));
    const { release } = rendered;
    const [any] = release.assessments;
    const leaking = {
      ...release,
      assessments: [...release.assessments, { ...(any as (typeof release.assessments)[number]), unit: hidden.unit }],
    };
    const content = `${JSON.stringify(leaking, null, 1)}\n`;
    const found = scanOnly({ ...rendered, release: leaking }, { files: { "release.json": content } });
    expect(kindsOf(found)).toEqual(["withheld"]);
  });

  it("may be a certificate and a manifest that agree with the rest", () => {
    const certificate = {
      ...{
        format: "vitascan-certificate/1",
        tool: "vitascan 0.1.0",
        release: "a".repeat(64),
        policy_hash: "a".repeat(64),
      },
      ...{
        verdict: "clean",
        releases: 1,
        inventory: { files: 22, numbers: 9 },
        self_test: { planted: 3, found: 3 },
        leaks: [],
      },
      bases: [
        {
          ...{ wave: "najaar-2025", questionnaire: "enps", instrument: "enps", k: 5, groups: 60, rank: 60, atoms: 71 },
          ...{
            respondents: 639,
            sets_tested: 4123,
            smallest_support: 5,
            tightest_interval: 0.61,
            intervals_tested: 12,
          },
        },
      ],
    };
    const write = (value: object) => ({ files: { "certificate.json": `${JSON.stringify(value, null, 1)}\n` } });
    expect(findings(write(certificate))).toEqual([]);
    const odd = { ...certificate, bases: certificate.bases.map((base) => ({ ...base, respondents: 37 })) };
    expect(kindsIn(write(odd))).toEqual(new Set(["number"]));
    expect(kindsIn(write({ ...certificate, note: 3 }))).toEqual(new Set(["form"]));
    const row = { path: "tables/cells.csv", sha256: "0".repeat(64), bytes: 3 };
    const manifest = {
      format: "vitascan-manifest/1",
      tool: "vitascan 0.1.0",
      policy_hash: "a".repeat(64),
      files: [row],
    };
    expect(kindsIn({ files: { "manifest.json": `${JSON.stringify(manifest, null, 2)}\n` } })).toEqual(
      new Set(["file"]),
    );
  });
});
