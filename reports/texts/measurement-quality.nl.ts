/** The Dutch texts on how well each scale was measured. */
export const measurementQualityDutch = {
  intro:
    "Een schaal is een groep vragen die samen één ding meten. Hier staat per schaal of zij in deze meting goed genoeg werkte. Het gaat alleen over de teams die in dit rapport staan.",
  caption: (wave: string) => `Kwaliteit van de meting ${wave}`,
  earlier: "Eerdere metingen",
  columns: {
    scale: "Schaal",
    fitness: "Bruikbaar?",
    reliability: "Betrouwbaarheid",
    agreement: "Eens binnen teams",
    difference: "Verschil tussen teams",
    ends: "Laagste en hoogste score",
    answered: "Vragen ingevuld",
  },
  fitness: {
    yes: "ja",
    care: "ja, met voorzichtigheid",
    no: "nee, te onbetrouwbaar",
    unknown: "niet te zeggen",
  },
  reliability: { unknown: "niet bekend", low: "te laag", enough: "voldoende" },
  agreement: { unknown: "niet getoond", none: "niet eens", weak: "zwak", moderate: "redelijk", strong: "sterk" },
  difference: {
    none: "niet meer dan toeval",
    uncertain: "ja, maar een deel is toeval",
    clear: "duidelijk",
  },
  few: "geen probleem",
  open: { floor: "laagste: niet uitgesloten", ceiling: "hoogste: niet uitgesloten" },
  lessThan: (share: string) => `minder dan ${share}`,
  orMore: (share: string) => `${share} of meer`,
  from: (low: string, high: string) => `${low} tot ${high}`,
  figures: "Alle getallen van deze tabel",
  statistics: { alpha: "Alfa", omega: "Omega", adjusted: "ICC(1), k0" },
  meaning: "Wat deze kolommen betekenen",
  explain: [
    [
      "Bruikbaar?",
      "‘Nee’ betekent: trek uit deze schaal geen conclusies. ‘Met voorzichtigheid’ betekent: er is een zwak punt, en dat staat in dezelfde rij.",
    ],
    [
      "Betrouwbaarheid",
      "Dit zegt of de vragen van een schaal hetzelfde meten. Vanaf 0,70 is dat voldoende. Alfa en omega zijn twee manieren om het te berekenen; omega staat er alleen als zij te berekenen is.",
    ],
    [
      "Eens binnen teams",
      "Dit zegt of mensen in hetzelfde team hetzelfde antwoorden: 0 is zoals bij willekeurige antwoorden, 1 is helemaal gelijk (rwg). Tot en met 0,50 zegt een gemiddelde weinig over het team als geheel. Het tweede getal, rwg(j), geldt voor alle vragen van de schaal samen en is daarom hoger.",
    ],
    [
      "Verschil tussen teams",
      "ICC(1) is het deel van alle verschillen dat tussen teams ligt. Is het 0 of lager, vergelijk de teams op deze schaal dan niet. ICC(2) zegt hoe betrouwbaar de gemiddelden van teams zijn: vanaf 0,70 is dat voldoende. Er zijn twee manieren om ICC(1) te berekenen: met de gemiddelde grootte van de teams, en aangepast voor teams van verschillende grootte (k0).",
    ],
    [
      "Laagste en hoogste score",
      "Als veel mensen de laagste of de hoogste score hebben, kan de schaal verschillen aan dat eind niet laten zien. ‘Geen probleem’ betekent: minder dan 15 procent kan die score hebben. ‘Niet uitgesloten’ betekent niet dat het zo is. Het precieze deel geven we niet, omdat het antwoorden zou kunnen verraden.",
    ],
    [
      "Vragen ingevuld",
      "Het deel van de vragen van deze schaal dat is beantwoord door wie reageerde. Onder 80 procent is een schaal misschien onduidelijk of gevoelig.",
    ],
  ] as readonly (readonly [string, string])[],
};

/** The texts of one language; English must have exactly the same keys. */
export type MeasurementQualityTexts = typeof measurementQualityDutch;
