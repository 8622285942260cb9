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
    "mail",
    "Mailadres",
    "Manager email",
    "Work e-mail",
    "What is your email address?",
    "Wat is je e-mailadres?",
    "E-Mail-Adresse",
    "Adresse mail",
    "UPN",
  ],
  "telephone number": [
    "Telephone",
    "phone",
    "Mobile number",
    "Telefoonnummer",
    "Mobiel",
    "Telefon",
    "téléphone",
    "telefoonnr",
    "Tel. nr.",
    "Phone #",
    "Mobiele nummer",
    "Rufnummer",
    "Numéro de téléphone",
    "N° de téléphone",
    "Wat is je telefoonnummer?",
    "WhatsApp",
  ],
  "date of birth": [
    "dob",
    "Date of birth",
    "Geboortedatum",
    "Geburtsdatum",
    "Date de naissance",
    "geb.datum",
    "birth_date",
    "Date of Birth (dd-mm-yyyy)",
    "Geboortejaar",
    "Geburtsjahr",
    "Année de naissance",
  ],
  "IP address": [
    "IPAddress",
    "IP Address",
    "ipaddr",
    "IP-Adresse",
    "IP_address",
    "ip",
    "Client IP",
    "Remote address",
    "X-Forwarded-For",
  ],
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
    "Wat is je naam?",
    "What is your name?",
    "Vul hier je naam in",
    "Wie ist Ihr Name?",
    "Quel est votre nom ?",
    "Naam leidinggevende",
    "Naam medewerker",
    "Employee name",
    "Manager name",
    "Name der Führungskraft",
    "Nom du manager",
    "Naam en voornaam",
    "Vor- und Nachname",
    "Nom et prénom",
    "Name, Vorname",
    "Voorletters",
    "Initialen",
    "Initials",
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
    "Straat",
    "Straat en huisnummer",
    "Huisnummer",
    "Street",
    "Street address",
    "Straße",
    "Hausnummer",
    "Adresse postale",
    "Postal code",
    "Post code",
    "Postcode (4 cijfers)",
    "Wohnort",
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
    "User name",
    "user_name",
    "Inlognaam",
    "Login",
    "Staff number",
    "Staff ID",
    "Payroll number",
    "Personnel number",
    "Pers.nr.",
    "Personal-Nr.",
    "Mitarbeiter-Nr.",
    "Numéro matricule",
    "Badge number",
    "Burgerservicenummer (BSN)",
    "Sofinummer",
    "Rijksregisternummer",
    "SSN",
    "Social Security Number",
    "Sozialversicherungsnummer",
    "Numéro de sécurité sociale",
    "National ID",
    "IBAN",
    "Rekeningnummer",
    "Kontonummer",
    "Paspoortnummer",
    "Passport number",
    "Kenteken",
    "Device ID",
  ],
  "free text": [
    "Toelichting",
    "Wil je nog iets toelichten? (optioneel)",
    "Heb je nog opmerkingen?",
    "Q3_COMMENT",
    "Open-Ended Response",
    "Waarom geef je dit cijfer?",
    "Licht je antwoord toe",
    "Suggesties",
    "Any suggestions?",
    "Verbesserungsvorschläge",
    "Feedback",
    "Begründung",
    "Namelijk",
    "Please specify",
    "Heb je nog tips?",
    "Wat kan beter?",
    "comments_week2",
    "Kommentar",
    "Commentaires",
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
    "Manager",
    "Naam team",
    "Name of your team",
    "Afdelingsnaam",
    "Unit name",
    "Collector ID",
    "Plaats",
    "E-mail takes too much of my time",
    "Mail en telefoon storen mij bij mijn werk",
    "Comment vous sentez-vous au travail ?",
    "I get enough feedback from my manager",
    "Mijn motivatie is groot",
    "Colleagues know your name",
    "",
  ])("takes %j for no identifier", (name) => {
    expect(recogniseIdentifier(name)).toBeNull();
  });
});

