/** The words of the reports in Dutch, in alphabetical order. */
import type { GlossaryEntry } from "../link-terms.ts";

export const glossaryDutch = {
  title: "Woorden",
  entries: [
    [
      "Aandachtspunt",
      "Het team ligt eerder wel dan niet voorbij de lijn, maar dat is niet zeker.",
      "aandachtspunt",
      "aandachtspunten",
    ],
    [
      "De antwoorden geven geen uitsluitsel",
      "De antwoorden laten beide mogelijkheden open. Geen goed en geen slecht nieuws.",
      "geen uitsluitsel",
    ],
    ["Duidelijk verschil", "Het gebied van 95\u00a0% zekerheid ligt helemaal aan één kant van waarmee we vergelijken."],
    ["Energiebronnen", "Wat in het werk energie geeft, zoals steun van collega's.", "energiebronnen", "Energiebronnen"],
    [
      "eNPS",
      "Het percentage promotors (score 9 of 10, tenzij de vragenlijst anders zegt) min het percentage criticasters. Loopt van −100 tot +100.",
      "eNPS",
    ],
    [
      "Geen signaal gevonden",
      "Het team ligt waarschijnlijk niet voorbij de lijn. Dat wil niet zeggen dat er niets aan de hand is.",
      "geen signaal gevonden",
    ],
    ["Groep", "Mensen met hetzelfde kenmerk, zoals het soort dienstverband."],
    ["Lijn", "De grens waarmee elk team wordt vergeleken. Zij hoort vast te liggen voordat de meting begint.", "lijn"],
    ["Meting", "Eén ronde waarin de vragenlijst openstond."],
    ["Niet getoond", "Er is geen cijfer, om antwoorden vertrouwelijk te houden."],
    [
      "Rangcorrelatie",
      "Een getal van −1 tot 1 dat zegt of twee dingen samengaan, naar hun volgorde. Bij 0 is er geen samenhang.",
      "rangcorrelatie",
    ],
    ["Respons", "Het deel van de uitgenodigden dat antwoordde."],
    [
      "Rest van een afdeling",
      "Kleine teams van één afdeling samen, met de mensen die direct bij de afdeling horen.",
      "rest van die afdeling",
    ],
    ["Spreiding (standaardafwijking)", "Hoe ver antwoorden ongeveer van hun gemiddelde liggen.", "standaardafwijking"],
    ["Stressoren", "Wat in het werk energie kost, zoals tijdsdruk.", "stressoren", "Stressoren"],
    [
      "Verhoogd signaal",
      "De antwoorden wijzen met voldoende zekerheid op een team voorbij de lijn. Het is een reden voor een gesprek, geen diagnose.",
      "verhoogd signaal",
    ],
    ["Vertrouwelijk", "Een cijfer gaat altijd over minimaal het vastgelegde aantal antwoorden."],
    [
      "Vrijheidsgraden",
      "Het aantal antwoorden min het aantal teams. Hoe meer, hoe beter de spreiding binnen teams bekend is.",
      "vrijheidsgraden",
    ],
    ["Zekerheid", "De kans dat het team voorbij de lijn ligt, afgerond op 5\u00a0%."],
    [
      "Zekerheid team als zodanig",
      "De kans dat het team ook met andere mensen in hetzelfde werk voorbij de lijn zou liggen.",
    ],
  ] as readonly GlossaryEntry[],
};

export type GlossaryTexts = typeof glossaryDutch;
