/** Every Dutch text of the reports. Functions make sentences with figures; `{team}` is where the page writes a name. */
import { accessibilityDutch } from "./accessibility.nl.ts";
import { briefsDutch } from "./briefs.nl.ts";
import { chartsDutch } from "./charts.nl.ts";
import { dataQualityDutch } from "./data-quality.nl.ts";
import { boardDutch, councilDutch, managerDutch, readersDutch } from "./editions.nl.ts";
import { glossaryDutch } from "./glossary.nl.ts";
import { signalsDutch } from "./signals.nl.ts";

type LineFacts = Readonly<{ line: string; measure: string; side: "worse" | "better" }>;
type TeamFacts = LineFacts & Readonly<{ respondents: number; invited: number | null; sure: string }>;

const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const beyond = (side: "worse" | "better"): string => (side === "worse" ? "boven" : "onder");
const answered = (respondents: number, invited: number | null): string =>
  invited === null
    ? `${respondents} ${choose(respondents, "respondent", "respondenten")}`
    : `${respondents} van de ${invited} ${choose(respondents, "antwoordde", "antwoordden")}`;

export const dutch = {
  and: "en",
  page: {
    title: (organisation: string) => `Teamscan ${organisation}`,
    eyebrow: "Teamscan",
    wave: (wave: string, opened: string, closed: string) => `Meting ${wave}, van ${opened} tot en met ${closed}`,
    skip: "Naar de uitkomst",
    contents: "Inhoud",
    confidentialShort: "Vertrouwelijk",
    onPaper: "De tabellen onder de figuren staan niet op papier. Open het rapport op een scherm om ze te zien.",
    sheet: { before: "pagina ", between: " van " },
    confidential: (k: number) => `Vertrouwelijk: elk cijfer gaat over minimaal ${k} antwoorden.`,
  },
  /** Whom each edition is for. */
  readers: readersDutch,
  manager: managerDutch,
  board: boardDutch,
  briefs: briefsDutch,
  council: councilDutch,
  levels: {
    elevated: "verhoogd signaal",
    watch: "aandachtspunt",
    no_signal: "geen signaal gevonden",
    too_little_evidence: "de antwoorden geven geen uitsluitsel",
  },
  levelsShort: {
    elevated: "verhoogd signaal",
    watch: "aandachtspunt",
    no_signal: "geen signaal gevonden",
    too_little_evidence: "geen uitsluitsel",
  },
  levelMeaning: {
    elevated:
      "Het team ligt met voldoende zekerheid voorbij de lijn. De lijst is zo gekozen dat naar verwachting hooguit 1 op de 10 genoemde teams er ten onrechte op staat.",
    watch:
      "Het team ligt eerder wel dan niet voorbij de lijn, maar zeker is dat niet. Ga in gesprek en kijk bij de volgende meting opnieuw.",
    no_signal:
      "Het team ligt waarschijnlijk niet voorbij de lijn. Van de teams met dit label ligt naar verwachting hooguit 1 op de 20 er toch voorbij. Dat wil niet zeggen dat er niets aan de hand is.",
    too_little_evidence:
      "Het team kan voorbij de lijn liggen, maar ook niet: dat is uit de antwoorden niet op te maken. Dat is geen goed nieuws en geen slecht nieuws.",
  },
  areas: {
    demands: "Stressoren",
    resources: "Energiebronnen",
    well_being: "Welzijn",
    outcomes: "Uitkomsten",
    none: "Andere schalen",
  },
  answer: {
    headline: (elevated: number, teams: number) =>
      elevated === 0
        ? `Bij geen van de ${teams} teams vinden we een verhoogd signaal`
        : `${elevated} van de ${teams} teams ${choose(elevated, "heeft", "hebben")} een verhoogd signaal`,
    notAssessedHeadline: "In deze meting beoordelen we geen teams",
    nothingHeadline: "In deze meting kunnen we geen team tonen",
    teams: (elevated: number) => `Het gaat om ${choose(elevated, "dit team", "deze teams")}: `,
    more: (count: number) => ` en nog ${count} ${choose(count, "ander team", "andere teams")}`,
    claimMembers: (facts: LineFacts) =>
      `Een verhoogd signaal betekent: de mensen die nu in het team werken, scoren gemiddeld ${beyond(facts.side)} de lijn van ${facts.line} op de schaal ${facts.measure}.`,
    claimTeamAsSuch: (facts: LineFacts) =>
      `Een verhoogd signaal betekent: het team als zodanig zit ${beyond(facts.side)} de lijn van ${facts.line} op de schaal ${facts.measure}, wie er ook werkt. Het zegt niets over de mensen die er nu in zitten.`,
    indicators: (scales: string) =>
      `Een team krijgt ook een verhoogd signaal als het op minstens twee van deze andere schalen voorbij de lijn ligt: ${scales}.`,
    lineOwn: (mean: string) =>
      `De lijn is de grens waarmee we elk team vergelijken. Zij ligt aan de ongunstige kant van het gemiddelde van alle teams (${mean}).`,
    lineAbsolute: "De lijn is de grens waarmee we elk team vergelijken. Zij komt van een vergelijkingsgroep.",
    lineBand:
      "De lijn is de grens waarmee we elk team vergelijken. Zij is gepubliceerd als grens voor één persoon. Wij gebruiken haar voor het gemiddelde van een team.",
    lineFixed: {
      before_opening: (date: string) => `Zij is vastgelegd op ${date}, voordat de vragenlijst openging.`,
      while_open: (date: string) => `Zij is vastgelegd op ${date}, toen de vragenlijst open was.`,
      after_closing: (date: string) => `Zij is vastgelegd op ${date}, nadat de vragenlijst was gesloten.`,
      with_first_release: () =>
        "Zij is vastgelegd toen deze scan voor het eerst werd gemaakt: de antwoorden waren al binnen.",
    },
    lineUnverified: "Let op: dit getal is niet aan een bron getoetst.",
    sure: (elevated: number, lowest: string, highest: string) =>
      lowest === highest
        ? `Dat is voor ${choose(elevated, "dit team", "elk van deze teams")} ${lowest} zeker.`
        : `Hoe zeker dat is, verschilt per team: van ${lowest} tot ${highest}.`,
    wrong: (elevated: number, wrong: string) =>
      elevated === 1
        ? `De kans dat dit team er ten onrechte staat, is ${wrong}.`
        : `Van deze ${elevated} teams staan er naar verwachting ongeveer ${wrong} ten onrechte bij.`,
    wrongFew: (elevated: number, wrong: string) =>
      `Naar verwachting staat minder dan één van deze ${elevated} teams er ten onrechte bij (gemiddeld ${wrong}).`,
    others: (watch: number, noSignal: number, unsettled: number) =>
      `${watch} ${choose(watch, "team is een aandachtspunt", "teams zijn een aandachtspunt")}. Bij ${noSignal} ${choose(noSignal, "team", "teams")} is geen signaal gevonden. Bij ${unsettled} ${choose(unsettled, "team", "teams")} geven de antwoorden geen uitsluitsel: dat is geen goed nieuws en geen slecht nieuws.`,
    hidden: (teams: number) =>
      `${teams} ${choose(teams, "team wordt", "teams worden")} niet getoond, om de antwoorden vertrouwelijk te houden.`,
    response: (title: string, share: string, respondents: string, invited: string) =>
      `${title}: ${share} (${respondents} van de ${invited} uitgenodigden).`,
    respondents: (title: string, respondents: string) => `${title}: ${respondents} respondenten.`,
    responseUnknown: "Hoeveel mensen zijn uitgenodigd, is niet bekend. De respons is daarom niet te berekenen.",
    limits:
      "Dit rapport gaat over groepen. Het zegt niets over één persoon, stelt geen diagnose, zegt niet wat er precies speelt en is geen oordeel over leidinggevenden.",
    figures: "De teams in vier groepen",
    whoAnswered: "Wie antwoordde",
    whatIsHidden: "Wat niet wordt getoond",
    whatItIsNot: "Wat dit rapport niet zegt",
    teamCount: (count: number) => choose(count, "team", "teams"),
  },
  notAssessed: {
    measure_not_in_wave:
      "De lijn hoort bij een vraag die in deze meting niet is gesteld. Nodig is een meting met die vragen, of een lijn voor vragen die wel zijn gesteld.",
    variance_not_released:
      "De spreiding tussen mensen binnen teams mag niet worden getoond, omdat te weinig teams genoeg antwoorden hebben. Nodig zijn meer teams die getoond kunnen worden, of een hogere respons.",
    fewer_than_ten_teams_and_no_absolute_line:
      "Er zijn minder dan tien teams om mee te vergelijken. Nodig is een vaste lijn die van buiten komt, met bron, of een organisatie met meer teams.",
    fewer_than_two_teams:
      "Minder dan twee teams kunnen worden getoond. Nodig zijn meer antwoorden per team, of grotere groepen.",
    no_model: "Voor deze meting is geen beoordeling gemaakt. Nodig is een lijn die vóór de meting is vastgelegd.",
    teams: (count: number) => `Aantal teams dat kon worden getoond: ${count}.`,
    meaning: "Daarom kan geen team een signaal krijgen. Dat is geen goed nieuws en geen slecht nieuws.",
  },
  teams: {
    title: "Teams",
    chartTitle: (elevated: number, side: "worse" | "better", line: string) =>
      elevated === 0
        ? `Geen team zit met voldoende zekerheid ${beyond(side)} de lijn van ${line}`
        : `${elevated} ${choose(elevated, "team zit", "teams zitten")} met voldoende zekerheid ${beyond(side)} de lijn van ${line}`,
    description: (teams: number, measure: string) =>
      `Eén teken per team met een streep waar het team met 8 op 10 zekerheid in ligt, op de schaal ${measure}. ${teams} teams, de zekerste bovenaan. De verticale streep is de lijn.`,
    reading: (side: "worse" | "better") =>
      `De ruit of stip is onze schatting voor het team. De streep eromheen is het gebied waarin het team met een kans van 8 op 10 ligt. Achter een naam staat hoe zeker het is dat het team ${beyond(side)} de lijn ligt.`,
    shrinkage:
      "Waarom niet gewoon het gemiddelde? Het gemiddelde van een klein team schommelt door toeval. We schuiven elke schatting op naar het gemiddelde van alle teams, en verder naarmate er minder antwoorden zijn. Daarom kan een klein team met een opvallend gemiddelde geen signaal hebben, en een groot team met een minder opvallend gemiddelde wel.",
    top: (shown: number, all: number) =>
      `De figuur toont de ${shown} teams met de hoogste zekerheid, van ${all} teams. Alle teams staan in de tabellen bij dit rapport.`,
    flagged: "De teams met een verhoogd signaal",
    next: "Een verhoogd signaal is een reden om met het team in gesprek te gaan. Vraag eerst naar het werk: wat kost energie, en wat geeft energie? Vraag nooit wie wat heeft geantwoord.",
    noneFlagged: "Er is geen team met een verhoogd signaal.",
    watched: "De aandachtspunten",
    labels: "Wat de vier labels betekenen",
    members: (facts: TeamFacts) =>
      `De ${facts.invited} mensen in {team} scoren gemiddeld ${beyond(facts.side)} de lijn van ${facts.line} op de schaal ${facts.measure}. Dat is ${facts.sure} zeker (${answered(facts.respondents, facts.invited)}).`,
    teamAsSuch: (facts: TeamFacts) =>
      `{team} zit als team ${beyond(facts.side)} de lijn van ${facts.line} op de schaal ${facts.measure}, wie er ook werkt. Dat is ${facts.sure} zeker (${answered(facts.respondents, facts.invited)}).`,
    watch: (facts: TeamFacts) =>
      `{team} zit eerder wel dan niet ${beyond(facts.side)} de lijn (${facts.sure}; ${answered(facts.respondents, facts.invited)}). Zeker is het niet. Ga in gesprek en kijk bij de volgende meting opnieuw.`,
    throughOthers: (scales: string, measure: string, sure: string) =>
      `{team} zit met voldoende zekerheid aan de ongunstige kant van de lijn op andere schalen: ${scales}. Op de schaal ${measure} is dat ${sure} zeker.`,
    watchThroughOther: (scales: string, measure: string, sure: string) =>
      `{team} zit met voldoende zekerheid aan de ongunstige kant van de lijn op één andere schaal: ${scales}. Dat is te weinig voor een verhoogd signaal. Op de schaal ${measure} is dat ${sure} zeker. Ga in gesprek en kijk bij de volgende meting opnieuw.`,
    work: "Waarschijnlijk ligt het aan het werk of aan het team, en niet aan wie er toevallig in zit.",
    workUnknown: "Of het aan het werk ligt of aan wie er toevallig in het team zit, is nog niet te zeggen.",
    moreSentences: (count: number) => `Nog ${count} ${choose(count, "team", "teams")}`,
    sentencesCut: (shown: number, count: number) =>
      `Hier staan de eerste ${shown} van ${count} teams; de rest staat in de tabellen bij dit rapport.`,
    all: (count: number) => `Alle ${count} getoonde teams in een tabel`,
    spread: (elevated: number, departments: number) =>
      departments === 1
        ? `De ${elevated} teams met een verhoogd signaal horen bij één afdeling`
        : elevated === departments
          ? `De ${elevated} teams met een verhoogd signaal komen uit ${departments} verschillende afdelingen`
          : `De ${elevated} teams met een verhoogd signaal komen uit ${departments} afdelingen`,
    subtitle: (measure: string) => `Schatting per team op de schaal ${measure}.`,
    count: (teams: number) => `${teams} ${choose(teams, "team", "teams")}`,
    line: (line: string) => `lijn ${line}`,
    mean: (mean: string) => `teams gemiddeld ${mean}`,
  },
  columns: {
    team: "Team",
    department: "Afdeling",
    unit: "Onderdeel",
    label: "Label",
    sure: "Zekerheid",
    sureAsSuch: "Zekerheid team als zodanig",
    estimate: "Schatting",
    from: "Van",
    to: "Tot",
    answers: "Antwoorden",
    respondents: "Respondenten",
    invited: "Uitgenodigd",
    value: "Uitkomst",
    wave: "Meting",
    measure: "Schaal",
    promoters: "Promotors",
    passives: "Neutralen",
    detractors: "Criticasters",
    found: "Gevonden",
    action: "Gedaan",
    count: "Aantal",
    teams: "Teams",
    file: "Bestand",
    records: "Regels",
    loaded: "Gelezen",
    rejected: "Afgekeurd",
    excluded: "Niet meegeteld",
    status: "Status",
  },
  table: {
    open: "Alle getallen van deze figuur",
    openFirst: (shown: number, all: number) =>
      shown < all ? `De eerste ${shown} van de ${all} teams in getallen` : "Alle getallen van deze figuur",
    ofInvited: (respondents: string, invited: string | null) =>
      invited === null ? respondents : `${respondents} van ${invited}`,
    notShown: "niet getoond",
    shown: "getoond",
    unknown: "onbekend",
  },
  bounds: {
    at_least: (value: string) => `${value} of hoger`,
    at_most: (value: string) => `${value} of lager`,
    about: (value: string) => `ongeveer ${value}`,
  },
  enps: {
    title: "eNPS",
    chartTitle: (value: string) => `De eNPS van de organisatie is ${value}`,
    chartTitleSure: (value: string, low: string, high: string) =>
      `De eNPS van de organisatie is ${value}, met 95 % zekerheid tussen ${low} en ${high}`,
    change: (before: string) => `In de vorige meting was dat ${before}.`,
    description: (units: number) =>
      `eNPS van de organisatie en de afdelingen, ${units} rijen. De stip is deze meting, de open cirkel de vorige. De streep is het gebied waarin de uitkomst met 95 procent zekerheid ligt.`,
    reading:
      "De streep geeft aan hoe ver de uitkomst door toeval kan afwijken (95\u00a0% zekerheid). Overlappen twee strepen ruim, dan is er geen verschil om over te praten.",
    distributionFinding: (promoters: string, detractors: string) =>
      `Er zijn ${promoters} promotors en ${detractors} criticasters`,
    distributionTitle: "Zo zijn de antwoorden verdeeld",
    distributionDescription:
      "Per onderdeel het aantal promotors, neutralen en criticasters, als delen van een balk die overal even lang is.",
    distributionNote: (k: number) => `De verdeling is er alleen voor onderdelen met minimaal ${k} antwoorden.`,
    partsMoved:
      "De aantallen zijn hier en daar iets verschoven om antwoorden vertrouwelijk te houden; lees ze als ongeveer.",
  },
  waves: {
    title: "Organisatie en afdelingen",
    titleOrganisation: "Organisatie",
    reading:
      "De streep geeft aan hoe ver de uitkomst door toeval kan afwijken (95\u00a0% zekerheid). De stippellijn is de hele organisatie. De as toont het deel van de schaal waar de uitkomsten liggen.",
    open: "De open cirkel is de vorige meting.",
    description: (measure: string, waves: number) =>
      `${measure} van de organisatie en elke afdeling, ${waves} ${choose(waves, "meting", "metingen")}. De streep is het gebied met 95 procent zekerheid.`,
    oneWave: "Er is één meting. Een ontwikkeling is pas te zien na een tweede.",
    higherWorse: (minimum: string, maximum: string) =>
      `Hoger is ongunstiger, op een schaal van ${minimum} tot\u00a0${maximum}.`,
    higherBetter: (minimum: string, maximum: string) =>
      `Hoger is gunstiger, op een schaal van ${minimum} tot\u00a0${maximum}.`,
    now: "deze meting",
    before: "vorige meting",
  },
  dimensions: {
    title: "Schalen naast elkaar",
    chartTitle: (instrument: string, clear: number) =>
      clear === 0
        ? `${instrument}: geen afdeling is op een schaal duidelijk ongunstiger dan de organisatie`
        : `${instrument}: ${clear} ${choose(clear, "afdeling is", "afdelingen zijn")} op een of meer schalen duidelijk ongunstiger dan de organisatie`,
    description: (instrument: string, scales: string) =>
      `${instrument} per afdeling: ${scales}. Eén stip per afdeling met het gebied van 95 procent zekerheid.`,
  },
  participation: {
    title: "Respons",
    measure: (questionnaire: string) => `Respons (${questionnaire})`,
    chartTitle: (title: string, share: string) => `${title}: ${share}`,
    description: (title: string) => `${title}: per onderdeel het deel van de uitgenodigden dat antwoordde.`,
    reading:
      "Wie niet antwoordde, kan anders denken dan wie wel antwoordde. Hoe lager de respons, hoe voorzichtiger de lezing. Wie de vragenlijst inleverde, telt mee in de respons, ook als een vraag leeg bleef. Bij een cijfer kan het aantal respondenten daarom iets lager zijn.",
    unknown: "Hoeveel mensen zijn uitgenodigd, is niet bekend. Daarom staat hier geen respons.",
  },
  hidden: {
    title: "Wat niet wordt getoond",
    why: (k: number) =>
      `Een groep wordt niet getoond als er minder dan ${k} antwoorden zijn, of als uit alle cijfers samen iets over minder dan ${k} mensen zou zijn uit te rekenen. Daarom kan ook een grote afdeling ontbreken: met haar cijfer zou dat van een klein team erin te vinden zijn. Alle groepen die niet worden getoond, zien er hetzelfde uit. Welke groep om welke reden ontbreekt, staat nergens.`,
    beyondFigure: (shown: number, all: number) =>
      `De figuur toont de eerste ${shown} van de ${all} onderdelen; in de tabel eronder staan ze allemaal.`,
    inFigure: (count: number) => `${count} ${choose(count, "onderdeel wordt", "onderdelen worden")} hier niet getoond.`,
    none: "In deze meting worden alle onderdelen getoond.",
    levels: {
      organisation: "Organisatie getoond",
      department: "Afdelingen getoond",
      team: "Teams getoond",
      rest: "Teams samen getoond",
    },
    ofAll: (shown: number, all: number) => `${shown} van ${all}`,
    caption: "Getoonde onderdelen per schaal, in deze meting",
    versions:
      "Een tweede versie van dezelfde meting, met andere regels, een andere indeling in teams of een laat antwoord, kan verraden wat hier verborgen is. Daarom wordt elke nieuwe versie getoetst samen met alles wat eerder is gepubliceerd. Verraden zij samen iets, dan wordt zij niet gemaakt. Maak ook geen eigen cijfers uit dezelfde antwoorden naast dit rapport.",
    pooled: "Collega's die hun eigen antwoorden bij elkaar leggen, weten meer dan dit rapport toont.",
    meaning: "Niet getoond betekent niet dat er iets mis is, en ook niet dat er niets aan de hand is.",
  },
  policy: {
    title: "De regels die mensen beschermen",
    mean: (k: number) => `Een gemiddelde, een eNPS of een respons wordt getoond vanaf ${k} antwoorden.`,
    detail: (k: number) =>
      `De verdeling over promotors, neutralen en criticasters wordt getoond vanaf ${k} antwoorden.`,
    crossed: (k: number) =>
      `Een groep binnen een onderdeel, zoals een leeftijdsgroep in een team, wordt getoond vanaf ${k} antwoorden.`,
    insiders: (people: number) =>
      `Ook als ${people} ${choose(people, "collega de eigen antwoorden bekendmaakt", "collega's hun eigen antwoorden bij elkaar leggen")}, blijven deze aantallen gelden.`,
    rollUp: "Kleine teams van één afdeling worden samen getoond als de rest van die afdeling.",
    band: (low: string, high: string, below: number) =>
      `Bij minder dan ${below} antwoorden wordt een eNPS van ${high} of hoger, of ${low} of lager, nooit precies gegeven: er staat dan alleen ‘${high} of hoger’ of ‘${low} of lager’.`,
    open: (share: string) =>
      `Wie alle cijfers combineert, komt nooit dicht bij het antwoord van één persoon: voor ieder antwoord blijft minstens ${share} van de antwoordschaal mogelijk.`,
    statistics: (teams: number, degrees: number) =>
      `Kengetallen van de hele organisatie worden getoond vanaf ${teams} getoonde teams en ${degrees} vrijheidsgraden (respondenten min teams).`,
  },
  accessibility: accessibilityDutch,
  charts: chartsDutch,
  signals: signalsDutch,
  data: dataQualityDutch,
  method: {
    measurement: "Kwaliteit van de meting",
    title: "Werkwijze en herkomst",
    model: "Hoe een team wordt beoordeeld",
    modelText:
      "Een statistisch model schat per team waar het ligt. Teams met weinig antwoorden worden sterker naar het gemiddelde van alle teams getrokken. Uit de schatting en haar onzekerheid volgt de kans dat het team voorbij de lijn ligt.",
    claimMembers:
      "De uitspraak gaat over de mensen die nu in het team werken: degenen die antwoordden en degenen die dat niet deden.",
    claimTeamAsSuch: "De uitspraak gaat over het team als zodanig, en niet over de mensen die er nu in werken.",
    missing: { invited: "het aantal uitgenodigden", reliability: "de betrouwbaarheid van de schaal" },
    missingText: (parts: string) => `Voor een uitspraak over die mensen ontbreekt: ${parts}.`,
    ownLine: (line: string, delta: string) =>
      `De lijn is het gemiddelde van alle teams, opgeschoven naar de ongunstige kant met ${delta} keer de spreiding (standaardafwijking) tussen mensen binnen een team: ${line}.`,
    absoluteLine: (line: string, delta: string, group: string) =>
      `De lijn ligt vast: het gemiddelde van een vergelijkingsgroep${group}, opgeschoven naar de ongunstige kant met ${delta} keer de spreiding (standaardafwijking) in die groep: ${line}.`,
    bandLine: (line: string, group: string) =>
      `De lijn ligt vast: ${line}. Dat is een grens die voor personen is gepubliceerd${group}. Hier is het de lijn voor het gemiddelde van een team, en daarvoor is de grens niet getoetst. Ook in een team zonder signaal kunnen er mensen voorbij deze grens liggen.`,
    verified: {
      primary: "Wij hebben dit getal in de bron zelf gelezen.",
      secondary: "Wij hebben dit getal gelezen in een andere tekst die de bron aanhaalt, niet in de bron zelf.",
      computed: "Wij hebben dit getal zelf uitgerekend.",
      unverified: "Dit getal is niet aan een bron getoetst. De analist heeft ervoor gekozen om het toch te gebruiken.",
    },
    lineKept: (fingerprint: string) =>
      `Dat staat in het register van publicaties, onder vingerafdruk ${fingerprint}. Wie die toen noteerde, kan zien dat de lijn niet is vervangen.`,
    lineNotKept: "Of de uitkomst bij de keuze van de lijn een rol speelde, is daarom niet na te gaan.",
    otherLines: (waves: string) =>
      `Voor de meting ${waves} was een andere lijn vastgelegd. Om te kunnen vergelijken, ligt hier voor alle metingen dezelfde lijn.`,
    lineSource: (source: string) => `Bron van de lijn: ${source}`,
    modelFigures: (teams: number, mean: string, spread: string) =>
      `Het model is gemaakt met ${teams} teams. Geschat gemiddelde van de teams: ${mean}. Geschatte spreiding tussen teams: ${spread}.`,
    reliability: (value: string) =>
      `Gebruikte betrouwbaarheid van de schaal, tussen mensen in hetzelfde team: ${value}.`,
    statistics: (wave: string) => `Kengetallen van de organisatie, meting ${wave}`,
    answeredAll: "Respondenten die alle vragen van de schaal invulden",
    belowZero: "Een ICC(1) onder nul ontstaat door toeval en betekent dat er geen verschil tussen teams is gemeten.",
    statisticNames: {
      pooled_within_variance: "Variantie tussen mensen binnen teams",
      icc1_mean_group_size: "ICC(1), deel van de verschillen dat tussen teams ligt",
      reliability: "Betrouwbaarheid (Cronbachs alfa)",
    },
    given: (source: string) => `opgegeven: ${source}`,
    instruments: "Vragenlijsten",
    unverified: "Niet aan een bron getoetst:",
    version: (version: number) => `versie ${version}`,
    provenance: "Herkomst",
    noFingerprint:
      "Van de bestanden tonen we geen vingerafdruk: daarmee zijn bij een klein bestand de antwoorden te raden, en aantallen die we niet tonen.",
    tool: (tool: string) => `Gemaakt met ${tool}.`,
    config: (hash: string) => `Vingerafdruk van de instellingen: ${hash}`,
    policyHash: (hash: string) => `Vingerafdruk van de regels: ${hash}`,
  },
  glossary: glossaryDutch,
  summary: {
    measure: (title: string, value: string) => `${title}: ${value}.`,
    details: "Welke teams dat zijn, staat alleen in het rapport.",
  },
};

/** One language's texts; English must have exactly the same keys. */
export type Texts = typeof dutch;
