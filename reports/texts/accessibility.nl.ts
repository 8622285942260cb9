/** Dutch text of the accessibility statement. */
export const accessibilityDutch = {
  title: "Toegankelijkheid",
  aim: "Dit rapport is gemaakt om te voldoen aan WCAG 2.2, niveau AA.",
  done: [
    "Elke figuur heeft een titel, een beschrijving en een tabel met alle getallen.",
    "Een label of verschil staat nooit alleen in kleur: vorm, grootte of woord zegt hetzelfde.",
    "Alles werkt met het toetsenbord en zonder scripts. Op een smal scherm en bij 200\u00a0% vergroting valt er niets weg.",
    "Het rapport volgt de donkere weergave, de eigen kleuren van het systeem en de keuze voor minder beweging.",
  ],
  gaps: "Wat wij weten dat beter kan:",
  known: [
    "Een figuur wordt door een schermlezer als één plaatje voorgelezen. Losse punten zijn alleen in de tabel te lezen.",
    "Wie alleen de tekst vergroot, vergroot de tekst in figuren niet. Inzoomen doet dat wel.",
    "Bij zeer veel teams staan alleen de eerste in de tabel op de pagina. De andere staan in een CSV-bestand.",
    "Een afdruk of pdf heeft niet alle toegankelijke opbouw van de pagina.",
    "Het rapport is gecontroleerd met een programma en met het toetsenbord, nog niet door mensen met een beperking.",
  ],
};

export type AccessibilityTexts = typeof accessibilityDutch;
