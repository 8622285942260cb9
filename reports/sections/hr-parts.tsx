/** The parts of the edition for HR in reading order. In: context, facts and drawn figures; out: parts, the empty ones left out. */
import type { ComponentChildren } from "preact";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import type { Figures } from "../figures/make-figures.ts";
import { listLinks } from "../figures/outcome-figure.ts";
import { hasBalance } from "../figures/scales-figure.ts";
import { Accessibility } from "./accessibility.tsx";
import { CalibrationOfSignals, findCalibration } from "./calibration.tsx";
import { Quality } from "./data-quality.tsx";
import { Drivers } from "./drivers.tsx";
import { FlaggedTeams } from "./flagged-teams.tsx";
import { Glossary } from "./glossary.tsx";
import { GroupSignals, hasGroups, listAssessedKinds } from "./group-signals.tsx";
import { Hidden } from "./hidden.tsx";
import { MeasurementQuality } from "./measurement-quality.tsx";
import { Method } from "./method.tsx";
import { Outcomes } from "./outcomes.tsx";
import type { Part } from "./part.tsx";
import { hasCharts, Persistence } from "./persistence.tsx";
import { type Drawings, ShowFigures } from "./show-figure.tsx";
import { Teams } from "./teams.tsx";

type Props = Readonly<{ context: Context; facts: Facts; figures: Figures; drawings: Drawings }>;

/** A new part is one line here and a section of its own. */
export function listHrParts({ context, facts, figures, drawings }: Props): Part[] {
  const { texts } = context;
  const { charts } = texts;
  const show = (id: keyof Figures) => <ShowFigures context={context} figures={figures[id]} drawings={drawings} />;
  const ofFigures = (id: keyof Figures, title: string, before: ComponentChildren = null): Part[] =>
    figures[id].length === 0
      ? []
      : [
          {
            id,
            title,
            content: (
              <>
                {before}
                {show(id)}
              </>
            ),
          },
        ];
  const { signals } = texts;
  const oneWave = context.index.waves.length < 2 ? <p>{texts.waves.oneWave}</p> : null;
  return [
    {
      id: "teams",
      title: texts.teams.title,
      content: (
        <Teams context={context} facts={facts}>
          {show("teams")}
        </Teams>
      ),
    },
    ...ofFigures("enps", texts.enps.title),
    ...ofFigures("dimensions", texts.dimensions.title),
    ...ofFigures("scales", hasBalance(context) ? charts.scales.balance : charts.scales.title),
    ...when(figures.drivers.length > 0, {
      id: "drivers",
      title: signals.drivers.title,
      content: (
        <Drivers context={context} assessed={facts.assessed}>
          {show("drivers")}
        </Drivers>
      ),
    }),
    ...when(listLinks(context).length > 0, {
      id: "outcomes",
      title: signals.outcomes.title,
      content: <Outcomes context={context} figures={figures.outcomes} drawings={drawings} />,
    }),
    ...ofFigures("trend", charts.trend.title),
    ...when(hasCharts(context), {
      id: "persistence",
      title: signals.persistence.title,
      content: <Persistence context={context} />,
    }),
    ...ofFigures("change", oneWave === null ? charts.change.title : titleUnits(context), oneWave),
    ...ofFigures("department", charts.ownDepartment.title),
    ...ofFigures("segments", charts.segments.title, <p>{introduceSegments(context)}</p>),
    ...when(hasGroups(context), {
      id: "group-signals",
      title: signals.groups.title,
      content: <GroupSignals context={context} />,
    }),
    {
      id: "participation",
      title: texts.participation.title,
      content: (
        <>
          {show("participation")}
          <p>{figures.participation.length > 0 ? texts.participation.reading : texts.participation.unknown}</p>
        </>
      ),
    },
    ...(facts.assessed === null
      ? []
      : [
          {
            id: "flagged",
            title: charts.cards.title,
            content: <FlaggedTeams context={context} assessed={facts.assessed} />,
          },
        ]),
    { id: "hidden", title: texts.hidden.title, content: <Hidden context={context} /> },
    { id: "data", title: texts.data.title, content: <Quality context={context} /> },
    ...when(
      context.index.release.statistics.some(({ statistic }) => statistic === "items_answered"),
      { id: "measurement", title: texts.method.measurement, content: <MeasurementQuality context={context} /> },
    ),
    ...when(findCalibration(context) !== undefined, {
      id: "calibration",
      title: signals.calibration.title,
      content: <CalibrationOfSignals context={context} />,
    }),
    { id: "method", title: texts.method.title, content: <Method context={context} facts={facts} /> },
    { id: "glossary", title: texts.glossary.title, content: <Glossary context={context} /> },
    { id: "accessibility", title: texts.accessibility.title, content: <Accessibility context={context} /> },
  ];
}

const when = (isThere: boolean, part: Part): Part[] => (isThere ? [part] : []);

/** Whether groups get a label depends on how many there are. */
const introduceSegments = (context: Context): string => {
  const { segments } = context.texts.charts;
  const isAssessed = listAssessedKinds(context).some(({ attribute }) => attribute !== null);
  return isAssessed ? segments.introAssessed : segments.intro;
};

const titleUnits = ({ index, texts }: Context): string =>
  index.departments.length > 0 ? texts.waves.title : texts.waves.titleOrganisation;
