import { describe, expect, it } from "vitest";
import { recogniseContent, recogniseIdentifier } from "../../../pipeline/csv/recognise-identifier.ts";

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
  "telephone number": ["Telephone", "phone", "Mobile number", "Telefoonnummer", "Mobiel", "Telefon", "téléphone"],
  "date of birth": ["dob", "Date of birth", "Geboortedatum", "Geburtsdatum", "Date de naissance"],
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
    "name_first",
    "Nachname",
    "Prénom",
    "Contact | Name",
    "Q7[naam]",
  ],
  location: [
    "LocationLatitude",
    "LocationLongitude",
    "Latitude",
    "LocationAccuracy",
    "address",
    "Home address",
    "Postcode",
    "Woonplaats",
    "PLZ",
  ],
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
    "Personalnummer",
    "Matricule",
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

const text = { kind: "text" } as const;
const repeat = (texts: readonly string[], times: number) => Array.from({ length: times }, () => texts).flat();

describe("recogniseContent", () => {
  it.each([
    ["e-mail address", ["anna@example.org"]],
    ["e-mail address", ["anna@example.org", ...repeat(["-"], 9)]],
    ["IP address", ["192.0.2.1", "192.0.2.2"]],
    ["IP address", ["2001:db8:0:0:0:0:0:1"]],
    ["telephone number", ["06 12345678", "+31 20 123 45 67", "(020) 123-4567"]],
    ["name", ["Anna de Vries", "Bakker, Jan", "Łukasz Nowak", "Mary-Ann O’Neil", "José da Silva"]],
    ["free text", ["Het is hier de laatste tijd erg druk", "Ik mis de ruimte om rustig te werken"]],
    ["free text", [`Ja ${"x".repeat(100)}`]],
  ])("knows %s in %j", (kind, texts) => {
    expect(recogniseContent(texts, text, "Vraag")).toBe(kind);
  });

  it.each([
    ["nothing", []],
    ["codes of teams", repeat(["WZ-01", "GH-02", "RV"], 4)],
    ["names of departments that come back", repeat(["Human Resources", "Team Noord", "Zorg Thuis"], 4)],
    ["ids", ["R_2YPOQ602ER1jkf1", "R_5jOny0MNHNU6WS9", "R_7NT5RemfRQtuKzz"]],
    ["versions", ["1.2.3", "1.2.4"]],
    ["one address in eleven cells", ["anna@example.org", ...repeat(["-"], 10)]],
    ["a few names", ["Anna de Vries", "Jan Bakker"]],
    ["labels of a small sample", ["Zeer vaak", "Soms", "Bijna nooit"]],
  ])("knows %s for no identifier", (_, texts) => {
    expect(recogniseContent(texts, text, "Vraag")).toBeNull();
  });

  it("looks for telephone numbers among numbers, and for nothing else there", () => {
    const numbers = { kind: "numbers", scales: [] } as const;
    expect(recogniseContent(["0612345678", "0687654321"], numbers, "Vraag")).toBe("telephone number");
    expect(recogniseContent(["3126807211", "3126802202"], numbers, "Vraag")).toBeNull();
  });

  it.each([
    { kind: "labels", response_sets: ["x"] } as const,
    { kind: "dates", order: null } as const,
    { kind: "choice" } as const,
  ])("leaves answers of kind $kind alone", (content) => {
    expect(recogniseContent(["Het is hier de laatste tijd erg druk"], content, "Other")).toBeNull();
  });

  it.each(["Other", "Vraag | Anders, namelijk:", "Q1[other]", "reason_other", "Sonstiges"])(
    "takes texts below %j for free text",
    (name) => {
      expect(recogniseContent(["x"], { kind: "codes" }, name)).toBe("free text");
      expect(recogniseContent(["1"], { kind: "numbers", scales: ["0-1"] }, name)).toBeNull();
    },
  );

  it("does not take a question about others for an open one", () => {
    expect(recogniseContent(["x"], { kind: "codes" }, "Other teams help us")).toBeNull();
  });
});
