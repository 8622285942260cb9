/**
 * KoboToolbox: one header row of names or labels, and rows of tags (they start with #) below it when asked for. What the server
 * adds starts with an underscore; every row is a sent response.
 */
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";
import { readFirstRow } from "./recognise-profile.ts";

export const kobotoolbox: Profile = {
  profile: "kobotoolbox",
  title: "KoboToolbox",
  signature: [["_uuid"], ["_submission_time"]],
  columns: [
    { names: ["_uuid"], role: "response" },
    { names: ["start"], role: "started" },
    { names: ["end"], role: "ended" },
    {
      names: [
        ...["_id", "_submission_time", "_validation_status", "_status", "_tags", "_index", "_xform_id_string"],
        ...["__version__", "today", "audit", "formhub/uuid", "meta/instanceID", "_attachments", "_geolocation"],
      ],
      role: "metadata",
    },
    { names: ["_notes"], identifier: "free text" },
    { names: ["_submitted_by", "username", "meta/instanceName"], identifier: "name" },
    { names: ["phonenumber"], identifier: "telephone number" },
    { names: ["deviceid", "subscriberid", "simserial"], identifier: "reference" },
    { names: [/(^|_|\/)(latitude|longitude|altitude|precision)$/, /geopoint$/i], identifier: "location" },
  ],
  dates: "year_first",
  readHeader,
};

/** Rows of tags belong to the header; null when there are none. */
function readHeader(rows: readonly (readonly string[])[]): HeaderLayout | null {
  const isTags = (row: readonly string[]) => {
    const filled = row.filter((cell) => cell.trim() !== "");
    return filled.length > 0 && filled.every((cell) => cell.startsWith("#"));
  };
  const first = rows.slice(1).findIndex((row) => !isTags(row));
  return first > 0 ? readFirstRow(rows, 1 + first) : null;
}
