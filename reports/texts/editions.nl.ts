/** Dutch texts of the editions for managers, the board, and the works council and employees. `{team}` is where the page writes a name. */

const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const readersDutch = {
  hr: "Voor HR-adviseurs",
  manager: (team: string) => `Voor de leidinggevende van ${team}`,
  board: "Voor het bestuur",
  council: "Voor de ondernemingsraad en alle medewerkers",
};

export const managerDutch = {
  title: (team: string) => `Teamscan ${team}`,
  headline: {
    elevated: "{team} heeft een verhoogd signaal",
    watch: "{team} is een aandachtspunt",
    no_signal: "Bij {team} is geen signaal gevonden",
    too_little_evidence: "Voor {team} geven de antwoorden geen uitsluitsel",
  },
  notAssessed: "De uitkomsten van {team}",
  whyNotAssessed:
    "Voor dit team is in deze meting geen label gegeven. De cijfers hieronder laten zien hoe het team tegenover de organisatie staat.",
  chartTitle: (clear: number, scales: number) =>
    clear === 0
      ? "Op geen enkele schaal is het team duidelijk ongunstiger dan de organisatie"
      : `Op ${clear} van de ${scales} schalen is het team duidelijk ongunstiger dan de organisatie`,
  subtitle: "Het team naast de hele organisatie, op elke schaal van de laagste tot de hoogste score die mogelijk is.",
  description: (scales: number) =>
    `${scales} schalen onder elkaar. Het teken is het team met het gebied van 95 procent zekerheid, de staande streep is de organisatie.`,
  reading:
    "Het teken is het gemiddelde van het team, met het gebied van 95\u00a0% zekerheid. De staande streep is de organisatie. Duidelijk is: het hele gebied ligt aan één kant van die streep. Een verschil op een schaal zonder verhoogd signaal kan toeval zijn.",
  team: "Team",
  organisation: "Organisatie",
  limits:
    "Dit gaat over het team als geheel. Het zegt niets over één persoon, stelt geen diagnose en is geen oordeel over jou als leidinggevende.",
  response: (questionnaire: string, respondents: string, invited: string, share: string, organisation: string) =>
    `${questionnaire}: ${respondents} van de ${invited} mensen antwoordden (${share}). In de hele organisatie is dat ${organisation}.`,
  responseNotShown: "De respons van dit team staat hier niet.",
  talk: "In gesprek met je team",
  talkFlagged:
    "Een verhoogd signaal of aandachtspunt is een reden om met het team te praten. Doe dat binnen een paar weken, met het hele team, en vertel eerst wat je zelf in de uitkomst ziet.",
  talkOther:
    "Ook zonder signaal is de uitkomst een goede aanleiding voor een gesprek. Vraag wat zo moet blijven en wat beter kan.",
  open: "Vragen om mee te beginnen",
  questions: [
    "Herkennen jullie dit beeld? Wat zien jullie anders?",
    "Wat in ons werk kost op dit moment de meeste energie?",
    "Wat geeft energie, en hoe houden we dat vast?",
    "Wat is één ding dat we de komende maand anders kunnen doen?",
    "Wat heb je daarvoor van mij nodig, en wat van de organisatie?",
  ],
  role: "Jouw rol",
  steps: [
    ["Signaleren", "Zie wat er verandert in het werk en in het team, en benoem het."],
    ["Normaliseren", "Laat merken dat praten over spanning erbij hoort. Vertel ook wat je zelf lastig vindt."],
    ["Steunen", "Verander eerst iets aan het werk: drukte, roosters, duidelijkheid, hulp van collega's."],
    ["Verwijzen", "Wijs de weg naar hulp. Een diagnose stellen is niet jouw taak."],
  ] as readonly (readonly [string, string])[],
  never: "Wat je beter niet doet",
  neverDo: [
    "Vraag nooit wie wat heeft geantwoord, en raad er ook niet naar.",
    "Vergelijk je team niet met een ander team.",
    "Beloof geen oplossing waar je niet over gaat.",
  ],
  help: "Wie je kan helpen",
  whomToCall: [
    "Je HR-adviseur: over de uitkomst, het teamgesprek en wat er in het werk kan veranderen.",
    "De bedrijfsarts: als je je zorgen maakt over iemands gezondheid. Ieder mag zelf ook naar het open spreekuur.",
    "De vertrouwenspersoon: bij ongewenst gedrag, of als iemand niet bij jou terecht kan.",
  ],
};

export const boardDutch = {
  title: (organisation: string) => `Teamscan ${organisation} voor het bestuur`,
  chartTitle: (elevated: number, affected: number, departments: number) =>
    elevated === 0
      ? "Geen enkele afdeling heeft een team met een verhoogd signaal"
      : `De verhoogde signalen komen uit ${affected} van de ${departments} afdelingen`,
  subtitle: "Elk teken is een team. Namen van teams staan hier niet.",
  description: (departments: number) =>
    `${departments} onderdelen onder elkaar, met per team een teken dat het label aangeeft, de verhoogde signalen vooraan.`,
  reading: (teams: number) =>
    `Afdelingen met minder dan ${teams} teams staan samen bij de andere afdelingen, zodat geen team te herkennen is.`,
  others: "Andere afdelingen samen",
  ask: "Wij vragen het bestuur om tijd en ruimte te geven voor het gesprek in deze teams, en om eerst naar het werk te kijken en daarna naar de mensen.",
  costs: "Kosten en effect",
  costsUnknown:
    "Wat de belasting kost, volgt niet uit deze meting. Daarvoor zijn cijfers van de organisatie zelf nodig, zoals verzuim, met een bron voor wat dat kost.",
  effectUnknown: "Maatregelen zijn niet vastgelegd.",
  changeUnknown: "Maatregelen zijn niet vastgelegd; een verandering is dus geen bewijs van effect.",
  organisation: "De organisatie als geheel",
  before: (value: string) => `Vorige meting: ${value}`,
};

