/** The page on A4: light, everything unfolded that belongs to the story, nothing cut. In: what stands at the foot of every sheet. */

/** A line of text, and the words before the number of a sheet and before how many there are. */
export type Foot = Readonly<{ text: string; sheet: Readonly<{ before: string; between: string }> }>;

export const printStyle = ({ text, sheet }: Foot): string =>
  `
@page{size:A4;margin:16mm 15mm 18mm;@bottom-left{content:${quote(text)};font:8.5pt sans-serif;color:#59616b}@bottom-right{content:${quote(sheet.before)} counter(page) ${quote(sheet.between)} counter(pages);font:8.5pt sans-serif;color:#59616b}}
@media print{
:root{--paper:#fff}
body{background:#fff;font-size:10.5pt}
.page{padding:0;max-width:none}
.skip,nav,.numbers,.more summary,.find,footer p{display:none}
.drawing.wide{display:block}.drawing.narrow{display:none}
h1{font-size:22pt;max-width:none}
h2{font-size:16pt}
h3,h4{font-size:12.5pt}
main .answer{padding:12pt 0 0}
.lead{columns:2;column-gap:24pt;font-size:10pt;margin-top:10pt}
.masthead{padding:0 0 6pt;font-size:9pt}
.answer figure,.answer .main{margin-top:12pt}
.answer .main figure{margin-top:0}
figure{margin-bottom:22pt}
.key{font-size:9.5pt;margin-bottom:8pt}
.key dd{font-size:11pt}
.whole,.notes{margin-top:14pt}
.answer .whole{margin-top:10pt}
.answer .whole h2{margin-bottom:5pt}
.answer .main figure,.answer .facts{margin-bottom:0}
.briefs{font-size:9.5pt;columns:2;column-gap:24pt;max-width:none}
.facts{grid-template-columns:repeat(auto-fit,minmax(26mm,1fr));gap:8pt 4mm}
.facts dd{font-size:20pt}
.facts dt,.notes{font-size:8.5pt}
.notes h2{font-size:9.5pt}
.notes{grid-template-columns:repeat(3,1fr)}
.cards{grid-template-columns:1fr 1fr}
.part{display:block;margin-top:26pt}
h2,h3,h4,.subtitle,.body>p:first-child{break-after:avoid}
figure,p,li,.notes,.facts,.key,tr{break-inside:avoid}
.more::details-content{content-visibility:visible;block-size:auto}
.drawing svg{max-height:142mm;width:auto;max-width:100%}
.answer .main svg{max-height:64mm}
abbr[title]{text-decoration:none}
figcaption,.small,.subtitle{font-size:9pt}
figcaption{max-width:none}
thead{display:table-header-group}
.frame{overflow:visible;max-width:none}
table{font-size:8.5pt}
td,th,thead .n{padding-right:10px;min-width:0}
th button,tbody button{display:contents;color:inherit;text-decoration:none}
dd{orphans:3;widows:3}
.words div{break-inside:avoid}
#glossary .words{columns:2;column-gap:24pt;max-width:none;font-size:9.5pt}
footer{border:0;margin-top:8pt;padding:0;font-size:9pt}
footer p{max-width:none;margin:0}
.page:has(.numbers) .paper{display:block}
}
`.trim();

/** Every letter outside a-z, A-Z, 0-9 and space is written as a code. */
const quote = (text: string): string =>
  `"${[...text].map((letter) => (/[a-zA-Z0-9 ]/.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 0).toString(16)} `)).join("")}"`;