const text = { kind: "text" } as const;
const range = (length: number) => Array.from({ length }, (_, index) => index);
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
    ["IP address", ["2001:db8::1", "::1", "::ffff:192.0.2.1"]],
    ["telephone number", ["+31 6 12345678", ...repeat(["-"], 9)]],
    ["name", ["Jan van der Berg", "Anna in 't Veld", "Kees van 't Hof", "Els op den Kamp", "Piet de Vries"]],
    ["name", ["de Vries, Anna", "van der Berg, Jan", "van Dijk, Piet", "ter Horst, K.", "in 't Veld, Els"]],
    ["name", ["dhr. Jan de Vries", "Mw. E. Bakker", "dr. P. Jansen", "Frau Schmidt", "Mme Petit"]],
    ["name", ["J.deVries", "P.Jansen", "E.Bakker", "K.Visser", "A.Smit"]],
    ["name", ["j.devries", "p.jansen", "e.bakker", "k.visser", "a.smit"]],
    ["reference", ["NL91ABNA0417164300", "DE89 3704 0044 0532 0130 00"]],
    ["reference", ["ZORG\\jdevries", "ZORG\\pjansen"]],
    ["location", ["1234 AB", "3511 LX", "9712HM", "1011 AC", "6525 XZ"]],
    ["location", ["Dorpsstraat 12", "Kerkstraat 3a", "Laan van Meerdervoort 100", "Stationsweg 7", "Hauptstraße 5"]],
    ["location", ["52.0907,5.1214", "52.3702, 4.8952"]],
    ["free text", range(12).map((number) => `geen ${"abcdefghijkl"[number]}x`)],
  ])("knows %s in %j", (kind, texts) => {
    expect(recogniseContent(texts, text, "Vraag")).toBe(kind);
  });

  it.each([
    ["nothing", []],
    ["codes of teams", repeat(["WZ-01", "GH-02", "RV"], 4)],
    ["names of departments that come back", repeat(["Human Resources", "Team Noord", "Zorg Thuis"], 4)],
    ["ids", ["R_2YPOQ602ER1jkf1", "R_5jOny0MNHNU6WS9", "R_7NT5RemfRQtuKzz"]],
    ["versions", ["1.2.3", "1.2.4"]],
    [
      "answers in capitals",
      ["Zeer Tevreden", "Zeer Ontevreden", "Tevreden", "Noch Tevreden Noch Ontevreden", "Zeer Vaak"],
    ],
    ["teams with a number", ["Team 1", "Team 2", "Groep 3b", "Afdeling 12", "Zorg 4"]],
    ["times of day", ["10:20:30", "11:00:00"]],
    ["ids that begin as a bank account", ["NL91ABNA0417164301", "NL20INGB0001234568"]],
    ["cost centres that come back", repeat(["012-345-678", "023-456-789"], 4)],
    ["rooms that come back", repeat(["Kerkstraat 3", "Dorpsstraat 12"], 4)],
    ["units that are called after a postcode", repeat(["1234AB", "3511LX"], 4)],
    ["codes with leading zeros that come back", repeat(["0123456789", "0234567891"], 4)],
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

  it("looks for citizen service numbers among numbers: nine digits whose weighted sum is a multiple of eleven", () => {
    const numbers = { kind: "numbers", scales: [] } as const;
    // 9*1+8*1+7*1+6*2+5*2+4*2+3*3+2*3-3 = 66; 9*1+8*2+7*3+6*4+5*5+4*6+3*7+2*8-2 = 154
    expect(recogniseContent(["111222333", "123456782"], numbers, "Vraag")).toBe("reference");
    expect(recogniseContent(["111222334", "123456783"], numbers, "Vraag")).toBeNull();
  });

  it("looks for years of birth among dates without a time", () => {
    const dates = { kind: "dates", order: "day_first" } as const;
    const born = ["17-02-1980", "30-11-1975", "06-05-1990", "01-01-1962", "08-08-1988"];
    expect(recogniseContent(born, dates, "Vraag")).toBe("date of birth");
    expect(recogniseContent(born.slice(1), dates, "Vraag")).toBeNull();
    expect(recogniseContent(repeat(["1-1-1980", "1-1-2010"], 3), dates, "Vraag")).toBeNull();
    expect(recogniseContent(["1-1-2026", "2-1-2026", "3-1-2026", "4-1-2026", "5-1-2026"], dates, "Vraag")).toBeNull();
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
