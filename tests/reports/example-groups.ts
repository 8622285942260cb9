/** Adds to an example release what not every release has: groups of people, and teams that are shown together. */
import { type PublishedCell, Release } from "../../schemas/release.ts";

/** One attribute with three values, one of them withheld for the organisation, and the rest of the first department. */
export function withGroups(release: Release): Release {
  const wave = release.waves.at(-1)?.wave ?? "";
  const cell = (unit: string, value: string, mean: number): PublishedCell => ({
    wave,
    unit,
    segment: { attribute: "contract", value },
    measure: "bat_12.total",
    status: "released",
    respondents: 42,
    invited: null,
    mean,
    interval: { low: mean - 0.2, high: mean + 0.2 },
  });
  const withheld: PublishedCell = {
    wave,
    unit: "ORG",
    segment: { attribute: "contract", value: "hired" },
    measure: "bat_12.total",
    status: "withheld",
  };
  const rest: PublishedCell = {
    wave,
    unit: "D1:rest",
    segment: null,
    measure: "bat_12.total",
    status: "released",
    respondents: 11,
    invited: 17,
    mean: 2.345678,
  };
  return Release.parse({
    ...release,
    units: [
      ...release.units,
      { unit: "D1:rest", name: "Woonzorg", parent: "D1", level: 2, leaf: false, members: ["T001", "T009"] },
    ],
    attributes: [
      {
        attribute: "contract",
        title: { nl: "Dienstverband", en: "Contract" },
        self_declared: true,
        values: [
          { value: "permanent", title: { nl: "Vast", en: "Permanent" } },
          { value: "temporary", title: { nl: "Tijdelijk", en: "Temporary" } },
          { value: "hired", title: { nl: "Ingehuurd", en: "Hired" } },
        ],
      },
    ],
    cells: [
      ...release.cells,
      cell("ORG", "permanent", 2.123456),
      cell("ORG", "temporary", 2.654321),
      withheld,
      cell("D1", "permanent", 2.2),
      rest,
    ],
  });
}
