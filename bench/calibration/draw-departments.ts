/**
 * Draws organisations of departments, each of two to seven teams: the teams with their answers, and which departments truly lie beyond a line.
 * The truth about a department is the mean true score of everyone in it, whether they answered or not.
 */
import { startDraws } from "../../pipeline/stats/draw-numbers.ts";
import {
  average,
  type DrawnTeam,
  drawAnswers,
  drawSize,
  expectAnswer,
  type Scenario,
  spreadOf,
} from "./draw-organisation.ts";

/** `share`, 0-1: of the variance between teams, what lies between departments. `line` in points. */
export type Departments = Readonly<{ departments: number; share: number; line: number }>;
export type DrawnDepartments = Readonly<{ teams: readonly DrawnTeam[]; beyond: ReadonlySet<string> }>;

const [fewestTeams, mostTeams] = [2, 7];

/** The same seed gives the same organisation. A team's own truth is not asked for: none is `elevated`. */
export function drawDepartments(
  scenario: Scenario,
  { departments, share, line }: Departments,
  seed: number,
): DrawnDepartments {
  const draws = startDraws(seed);
  const variance = scenario.icc / (1 - scenario.icc);
  const [low, high] = scenario.response;
  const drawTeam = (department: string, centre: number, index: number) => {
    const own = centre + Math.sqrt((1 - share) * variance) * draws.normal();
    const people = Array.from({ length: drawSize(draws) }, () => own + spreadOf(scenario) * draws.normal());
    const usual = low + (high - low) * draws.share();
    const answers = people.filter(() => draws.share() < usual).map((score) => drawAnswers(scenario, score, draws));
    const team = { unit: `${department}T${index}`, department, invited: people.length, elevated: false, answers };
    return { team, truths: people.map((score) => expectAnswer(scenario, score)) };
  };
  const drawn = Array.from({ length: departments }, (_, index) => {
    const department = `D${10_000 + index}`;
    const centre = Math.sqrt(share * variance) * draws.normal();
    const count = fewestTeams + Math.floor(draws.share() * (mostTeams - fewestTeams + 1));
    return { department, teams: Array.from({ length: count }, (_team, one) => drawTeam(department, centre, one)) };
  });
  const beyond = drawn.filter(({ teams }) => average(teams.flatMap(({ truths }) => truths)) > line);
  return {
    teams: drawn.flatMap(({ teams }) => teams.map(({ team }) => team)),
    beyond: new Set(beyond.map(({ department }) => department)),
  };
}