export const councilDutch = {
  title: (organisation: string) => `Bescherming van medewerkers, teamscan ${organisation}`,
  headline: (k: number) => `Elk cijfer gaat over minimaal ${k} mensen`,
  headlineRefused: "Deze uitgave hoort niet te worden gepubliceerd",
  intro:
    "Dit stuk legt uit hoe de antwoorden op de vragenlijst vertrouwelijk blijven: wat wij publiceren, wat niet, en hoe dat is gecontroleerd.",
  noScores: "Er staan hier geen scores. Die zijn niet nodig om te beoordelen of mensen goed zijn beschermd.",
  verdicts: {
    clean:
      "Een apart programma heeft geprobeerd om uit alle gepubliceerde cijfers samen iets over een kleine groep of één persoon te halen. Alle pogingen zijn volledig uitgevoerd en geen enkele lukte.",
    leak: "De controle vond een manier om iets over een kleine groep te weten te komen. Deze uitkomsten horen niet te worden gepubliceerd.",
    unproven:
      "De controle kon niet alle pogingen afmaken. Dat telt als niet bewezen, en zulke uitkomsten horen niet te worden gepubliceerd.",
    none: "Bij deze uitgave is geen certificaat van een controle meegegeven. De regels hieronder zijn wel toegepast.",
  },
  rules: "De regels",
  published: "Wat wordt gepubliceerd, en voor wie",
  editions: [
    ["HR", "Alle cijfers die aan de regels voldoen."],
    ["Leidinggevende", "Alleen het eigen team naast de organisatie. Nooit een ander team."],
    ["Bestuur", "Eén pagina over de hele organisatie, zonder namen van teams."],
    ["Ondernemingsraad en medewerkers", "Dit stuk: hoe mensen zijn beschermd, zonder scores."],
  ] as readonly (readonly [string, string])[],
  audit: "De controle",
  method:
    "De controle kent alle gepubliceerde cijfers en weet wie in welk team zit. Zij probeert groepen van elkaar af te trekken, gebruikt wat één respondent of leidinggevende zelf weet, en neemt eerdere uitgaven mee.",
  tested: "pogingen om een kleine groep of een antwoord te vinden",
  smallest: "mensen is de kleinste groep waar een combinatie van cijfers over gaat",
  tightest: "van de antwoordschaal blijft voor iedereen minstens mogelijk",
  planted: "fouten die wij expres hadden gemaakt, zijn door de controle gevonden",
  foundOf: (found: string, planted: string) => `${found} van ${planted}`,
  together: (releases: number, numbers: string, files: string) =>
    `${releases} ${choose(releases, "uitgave is", "uitgaven zijn samen")} gecontroleerd. Van ${numbers} getallen in ${files} bestanden is nagegaan dat ze mochten worden getoond.`,
  leaks: (count: number) => `Aantal gevonden lekken: ${count}.`,
  fingerprint: (release: string) => `De controle hoort bij de uitgave met vingerafdruk ${release}.`,
  statement: "Wat dit bewijst en wat niet",
  proves: "Dit is bewezen, als de controle is geslaagd",
  doesProve: [
    "Geen combinatie van gepubliceerde cijfers gaat over minder mensen dan de regels toestaan.",
    "Ook wie het eigen antwoord kent, komt niet dicht bij het antwoord van een ander.",
    "Wat niet wordt getoond, staat ook niet in de andere bestanden van deze uitgave.",
  ],
  provesNot: "Dit is niet bewezen",
  doesNotProve: [
    "Wie meer weet dan er is gepubliceerd, bijvoorbeeld wie er ziek was, kan meer afleiden.",
    "De controle gaat over deze uitgave, niet over het programma waarmee de vragenlijst is afgenomen en niet over wie daar bij de antwoorden kan.",
    "Namen van groepen zelf zijn niet gecontroleerd: een team dat naar een persoon heet, blijft herkenbaar.",
  ],
  people: "Wat mensen mogen verwachten",
  rights: [
    "Niemand krijgt een uitkomst over één persoon te zien, ook HR en leidinggevenden niet.",
    "Antwoorden in eigen woorden worden niet ingelezen en niet getoond.",
    "Een signaal over een team is een reden voor een gesprek over het werk, nooit voor een oordeel over mensen.",
  ],
};

export type EditionTexts = Readonly<{
  readers: typeof readersDutch;
  manager: typeof managerDutch;
  board: typeof boardDutch;
  council: typeof councilDutch;
}>;
