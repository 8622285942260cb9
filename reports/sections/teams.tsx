/** The teams beside each other: figures, what the labels mean, the table of all teams, teams that are shown together. In: facts; out: JSX. */
import type { ComponentChildren } from "preact";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import { capitalise } from "../formats.ts";
import { RollUps } from "./roll-ups.tsx";
import { LevelSign, levelOrder } from "./show-level.tsx";
import { TeamTable } from "./team-table.tsx";

type Props = Readonly<{ context: Context; facts: Facts; children: ComponentChildren }>;

export function Teams({ context, facts, children }: Props) {
  const { assessed } = facts;
  const { teams } = context.texts;
  return (
    <>
      {assessed === null ? <p>{facts.reason}</p> : null}
      {children}
      {assessed === null ? null : (
        <>
          <h3>{teams.labels}</h3>
          <dl class="words">
            {levelOrder.map((level) => (
              <div key={level}>
                <dt>
                  <LevelSign level={level} /> {capitalise(context.texts.levels[level])}
                </dt>
                <dd>{context.texts.levelMeaning[level]}</dd>
              </div>
            ))}
          </dl>
          <p>{teams.shrinkage}</p>
          <TeamTable context={context} assessed={assessed} />
        </>
      )}
      <RollUps context={context} />
    </>
  );
}
