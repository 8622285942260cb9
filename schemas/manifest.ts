/** manifest.json: every file of a release folder with its fingerprint. */
import { z } from "zod";

export const Manifest = z.strictObject({
  format: z.literal("vitascan-manifest/1"),
  tool: z.string(),
  policy_hash: z.string(),
  /** One row per file of the folder except the manifest itself, by path. */
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string(), bytes: z.int() })),
});
export type Manifest = z.infer<typeof Manifest>;
