import { describe, expect, it } from "vitest";
import { recogniseIdentifier } from "../../../pipeline/csv/recognise-identifier.ts";

/** Column names as survey tools write them. */
const announced = {
  "e-mail address": [
    "Email",
    "E-mail",
    "Email Address",
    "RecipientEmail",
    "EmailAddress",
    "E-mailadres",
    "emailadres",
    "Username",
    "Gebruikersnaam",
    "accountEmail",
  ],
  "IP address": ["IPAddress", "IP Address", "ipaddr", "IP-Adresse", "IP_address", "ip"],
  name: [
    "Name",
    "Naam",
    "First Name",
    "LastName",
    "RecipientFirstName",
    "RecipientLastName",
    "first_name",
    "Voornaam",
    "Achternaam",
    "Tussenvoegsel",
    "Volledige naam",
    "Uw naam",
  ],
  location: ["LocationLatitude", "LocationLongitude", "Latitude", "LocationAccuracy"],
  reference: [
    "ExternalReference",
    "ExternalDataReference",
    "token",
    "Personeelsnummer",
    "Medewerkernummer",
    "EMP ID",
    "Employee ID",
    "EmployeeID",
    "User ID",
    "BSN",
  ],
  "free text": [
    "Toelichting",
    "Wil je nog iets toelichten? (optioneel)",
    "Heb je nog opmerkingen?",
    "Q3_COMMENT",
    "Open-Ended Response",
    "Waarom geef je dit cijfer?",
    "Licht je antwoord toe",
  ],
} as const;

describe("recogniseIdentifier", () => {
  it.each(Object.entries(announced).flatMap(([kind, names]) => names.map((name) => [name, kind])))(
    "takes %j for %s",
    (name, kind) => {
      expect(recogniseIdentifier(name)).toBe(kind);
      expect(recogniseIdentifier(` ${name}\n`)).toBe(kind);
    },
  );

  it.each([
    "team",
    "Teamcode",
    "Afdeling",
    "Location",
    "Locatie",
    "unit",
    "ResponseId",
    "Respondent ID",
    "id",
    "submitdate",
    "Q1_1",
    "VIT[E1]",
    "BAT01",
    "IPA",
    "IP1",
    "Filename",
    "Teamnaam",
    "Ik werk graag op deze locatie",
    "Manager ID",
    "",
  ])("takes %j for no identifier", (name) => {
    expect(recogniseIdentifier(name)).toBeNull();
  });
});
