/** Turns the choice in scan.yaml into the publication policy: in, a preset and stricter values; out, every limit in force. */
import { floor, type Policy, type PolicyChoice, presets } from "../../schemas/policy.ts";
import { UserError } from "../user-error.ts";

/**
 * The preset, with what was chosen stricter. Detail and crossed are never below the mean; `insiders` are added to every k.
 * Organisation statistics need 5 teams and 50 degrees of freedom.
 * Throws a UserError when a chosen k is below the preset's, below the floor, or below the mean's.
 */
export const makePolicy = (choice: PolicyChoice): Policy => {
  const mean = chooseK(choice, "mean", presets[choice.preset].mean);
  const others = (kind: "detail" | "crossed") =>
    chooseK(choice, kind, Math.max(presets[choice.preset][kind], choice.k.mean ?? 0));
  const { preset, insiders, enps_band, open_share, stayers, roll_up } = choice;
  return {
    preset,
    k: { mean: mean + insiders, detail: others("detail") + insiders, crossed: others("crossed") + insiders },
    insiders,
    enps_band,
    open_share,
    statistics: { teams: 5, degrees_of_freedom: 50 },
    stayers,
    roll_up,
  };
};

const chooseK = ({ preset, k }: PolicyChoice, kind: keyof Policy["k"], least: number): number => {
  const lowest = Math.max(least, floor);
  const chosen = k[kind] ?? lowest;
  if (chosen >= lowest) return chosen;
  throw new UserError(
    `policy.k.${kind} must be at least ${lowest} with preset ${preset}, found ${chosen}: leave it out or choose ${lowest} or more.`,
  );
};
