/** The Dutch texts on what lies behind the signals: how sure they are, what goes with them, what came before. */
export const signalsDutch = {
  calibration: {
    title: "Hoe zeker zijn deze signalen?",
    falseFlags: (scans: string) =>
      `In ${scans} van de 100 nagebootste scans zonder enig verschil tussen teams kreeg toch een team een verhoogd signaal.`,
    hundredths: (scans: number) => (scans < 1 ? "minder dan 1" : `ongeveer ${scans}`),
    right: (share: string) =>
      `In nagebootste scans als deze ligt van de teams met een verhoogd signaal ${share} echt voorbij de lijn.`,
    found: (flagged: string, watched: string) =>
      `Van de teams die daarin echt voorbij de lijn liggen, krijgt ${flagged} een verhoogd signaal. Met de aandachtspunten erbij is dat ${watched}.`,
    quiet: "Een team zonder verhoogd signaal kan dus toch voorbij de lijn liggen.",
    tenths: (teams: number) =>
      teams < 1 ? "minder dan 1 op de 10" : teams >= 10 ? "meer dan 9 op de 10" : `ongeveer ${teams} op de 10`,
    how: (scans: string) =>
      `Zo is dit berekend: we hebben ${scans} scans zonder verschil tussen teams nagebootst en ${scans} scans met verschillen zoals hier, met teams van dezelfde grootte, respons, spreiding en betrouwbaarheid, en geteld hoe vaak de labels klopten.`,
  },
  evidence: {
    title: "Hoe precies is dit?",
    change: (moved: string, low: string, high: string) =>
      `Geschat verschil met de vorige meting: ${moved}, met een kans van 8 op 10 tussen ${low} en ${high}.`,
    worse: "Dat is met voldoende zekerheid een verslechtering.",
    better: "Dat is met voldoende zekerheid een verbetering.",
    unclear: "Een verandering is daarmee niet aangetoond.",
    detectable: (change: string) =>
      `Met evenveel antwoorden is in de volgende meting meestal pas een verandering van ${change} of meer te zien.`,
    tipping: (spreads: string) =>
      `Het team komt pas op de lijn als de mensen die niet antwoordden gemiddeld ${spreads} keer de spreiding (standaardafwijking) binnen teams gunstiger scoren dan verwacht.`,
    ifWorse: (sure: string) =>
      `Scoren de mensen die niet antwoordden gemiddeld 0,3 keer de spreiding (standaardafwijking) binnen teams ongunstiger dan verwacht, dan ligt het team met ${sure} zekerheid voorbij de lijn.`,
  },
  drivers: {
    title: "Wat in het werk samengaat met het signaal",
    intro:
      "Hier staat welke schalen samengaan in de antwoorden van dezelfde mensen. Dat is een samenhang. Het zegt niet dat het een de oorzaak is van het ander.",
    scale: "Schaal",
    weight: "Deel van de verschillen",
    goesWith: "Een hogere score gaat samen met",
    standsOut: "Valt op",
    directions: { higher: "een hogere uitkomst", lower: "een lagere uitkomst", neither: "geen van beide" },
    yes: "ja",
    no: "nee",
    explained: (share: string, outcome: string, respondents: string, teams: string) =>
      `Alle schalen in deze figuur gaan samen met ${share} van de verschillen in ${outcome} tussen mensen in hetzelfde team (${respondents} respondenten in ${teams} teams).`,
    teams: "Wat in teams met een signaal het meest weegt",
    most: "Weegt het zwaarst",
    nothing: "geen schaal valt op",
    readTeams:
      "De kolommen Stressoren en Energiebronnen zeggen hoe ver het team van het gemiddelde van de teams ligt. Boven nul is ongunstig: veel stressoren of weinig energiebronnen. De maat is de spreiding (standaardafwijking) binnen teams.",
  },
  groups: {
    title: "Afdelingen en groepen met een signaal",
    intro:
      "Dit gaat over groepen, nooit over één persoon. Elke soort groep is apart beoordeeld. De volgorde is die van de organisatie en zegt niets over de uitkomst.",
    none: "Geen van de beoordeelde groepen heeft een verhoogd signaal of is een aandachtspunt.",
    attribute: "Kenmerk",
    group: "Groep",
    everyone: "iedereen",
    notAssessed: {
      measure_not_in_wave: (kinds: string) =>
        `Niet beoordeeld: ${kinds}. De vraag waar de lijn bij hoort, is daar niet gesteld.`,
      variance_not_released: (kinds: string) =>
        `Niet beoordeeld: ${kinds}. De spreiding tussen mensen binnen teams kan niet worden getoond, en zonder die spreiding is niet te zeggen wat toeval is.`,
      fewer_than_ten_teams_and_no_absolute_line: (kinds: string) =>
        `Niet beoordeeld: ${kinds}. Per soort kunnen minder dan tien groepen worden vergeleken, en dat is te weinig voor een lijn uit de eigen organisatie.`,
      fewer_than_two_teams: (kinds: string) =>
        `Niet beoordeeld: ${kinds}. Per soort kan hooguit één groep worden vergeleken.`,
    },
    noSignal: "Zonder beoordeling kan een groep geen signaal krijgen. Dat is geen goed nieuws en geen slecht nieuws.",
    kinds: {
      departments: "afdelingen",
      lower: "onderdelen van afdelingen",
      organisation: (attribute: string) => `${attribute} in de hele organisatie`,
      perDepartment: (attribute: string) => `${attribute} per afdeling`,
      perLower: (attribute: string) => `${attribute} per onderdeel van een afdeling`,
      perTeam: (attribute: string) => `${attribute} per team`,
    },
  },
  outcomes: {
    title: "Wat samengaat met verzuim en andere cijfers van de organisatie",
    intro:
      "Per team is de uitkomst van de scan naast cijfers van de organisatie zelf gezet. Wij kijken of die samengaan. Dat zegt niet dat het een de oorzaak is van het ander.",
    outcome: "Cijfer van de organisatie",
    together: "Een hogere score gaat samen met",
    together_words: {
      higher: "een hoger cijfer",
      lower: "een lager cijfer",
      unclear: "niet duidelijk",
      unknown: "niet te zeggen",
    },
    correlation: "Rangcorrelatie",
    leftOut: "Teams weggelaten",
    reading:
      "De rangcorrelatie loopt van \u22121 tot 1; bij 0 is er geen samenhang. Van en tot geven het gebied met 95 procent zekerheid. Ligt 0 daarin, dan is niet duidelijk of de twee samengaan.",
  },
  costs: {
    title: "Wat het kost",
    currencies: { EUR: "euro" } as Readonly<Record<string, string>>,
    range: (low: string, high: string, currency: string) => `tussen ${low} en ${high} ${currency}`,
    total: (title: string, teams: number, range: string, first: string, last: string) =>
      `${title}, wat de oorzaak ook is, kostte in ${teams} getoonde teams samen ${range}${first === last ? `, in ${first}` : `, van ${first} tot en met ${last}`}.`,
    groups: (elevated: string, teams: number, others: string, rest: number) =>
      `Per medewerker per jaar was dat ${elevated} in de ${teams} teams met een verhoogd signaal, en ${others} in de ${rest} andere teams. Dat verschil kan toeval zijn, en het zegt niet waardoor het komt.`,
    assumed: {
      unit_per_employee_year: (unit: string, range: string) =>
        `Aanname: elke eenheid van dit cijfer (${unit}) kost ${range} per medewerker per jaar.`,
      unit: (unit: string, range: string) => `Aanname: elke eenheid van dit cijfer (${unit}) kost ${range}.`,
    },
    source: (source: string) => `Bron: ${source}`,
    limits: "Teams die niet worden getoond, tellen niet mee. Wat een maatregel zou besparen, volgt hier niet uit.",
  },
  persistence: {
    title: "Teams die afwijken van hun eigen vorige metingen",
    intro:
      "Van elk team met drie metingen of meer vergelijken we een meting met het gemiddelde van dat team in de metingen daarvoor. Hier staat alleen wat zo ver afwijkt dat toeval het zelden verklaart.",
    none: "Geen team wijkt zo ver af dat toeval het zelden verklaart.",
    side: "Afwijking",
    worse: "ongunstiger dan daarvoor",
    better: "gunstiger dan daarvoor",
    reading:
      "Van en tot geven het gebied waarin het team door toeval bijna altijd blijft: hooguit ongeveer 1 op de 370 metingen valt er door toeval buiten.",
  },
};

/** The texts of one language; English must have exactly the same keys. */
export type SignalsTexts = typeof signalsDutch;
