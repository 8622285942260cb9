/** The Dutch one-line findings for readers who get one page: the board, and the manager of a team. */
const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const briefsDutch = {
  title: "Wat de scan verder laat zien",
  between: (low: string, high: string) => `Met 95 % zekerheid tussen ${low} en ${high}`,
  before: (elevated: number, teams: number) =>
    `In de vorige meting ${choose(elevated, "had", "hadden")} ${elevated} van de ${teams} getoonde teams een verhoogd signaal.`,
  groups: "Ook afdelingen of andere groepen hebben een signaal. Welke, staat in het rapport voor HR.",
  noGroups: "Geen van de beoordeelde groepen heeft een signaal.",
  drivers: (scales: string, outcome: string) => `Wat het duidelijkst samengaat met ${outcome}: ${scales}.`,
  noDrivers: (outcome: string) => `In wat samengaat met ${outcome} valt geen schaal op.`,
  directions: {
    higher: (measure: string, figure: string) =>
      `Teams met een hogere score op ${measure} hebben ook een hoger cijfer voor ${figure}.`,
    lower: (measure: string, figure: string) =>
      `Teams met een hogere score op ${measure} hebben een lager cijfer voor ${figure}.`,
    unclear: (measure: string, figure: string) => `Of ${measure} en ${figure} samengaan, is niet duidelijk.`,
  },
  caution: "Wat samengaat, hoeft geen oorzaak te zijn.",
  own: "Wat in dit team meeweegt",
  most: (scales: string) =>
    `Het meest ongunstig in dit team: ${scales}. Dat gaat samen met de uitkomst en hoeft de oorzaak niet te zijn.`,
  worse:
    "Deze meting is ongunstiger dan de eigen eerdere metingen van het team, meer dan door toeval te verwachten is.",
  better: "Deze meting is gunstiger dan de eigen eerdere metingen van het team, meer dan door toeval te verwachten is.",
  within:
    "Deze meting wijkt niet verder af van de eigen eerdere metingen van het team dan door toeval te verwachten is.",
};

export type BriefsTexts = typeof briefsDutch;
