/** The Dutch texts on what lies behind the signals: how sure they are, what goes with them, what came before. */
export const signalsDutch = {
  calibration: {
    title: "Hoe zeker zijn deze signalen?",
    falseFlags: (scans: string) =>
      `Van 100 scans zonder enig verschil tussen teams zou ${scans} toch een team een verhoogd signaal geven.`,
    hundredths: (scans: number) => (scans < 1 ? "minder dan 1" : `ongeveer ${scans}`),
    right: (share: string) => `Van de teams met een verhoogd signaal ligt ${share} echt voorbij de lijn.`,
    found: (flagged: string, watched: string) =>
      `Van de teams die echt voorbij de lijn liggen, krijgt ${flagged} een verhoogd signaal. Met de aandachtspunten erbij is dat ${watched}.`,
    quiet: "Een team zonder verhoogd signaal kan dus toch voorbij de lijn liggen.",
    tenths: (teams: number) =>
      teams < 1 ? "minder dan 1 op de 10" : teams >= 10 ? "meer dan 9 op de 10" : `ongeveer ${teams} op de 10`,
    how: (scans: string) =>
      `Zo is dit berekend: we hebben ${scans} scans zonder verschil tussen teams nagebootst en ${scans} scans met verschillen zoals hier, met teams van dezelfde grootte, respons, spreiding en betrouwbaarheid, en geteld hoe vaak de labels klopten.`,
  },
  evidence: {
    title: "Hoe precies is dit?",
    change: (moved: string, low: string, high: string) =>
      `Verschil met de vorige meting: ${moved}, met een kans van 8 op 10 tussen ${low} en ${high}.`,
    worse: "Dat is een verslechtering.",
    better: "Dat is een verbetering.",
    unclear: "Een verandering is daarmee niet aangetoond.",
    detectable: (change: string) =>
      `Met evenveel antwoorden laat de volgende meting meestal pas een verandering zien van ${change} of meer.`,
    tipping: (spreads: string) =>
      `Het team komt pas op de lijn als wie niet antwoordde, gemiddeld ${spreads} keer de spreiding (standaardafwijking) binnen teams gunstiger scoort dan verwacht.`,
    ifWorse: (sure: string) =>
      `Scoort wie niet antwoordde iets ongunstiger dan verwacht, dan is de zekerheid dat het team voorbij de lijn ligt ${sure}.`,
  },
};

/** The texts of one language; English must have exactly the same keys. */
export type SignalsTexts = typeof signalsDutch;
