/** The Dutch texts on the quality of the data. `{seconds}` is where the page writes the limit of this scan. */

const choose = (one: boolean, single: string, many: string): string => (one ? single : many);

export const dataQualityDutch = {
  title: "Kwaliteit van de gegevens",
  intro:
    "Een reactie is één ingevulde vragenlijst, helemaal of voor een deel. Hier staat hoeveel reacties er binnenkwamen, hoeveel er meetellen en waarom de rest niet meetelt.",
  caption: (questionnaire: string, wave: string) => `${questionnaire}, meting ${wave}`,
  earlier: "Eerdere metingen",
  none: "In de bestanden is niets gevonden dat moest worden hersteld of weggelaten.",
  chosenBy: "Keuze van",
  cameIn: "Binnengekomen reacties",
  counted: "Reacties die meetellen",
  ofWhich: (rule: string) => `waarvan ${rule}`,
  ofInstrument: (rule: string, instrument: string) => `${rule} (${instrument})`,
  answers: (count: string, one: boolean) => `${count} ${choose(one, "antwoord", "antwoorden")}`,
  units: (count: string, one: boolean) => `${count} ${choose(one, "onderdeel", "onderdelen")}`,
  reading: (k: number) =>
    `Bij ‘keuze van’ staat ‘vitascan’ voor wat het programma uit zichzelf doet, en ‘deze scan’ voor wat in de instellingen is gekozen. Waar ‘antwoorden’ bij het aantal staat, gaat het om losse vragen; anders om hele reacties. Eén reactie kan om meer dan één reden zijn afgekeurd. Een aantal van 1 tot en met ${k - 1} reacties geven we niet precies, en een totaal dat zo'n aantal zou verraden ook niet. Wat bijna iedereen deed, staat er als ‘meer dan’. Opmerkingen over reacties die meetellen, geven we vanaf ${2 * k} reacties die meetellen. Ontbrekende antwoorden noemen we vanaf ${k}; per reden alleen als elke reden er ${k} of meer heeft.`,
  rulesTitle: "Wat de regels betekenen",
  inThisScan: (action: string, chooser: string) => `In deze scan: ${action} (keuze van ${chooser}).`,
  otherwise:
    "Elke andere fout in een bestand houdt de scan tegen, tot het bestand klopt of de instellingen zeggen wat ermee moet gebeuren.",
  choosers: { vitascan: "vitascan", scan: "deze scan" },
  actions: {
    excluded: "telt niet mee",
    rejected: "afgekeurd, de hele reactie telt niet mee",
    missing: "telt als leeg",
    kept: "telt gewoon mee",
    remark: "telt mee, wordt alleen gemeld",
  },
  rules: {
    test_response: {
      name: "test, voorbeeld of spam",
      why: "Zo'n reactie komt niet van een medewerker die de vragenlijst invult, en zou de uitkomst veranderen. Dit is alleen te zien als het bestand het vermeldt.",
    },
    partial_response: {
      name: "niet verstuurd",
      why: "Wie stopt zonder te versturen, kan zich hebben bedacht. We weten niet of die persoon wil meetellen. Dit is alleen te zien als het bestand het vermeldt.",
    },
    too_fast: {
      name: "te snel ingevuld",
      why: "Wie minder dan {seconds} seconden per vraag nodig had, was waarschijnlijk sneller dan lezen toelaat. Zulke antwoorden zeggen misschien weinig. Dit is alleen te zien als het bestand tijden heeft.",
    },
    straight_lined: {
      name: "overal hetzelfde ingevuld",
      why: "Wie bij elke vraag hetzelfde kiest, ook waar vragen tegengesteld zijn, heeft ze misschien niet gelezen. We kijken hiernaar vanaf tien vragen.",
    },
    not_shown: {
      name: "vraag niet gesteld",
      why: "De vragenlijst sloeg de vraag over omdat zij voor deze persoon niet bedoeld was. Dat is iets anders dan een vraag die iemand leeg liet.",
    },
    left_blank: {
      name: "vraag leeg gelaten",
      why: "De vraag is gesteld, maar iemand wilde of kon niet antwoorden. Gebeurt dat vaak, dan is een vraag misschien gevoelig of onduidelijk.",
    },
    not_reached: {
      name: "vraag niet bereikt",
      why: "De persoon was al gestopt voordat deze vraag kwam. Dat zegt niets over de vraag zelf.",
    },
    no_opinion: {
      name: "geen mening of niet van toepassing",
      why: "Dat is een echt antwoord, maar er hoort geen getal bij. Daarom telt het niet mee in een gemiddelde.",
    },
    blank_answers: {
      name: "antwoord ontbreekt, reden niet apart genoemd",
      why: "Het bestand zegt niet waarom deze antwoorden ontbreken, of we tellen alle redenen samen omdat een reden te weinig voorkomt.",
    },
    incomplete_block: {
      name: "te weinig vragen ingevuld voor een score",
      why: "Met te weinig antwoorden is een score niet te vertrouwen. De reactie telt wel mee in de respons.",
    },
    more_answers_than_invited: {
      name: "onderdeel met meer reacties dan uitgenodigden",
      why: "Dat kan niet kloppen: de lijst van de organisatie is verouderd, of mensen kozen een verkeerd onderdeel. Het aantal reacties telt daar als het aantal uitgenodigden.",
    },
    answer_not_a_number: {
      name: "antwoord is geen getal",
      why: "Waar een getal hoort, staat tekst. Welk getal is bedoeld, zouden we moeten raden.",
    },
    answer_out_of_scale: {
      name: "antwoord buiten de antwoordschaal",
      why: "Een 7 op een schaal van 1 tot en met 5 kan niemand hebben gekozen. Zo'n getal zou een gemiddelde scheef trekken.",
    },
    answer_not_in_response_set: {
      name: "antwoord dat niet bij de keuzes hoort",
      why: "De tekst was geen van de keuzes bij deze vraag. Welk getal erbij hoort, zouden we moeten raden.",
    },
    number_and_label_disagree: {
      name: "getal en tekst spreken elkaar tegen",
      why: "In één vakje staan een getal en een tekst die niet bij elkaar horen. Welke van de twee klopt, is niet te zien.",
    },
    spreadsheet_damage: {
      name: "antwoord veranderd door een rekenprogramma",
      why: "Een programma als Excel kan van een antwoord een datum maken. Wat er eerst stond, is dan niet meer te zien.",
    },
    conflicting_answers: {
      name: "verschillende antwoorden op één vraag",
      why: "Een vraag die in meer kolommen staat, heeft in een reactie meer dan één antwoord. Welk antwoord geldt, is niet te zien.",
    },
    conflicting_units: {
      name: "meer dan één onderdeel bij een reactie",
      why: "Volgens het bestand hoort de reactie bij verschillende onderdelen. Bij welk team zij moet tellen, is niet te zien.",
    },
    duplicate_answer: {
      name: "vraag meer dan één keer beantwoord",
      why: "In één reactie staan bij een vraag meer antwoorden. Welk antwoord geldt, is niet te zien.",
    },
    duplicate_response: {
      name: "dezelfde reactie nog een keer",
      why: "Elke reactie mag maar één keer meetellen. De eerste in het bestand blijft staan.",
    },
    missing_response: {
      name: "antwoorden die bij geen reactie horen",
      why: "Het bestand zegt niet bij welke reactie deze antwoorden horen, en daarmee ook niet bij welk team.",
    },
    missing_unit: {
      name: "geen onderdeel ingevuld",
      why: "Zonder onderdeel is niet te zien bij welk team een reactie hoort.",
    },
    unknown_unit: {
      name: "onderdeel staat niet in de lijst van de organisatie",
      why: "Bij een onbekend onderdeel is niet te zien bij welk team een reactie hoort.",
    },
    unknown_key: {
      name: "reactie die in het tweede bestand ontbreekt",
      why: "Het onderdeel staat in een tweede bestand, maar deze reactie is daar niet te vinden.",
    },
    unknown_status: {
      name: "reactie met een onbekende status",
      why: "Het is niet te zien of dit een echte reactie is of een test.",
    },
    unknown_attribute_value: {
      name: "kenmerk dat niet in de lijst staat",
      why: "Een waarde die niet in de lijst staat, hoort bij geen groep. Er wordt niet geraden.",
    },
    conflicting_attribute_values: {
      name: "verschillende kenmerken bij één reactie",
      why: "Volgens het bestand heeft iemand verschillende waarden van hetzelfde kenmerk. Welke geldt, is niet te zien.",
    },
  },
};

/** The texts of one language; English must have exactly the same keys. */
export type DataQualityTexts = typeof dataQualityDutch;
