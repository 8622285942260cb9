/**
 * The exports that are known, one file per tool: what marks its files, which columns it writes by itself, how it writes dates.
 *
 * To add a tool: write a file here that exports a Profile (see schemas/profile.ts), put its name in `ProfileName`
 * (schemas/inspection.ts) and the profile in the list below, before `googleForms`, whose mark is one common word; add
 * tests/pipeline/profiles/<tool>.test.ts with a small invented file. Nothing else needs to know.
 */
import type { ProfileName } from "../../schemas/inspection.ts";
import type { Profile } from "../../schemas/profile.ts";
import { formbricks } from "./formbricks.ts";
import { googleForms } from "./google-forms.ts";
import { kobotoolbox } from "./kobotoolbox.ts";
import { limesurvey } from "./limesurvey.ts";
import { long } from "./long.ts";
import { microsoftForms } from "./microsoft-forms.ts";
import { plain } from "./plain.ts";
import { qualtrics } from "./qualtrics.ts";
import { redcap } from "./redcap.ts";
import { surveymonkey } from "./surveymonkey.ts";
import { typeform } from "./typeform.ts";
import { vivaGlint } from "./viva-glint.ts";

/** In the order in which a file is compared with them; the first that fits is taken, and `plain` fits every file. */
export const profiles: readonly Profile[] = [
  qualtrics,
  limesurvey,
  surveymonkey,
  vivaGlint,
  formbricks,
  kobotoolbox,
  redcap,
  typeform,
  microsoftForms,
  long,
  googleForms,
  plain,
];

/** The profile called `name`. */
export function findProfile(name: ProfileName): Profile {
  const found = profiles.find(({ profile }) => profile === name);
  if (found === undefined) throw new Error(`no profile ${name}`);
  return found;
}
