/**
 * Compares writing every edition of 200 teams in both languages with what Vega alone needs to draw the same charts: compiled once per
 * type of chart, parsed once, one view per chart. Prints the ratio, what was compiled, and the size of the edition for HR.
 *
 * Run: node dist/bench/reports.js [rounds]
 */
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { renderEditions } from "../reports/render-report.tsx";
import { separateRows } from "../reports/separate-rows.ts";
import { makeExample } from "./make-release.ts";

const rounds = Number(process.argv[2] ?? 3);
const languages = ["nl", "en"] as const;

type Frame = Parameters<typeof separateRows>[0];

/** Every chart that the editions draw, as it reaches the drawer. */
async function collectSpecs(release: ReturnType<typeof makeExample>): Promise<Frame[]> {
  const specs: Frame[] = [];
  for (const language of languages)
    for await (const _ of renderEditions(release, language, null, async (spec) => {
      specs.push(spec);
      return "";
    }));
  return specs;
}

async function drawBare(specs: readonly Frame[]): Promise<number> {
  const runtimes = new Map<string, vega.Runtime>();
  for (const spec of specs) {
    const { frame, rows } = separateRows(spec);
    const key = JSON.stringify(frame);
    const runtime = runtimes.get(key) ?? vega.parse(compile(frame).spec, undefined, { ast: true });
    runtimes.set(key, runtime);
    const view = new vega.View(runtime, {
      renderer: "none",
      expr: expressionInterpreter,
      logLevel: vega.Error,
    } as ConstructorParameters<typeof vega.View>[1]);
    for (const [name, values] of rows) view.data(name, values);
    await view.toSVG();
    view.finalize();
  }
  return runtimes.size;
}

async function writeAll(
  release: ReturnType<typeof makeExample>,
): Promise<{ files: number; bytes: number; hr: number }> {
  let [files, bytes, hr] = [0, 0, 0];
  for (const language of languages)
    for await (const { path, content } of renderEditions(release, language)) {
      const size = Buffer.byteLength(content);
      files += 1;
      bytes += size;
      if (path.startsWith("report.hr.")) hr = Math.max(hr, size);
    }
  return { files, bytes, hr };
}

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const release = makeExample(200, 12);
const specs = await collectSpecs(release);
const compiled = await drawBare(specs);
const written = await writeAll(release);
const [bare, whole]: [number[], number[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  bare.push(await time(() => drawBare(specs)));
  whole.push(await time(() => writeAll(release)));
}
console.log(
  `200 teams, two languages: ${written.files} files, ${(written.bytes / 1e6).toFixed(1)} MB, HR ${(written.hr / 1e6).toFixed(2)} MB, ${specs.length} charts of ${compiled} compiled frames`,
);
console.log(
  `bare Vega ${(median(bare) / 1000).toFixed(1)} s, all editions ${(median(whole) / 1000).toFixed(1)} s: ratio ${(median(whole) / median(bare)).toFixed(2)}`,
);
