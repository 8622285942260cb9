/** Turns the choice in scan.yaml into the publication policy: in, a preset and higher k; out, every limit in force. */
import { floor, type Policy, type PolicyChoice, presets } from "../../schemas/policy.ts";
import { UserError } from "../user-error.ts";

/**
 * The preset, with a k that was chosen higher. `detail` is never below `mean`.
 * eNPS is banded at -80 and +80 points below 20 respondents; half of the answer scale stays open for everybody;
 * organisation statistics need 5 teams and 50 degrees of freedom.
 * Throws a UserError when a chosen k is below the preset's, below the floor, or a detail k below the mean's.
 */
export const makePolicy = (choice: PolicyChoice): Policy => {
  const mean = chooseK(choice, "mean", presets[choice.preset].mean);
  const detail = chooseK(choice, "detail", Math.max(presets[choice.preset].detail, choice.k.mean ?? 0));
  return {
    preset: choice.preset,
    k: { mean, detail },
    enps_band: { low: -80, high: 80, below: 20 },
    open_share: 0.5,
    statistics: { teams: 5, degrees_of_freedom: 50 },
  };
};

const chooseK = ({ preset, k }: PolicyChoice, kind: "mean" | "detail", least: number): number => {
  const lowest = Math.max(least, floor);
  const chosen = k[kind] ?? lowest;
  if (chosen >= lowest) return chosen;
  throw new UserError(
    `policy.k.${kind} must be at least ${lowest} with preset ${preset}, found ${chosen}: leave it out or choose ${lowest} or more.`,
  );
};
