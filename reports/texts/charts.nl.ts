/** Dutch texts of the charts about teams, departments, scales and groups. */

const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const chartsDutch = {
  stands: {
    worse_clear: "duidelijk ongunstiger",
    worse_leaning: "misschien ongunstiger",
    near: "geen verschil te zien",
    better_leaning: "misschien gunstiger",
    better_clear: "duidelijk gunstiger",
    not_shown: "niet getoond",
  },
  heat: {
    chartTitle: (clear: number, cells: number) =>
      clear === 0
        ? "Geen team is op een schaal duidelijk ongunstiger dan de organisatie"
        : `${clear} van de ${cells} uitkomsten van teams zijn duidelijk ongunstiger dan de organisatie`,
    subtitle: "Elk team naast de hele organisatie, per schaal. Hoe groter het teken, hoe duidelijker het verschil.",
    description: (teams: number, scales: number) =>
      `Een raster van ${teams} teams en ${scales} schalen. Een gevulde ruit is duidelijk ongunstiger dan de organisatie, een gevulde stip duidelijk gunstiger; open en kleiner is misschien.`,
    clear:
      "Duidelijk is: het gebied van 95\u00a0% zekerheid van het team ligt helemaal aan één kant van de organisatie.",
    chance: (count: string) =>
      `Ook als alle teams gelijk waren, zou toeval bij ongeveer ${count} uitkomsten een duidelijk ongunstig verschil laten zien. Het label van een team komt daarom niet uit deze figuur.`,
    top: (shown: number, all: number) =>
      `De figuur toont de eerste ${shown} van ${all} teams, de zekerste signalen bovenaan. Alle teams staan in de tabellen bij dit rapport.`,
    stand: "Tegenover de organisatie",
  },
  enpsTeams: {
    chartTitle: (clear: number, teams: number) =>
      clear === 0
        ? "Geen team heeft een duidelijk ongunstiger eNPS dan de organisatie"
        : `${clear} van de ${teams} teams ${choose(clear, "heeft", "hebben")} een duidelijk ongunstiger eNPS dan de organisatie`,
    subtitle:
      "De eNPS van elk team met het gebied van 95 % zekerheid, en de verdeling van criticasters, neutralen en promotors. De stippellijn is de organisatie.",
    description: (teams: number) =>
      `eNPS van ${teams} teams met het gebied van 95 procent zekerheid, en een balk met de verdeling van de antwoorden waar die wordt getoond.`,
    small: (k: number) =>
      `De verdeling is er alleen voor teams met minimaal ${k} antwoorden. Een eNPS met minder antwoorden zegt weinig: de streep is dan lang.`,
    chance: (count: string, teams: number) =>
      `Ook als alle teams gelijk waren, zou toeval bij ongeveer ${count} van de ${teams} een duidelijk ongunstig verschil laten zien.`,
    top: (shown: number, all: number) =>
      `De figuur toont ${shown} van de ${all} teams, de duidelijkste verschillen bovenaan. Alle teams staan in de tabellen bij dit rapport.`,
  },
  funnel: {
    chartTitle: (outside: number, teams: number) =>
      outside === 0
        ? "Alle teams liggen binnen het gebied dat toeval kan verklaren"
        : `${outside} van de ${teams} teams ${choose(outside, "ligt", "liggen")} buiten het gebied dat toeval kan verklaren`,
    subtitle: (measure: string) => `Gemiddelde van elk team op de schaal ${measure}, naar het aantal respondenten.`,
    description: (teams: number) =>
      `${teams} teams als stip: naar rechts meer respondenten, naar boven een hoger gemiddelde. De band wordt smaller naar rechts.`,
    reading:
      "In de band ligt 95\u00a0% van de teams als er geen verschil tussen teams is. Bij weinig respondenten is de band breed: daar schommelt een gemiddelde sterk door toeval. Een klein team met een opvallend gemiddelde heeft daarom niet vanzelf een signaal.",
    top: (shown: number, all: number) =>
      `De figuur toont ${shown} van ${all} teams. De andere liggen dichter bij het midden van de band.`,
    band: "toeval",
    respondents: "aantal respondenten van het team",
    place: "Gebied van toeval",
    inside: "erbinnen",
    outside: "erbuiten",
  },
  ownDepartment: {
    title: "Team en eigen afdeling",
    chartTitle: (clear: number) =>
      clear === 0
        ? "Geen team wijkt duidelijk af van de eigen afdeling"
        : `${clear} ${choose(clear, "team wijkt duidelijk af van de eigen afdeling", "teams wijken duidelijk af van hun eigen afdeling")}`,
    subtitle: (measure: string) => `Gemiddelde van elk team op de schaal ${measure}. De dikke streep is de afdeling.`,
    description: (teams: number, departments: number) =>
      `${departments} afdelingen onder elkaar, met ${teams} teams. Elke stip is een team met het gebied van 95 procent zekerheid; de dikke streep is de afdeling zelf.`,
    reading:
      "Een team telt zelf mee in zijn afdeling. Met een naam staan de teams waarvan het gebied van 95\u00a0% zekerheid helemaal naast de afdeling ligt.",
    top: (shown: number, all: number) =>
      `De figuur toont ${shown} van ${all} teams, eerst de teams die duidelijk afwijken van hun afdeling.`,
    ownFigure: "Afdeling zelf",
    stand: "Tegenover de afdeling",
  },
  scales: {
    balance: "Stressoren en energiebronnen",
    title: "Alle schalen op een rij",
    chartTitle: (favourable: number, scales: number) =>
      `Op ${favourable} van de ${scales} schalen ${choose(favourable, "zit", "zit")} de organisatie in de gunstige helft`,
    subtitle: "De hele organisatie op elke schaal, van de laagste tot de hoogste score die mogelijk is.",
    description: (scales: number) =>
      `${scales} schalen onder elkaar. De stip is de organisatie, kleine streepjes zijn de afdelingen. Een driehoek wijst naar de gunstige kant.`,
    reading:
      "De stip is de organisatie met het gebied van 95\u00a0% zekerheid, elk streepje een afdeling. De driehoek wijst naar de gunstige kant van de schaal. Schalen hebben eigen vragen: een plek op de ene schaal is niet te vergelijken met een plek op de andere.",
    model:
      "Stressoren kosten energie en energiebronnen geven energie. Samen werken ze door in het welzijn van mensen, en dat in uitkomsten zoals betrokkenheid en verzuim.",
    favourable: "laagste tot hoogste score",
    lowest: "Laagste",
    highest: "Hoogste",
  },
  drivers: {
    chartTitle: (clear: number, names: string, outcome: string) =>
      clear === 0
        ? `Geen schaal steekt boven een gelijk deel uit bij ${outcome}`
        : `${choose(clear, "De schaal", "De schalen")} ${names} ${choose(clear, "gaat", "gaan")} het duidelijkst samen met ${outcome}`,
    chartTitleMany: (clear: number, scales: number, outcome: string) =>
      `${clear} van de ${scales} schalen gaan duidelijk samen met ${outcome}`,
    subtitle: (outcome: string) =>
      `Welk deel van de verschillen in de uitkomst, ${outcome}, tussen mensen in hetzelfde team met elke schaal samengaat.`,
    description: (scales: number) =>
      `${scales} schalen onder elkaar, het grootste deel bovenaan. De streep is het gebied met een kans van 8 op 10. Een gevulde stip valt op.`,
    reading:
      "De streep is het gebied waarin het deel met een kans van 8 op 10 ligt, als andere teams hadden meegedaan. De stip is gevuld als dat hele gebied boven een gelijk deel ligt: zo groot zou elk deel zijn als geen schaal meer zei dan de andere.",
    equalShare: (share: string) => `gelijk deel ${share}`,
    weightHead: "deel",
    directions: {
      higher: "hogere score, hogere uitkomst",
      lower: "hogere score, lagere uitkomst",
      neither: "geen richting",
    },
    heaviest: (measure: string, heaviest: number, teams: number) =>
      teams === 1
        ? `De schaal ${measure} weegt het zwaarst in het team in deze tabel`
        : `De schaal ${measure} weegt het zwaarst in ${heaviest} van de ${teams} teams in deze tabel`,
  },
  outcomes: {
    chartTitles: {
      higher: (outcome: string, measure: string) => `${outcome}: hoger in teams met een hogere score op ${measure}`,
      lower: (outcome: string, measure: string) => `${outcome}: lager in teams met een hogere score op ${measure}`,
      unclear: (outcome: string, measure: string) => `${outcome}: geen duidelijke samenhang met ${measure}`,
    },
    subtitle: (outcome: string, measure: string, periods: string) =>
      `Elk teken is een team: de score op ${measure} naast ${outcome}, gemiddeld over ${periods}.`,
    periods: (first: string, last: string) => `${first} tot en met ${last}`,
    description: (teams: number, measure: string, outcome: string) =>
      `${teams} teams als teken: naar rechts een hogere score op ${measure}, naar boven een hoger cijfer bij ${outcome}. Twee stippellijnen liggen bij het middelste team.`,
    correlation: (rho: string, low: string, high: string, teams: string) =>
      `Rangcorrelatie over ${teams} teams: ${rho}, met 95\u00a0% zekerheid tussen ${low} en ${high}.`,
    noCause: "Dat twee dingen samengaan, zegt niet dat het een de oorzaak is van het ander.",
    top: (shown: number, all: string) =>
      `De figuur toont ${shown} van de ${all} teams, gelijk verdeeld van de laagste tot de hoogste score.`,
    middleTeam: "De stippellijnen liggen bij het middelste team: de helft van de teams ligt hoger, de helft lager.",
    all: "Alle samenhangen in getallen",
    middle: (value: string) => `middelste team ${value}`,
    mean: "gemiddelde van het team",
    directions: {
      left: (unit: string) => `${unit}; links is ongunstiger`,
      right: (unit: string) => `${unit}; rechts is ongunstiger`,
      top: (unit: string) => `${unit}; boven is ongunstiger`,
      bottom: (unit: string) => `${unit}; onder is ongunstiger`,
    },
  },
  change: {
    title: "Verandering sinds de vorige meting",
    chartTitle: (measure: string, before: string, now: string) =>
      before === now
        ? `${measure}: de organisatie blijft op ${now}`
        : `${measure}: de organisatie gaat van ${before} naar ${now}`,
    first: (measure: string, now: string) => `${measure}: de organisatie staat op ${now}`,
    care: "Mensen kunnen zijn vertrokken of gekomen, en een verschil kan toeval zijn.",
  },
  trend: {
    title: "Ontwikkeling",
    chartTitle: (measure: string, before: string, wave: string, now: string) =>
      `${measure}: van ${before} in ${wave} naar ${now} nu, in de hele organisatie`,
    gap: "Een meting zonder cijfer is een meting waarin het onderdeel niet wordt getoond.",
  },
  segments: {
    title: "Groepen in de organisatie",
    intro:
      "Een groep bestaat uit mensen met hetzelfde kenmerk. Groepen worden getoond en niet beoordeeld: een groep krijgt geen label.",
    introAssessed:
      "Een groep bestaat uit mensen met hetzelfde kenmerk. Welke groepen een label kregen, staat verderop.",
    chartTitle: (measure: string, attribute: string, clear: number | null) =>
      clear === null
        ? `${measure} naar ${attribute}`
        : clear === 0
          ? `${measure} naar ${attribute}: geen groep is duidelijk ongunstiger dan de organisatie`
          : `${measure} naar ${attribute}: ${clear} ${choose(clear, "groep is", "groepen zijn")} duidelijk ongunstiger dan de organisatie`,
    withheld: (count: number) => `${count} ${choose(count, "groep wordt", "groepen worden")} hier niet getoond.`,
    description: (measure: string, groups: number) =>
      `${measure} van de organisatie en ${groups} groepen, met het gebied van 95 procent zekerheid.`,
    selfDeclared: "Mensen hebben zelf aangegeven bij welke groep zij horen.",
    given: "De groep komt uit het personeelsbestand.",
    group: "Groep",
    tables: (attribute: string) => `Alle cijfers naar ${attribute}, ook van afdelingen en teams`,
  },
  rollUps: {
    title: "Teams die samen worden getoond",
    intro:
      "Kleine teams van één afdeling staan hier samen, met de mensen die direct bij de afdeling horen. Zo'n rest is geen team en krijgt geen label. Tussen haakjes staat het aantal respondenten.",
    name: (unit: string) => `Rest van ${unit}`,
  },
  cards: {
    title: "De teams met een signaal",
    clearOn: (scales: string) => `Duidelijk ongunstiger dan de organisatie op: ${scales}.`,
    clearOnNone: "Op geen enkele schaal is het verschil met de organisatie op zichzelf duidelijk.",
    before: (label: string) => `Vorige meting: ${label}.`,
  },
  teamTable: {
    title: "Alle teams",
    search: "Zoek een team of afdeling",
    filter: "Toon",
    all: "alle labels",
    found: (shown: string, all: string) => `${shown} van ${all} teams`,
    hint: "Kies een team om het in alle figuren te laten oplichten. Kies het nog eens om dat te stoppen.",
    cut: (shown: number, all: number) =>
      `De tabel toont de eerste ${shown} van ${all} teams. Alle teams staan in tables/teams.nl.csv bij dit rapport.`,
  },
};

export type ChartTexts = typeof chartsDutch;
