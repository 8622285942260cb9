/** Places of a file in which a figure can leave unseen, each made in a release that was really rendered. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listEmbedded } from "../../../reports/list-embedded.ts";
import { openExample } from "./example.ts";
import { replaceIn, scanOnly } from "./rendered.ts";

const { changeChart, findings, first, hidden, insertBefore, kindsIn, kindsOf, page, rendered, teamChart } =
  await openExample();

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
    expect(kindsIn({ files: replaceIn(rendered, page, "</style>", "b{order:3}</style>") }).has("hidden")).toBe(true);
  });

  it("is found at the foot of a printed page", () => {
    const foot = /(?<=@bottom-left\{content:")[^"]*/;
    expect(kindsIn({ files: replaceIn(rendered, page, foot, "Gemiddelde 3713") }).has("number")).toBe(true);
    expect(kindsIn({ files: replaceIn(rendered, page, foot, `${first.name}`) })).not.toContain("hidden");
    expect(kindsIn({ files: replaceIn(rendered, page, foot, '";width:37px;content:"') }).has("hidden")).toBe(true);
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
      moved(/<path data-team="t\d+" transform="translate\(\d+\.\d+,/, (found) => found.replace(/\(\d+/, "(19")),
    ).toEqual(new Set(["drawing"]));
    const text = new RegExp(`transform="translate\\([\\d.]+,\\d+\\)"[^>]*>${first.name}</text>`);
    expect(moved(text, (found) => found.replace(/,\d+\)/, ",7)"))).toEqual(new Set(["drawing"]));
    expect(moved(/<line data-team="t\d+"[^>]* x2="[\d.]+"/, (found) => found.replace(/x2="\d+/, 'x2="3'))).toEqual(
      new Set(["drawing"]),
    );
    expect(moved(/<path d="M[\d.]+,[\d.]+L[^"]*Z"/, (found) => found.replace(/,[\d.]+L/, ",3L"))).toEqual(
      new Set(["drawing"]),
    );
  });

  it("is found with a mark too many, a text of its own, another colour, an unknown shape or no chart file", () => {
    expect(moved(/<path data-team="t\d+" transform[^>]*>/, (found) => found + found)).toEqual(new Set(["drawing"]));
    expect(moved(/>lijn [\d,]+<\/text>/, () => ">lijn 2,47</text>")).toEqual(new Set(["drawing"]));
    expect(moved(/<path data-team[^>]*fill="#1a4fc4"/, (found) => found.replace("#1a4fc4", "#1a4fc5"))).toEqual(
      new Set(["drawing"]),
    );
    expect(moved(/<path data-team/, (found) => `<circle r="37.13"/>${found}`)).toEqual(new Set(["drawing"]));
    expect(moved(/<path data-team/, (found) => `<foreignObject>x</foreignObject>${found}`)).toEqual(
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
