/**
 * Gives the line of a scan its numbers: a norm and a band are looked up in the instrument.
 * In: a scan and its instruments. Out: the line with its numbers, or what is wrong with it and where in scan.yaml.
 */
import {
  type Band,
  type Instrument,
  measureName,
  type Norm,
  readCut,
  type Scale,
  type Verified,
} from "../../schemas/instrument.ts";
import type { Line, Origin, ResolvedLine, Scan } from "../../schemas/scan.ts";
import { listNames } from "../user-error.ts";

/** A problem and the place of it in scan.yaml. */
export type LineFault = Readonly<{ path: readonly string[]; message: string }>;

/** A published figure of an instrument; `names` is what `accept_unverified` may call it. */
export type PublishedFigure = Readonly<{ names: readonly string[]; verified: Verified }>;

export function resolveLine(
  { line, accept_unverified }: Pick<Scan, "line" | "accept_unverified">,
  instruments: ReadonlyMap<string, Instrument>,
): ResolvedLine | LineFault {
  const scales = listScales(instruments);
  const scale = scales.get(line.measure);
  if (scale === undefined)
    return fault(
      "measure",
      `can't find measure ${JSON.stringify(line.measure)}; known are ${listNames([...scales.keys()])}`,
    );
  if (line.kind === "norm") return resolveNorm(line, scale, accept_unverified);
  if (line.kind === "band" && scale.screening === true)
    return fault(
      "band",
      `can't be the line: ${line.measure} is a first test for an illness, and its bands say nothing about teams; use kind: own_organisation`,
    );
  if (line.kind === "band") return resolveBand(line, scale, accept_unverified);
  return line;
}

/** Every band and norm of the instruments. */
export const listFigures = (instruments: ReadonlyMap<string, Instrument>): PublishedFigure[] =>
  [...listScales(instruments)].flatMap(([measure, { bands = [], norms = [] }]) => [
    ...bands.map((band) => ({ names: nameBand(measure, band), verified: band.verified })),
    ...norms.map((norm) => ({ names: nameNorm(measure, norm), verified: norm.verified })),
  ]);

function listScales(instruments: ReadonlyMap<string, Instrument>): Map<string, Scale> {
  const named = [...instruments.values()].flatMap(({ instrument, scales }) =>
    scales.map((scale) => [measureName(instrument, scale.scale), scale] as const),
  );
  return new Map(named);
}

const nameBand = (measure: string, { band }: Band): string[] => [`${measure}.${band}`];
const nameNorm = (measure: string, { population }: Norm): string[] => [
  ...new Set([`${measure}.${population.en}`, `${measure}.${population.nl}`]),
];

const fault = (setting: string, message: string): LineFault => ({ path: ["line", setting], message });

type Chosen<Kind extends Line["kind"]> = Extract<Line, { kind: Kind }>;

function resolveNorm(
  line: Chosen<"norm">,
  { norms = [] }: Scale,
  accepted: readonly string[],
): ResolvedLine | LineFault {
  const { measure, population, delta } = line;
  const found = norms.filter((norm) => Object.values(norm.population).includes(population));
  const [norm] = found;
  if (norm === undefined)
    return fault(
      "population",
      norms.length === 0
        ? `can't be found: ${measure} has no norms`
        : `can't find ${JSON.stringify(population)} among the norms of ${measure}; there are ${listNames(norms.map((one) => one.population.en))}`,
    );
  if (found.length > 1)
    return fault(
      "population",
      `can't choose between ${found.length} norms of ${JSON.stringify(population)}; give the figures of one with kind: absolute`,
    );
  const { mean, standard_deviation } = norm;
  if (standard_deviation === null)
    return fault(
      "population",
      `can't be the line: this norm of ${measure} has no standard deviation, and delta counts in those; find one and use kind: absolute, with its source`,
    );
  return (
    refuseUnverified("population", norm, nameNorm(measure, norm), accepted) ?? {
      kind: "norm",
      measure,
      benchmark_mean: mean,
      benchmark_standard_deviation: standard_deviation,
      delta,
      ...readOrigin(norm),
    }
  );
}

function resolveBand(
  { measure, band: code }: Chosen<"band">,
  { bands = [], higher_is }: Scale,
  accepted: readonly string[],
): ResolvedLine | LineFault {
  const band = bands.find((one) => one.band === code);
  if (band === undefined)
    return fault(
      "band",
      bands.length === 0
        ? `can't be found: ${measure} has no bands`
        : `can't find ${JSON.stringify(code)} among the bands of ${measure}; there are ${listNames(bands.map((one) => one.band))}`,
    );
  const [side, value] = Object.entries(readCut(band))[0] as [string, number];
  const isHigh = side === "at_least" || side === "above";
  if (isHigh !== (higher_is === "worse"))
    return fault(
      "band",
      `can't be the line: ${code} holds the favourable scores (${side} ${value}, and higher is ${higher_is}); the line must lie on the unfavourable side`,
    );
  return (
    refuseUnverified("band", band, nameBand(measure, band), accepted) ?? {
      kind: "band",
      measure,
      band: code,
      value,
      ...readOrigin(band),
    }
  );
}

/** What was not verified decides nothing, unless the analyst says so by name. */
function refuseUnverified(
  setting: string,
  { verified, source }: Band | Norm,
  names: readonly string[],
  accepted: readonly string[],
): LineFault | null {
  if (verified !== "unverified" || names.some((name) => accepted.includes(name))) return null;
  return fault(
    setting,
    `can't be the line: this figure was not verified. Source: ${source} To use it all the same, write ` +
      `accept_unverified: [${JSON.stringify(names[0])}]; the report then says so`,
  );
}

const readOrigin = ({ population, year, source, verified }: Band | Norm): Origin => ({
  population,
  year,
  source,
  verified,
});
