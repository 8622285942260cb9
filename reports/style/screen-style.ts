/** The page on a screen, from 320 px: one column on a telephone, on a wide screen a narrow one for words and a wide one for pictures. */
import { fontFamily } from "../theme.ts";

export const screenStyle = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:16px}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.125rem/1.5 ${fontFamily};font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
.skip{position:absolute;left:-9999px;top:0;background:var(--ink);color:var(--paper);padding:.5rem 1rem;z-index:1}
.skip:focus{left:0}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.page{max-width:1240px;margin:0 auto;padding:0 16px 96px}
.masthead{display:flex;flex-wrap:wrap;gap:0 28px;padding:14px 0 13px;border-bottom:1px solid var(--ink);font-size:1rem;line-height:1.5}
.masthead p{margin:0;color:var(--muted);max-width:none}
.masthead p:first-child{color:var(--ink);font-weight:600}
h1{font-size:clamp(2.0625rem,5.1vw,3.875rem);line-height:1.03;letter-spacing:-.022em;font-weight:650;margin:0;max-width:17em;text-wrap:balance}
h2{font-size:1.6875rem;line-height:1.15;letter-spacing:-.012em;font-weight:650;margin:0 0 24px;text-wrap:balance}
h3,h4{font-size:1.3125rem;line-height:1.25;letter-spacing:-.005em;font-weight:600;margin:44px 0 10px;max-width:36em;text-wrap:balance}
h4{font-size:1.1875rem}
.answer figure h2,.whole h2{font-size:1.3125rem;line-height:1.25;letter-spacing:-.005em;font-weight:600;margin:0 0 12px}
h3.area{font-size:1rem;color:var(--muted);margin-bottom:0;letter-spacing:0}
.area+figure h4{margin-top:10px}
h2+h3,h2+figure h3,.body>h3:first-child,.body>figure:first-child h3,.body>figure:first-child h4{margin-top:0}
p,ul,.words{max-width:38em}
p{margin:0 0 .9em}
p,li,dd,figcaption{text-wrap:pretty}
ul{padding-left:1.1em;margin:0 0 1em}
li{margin:0 0 .45em}
strong,b,dt{font-weight:600}
.small,.quiet,figcaption,.subtitle{color:var(--muted);font-size:1rem;line-height:1.45}
.quiet{font-size:inherit}
.subtitle{margin:0 0 14px;max-width:46em}
h3+.subtitle,h4+.subtitle{margin-top:-6px}
.answer{padding-top:clamp(28px,4.4vw,60px)}
.lead{margin-top:28px;font-size:1.1875rem;line-height:1.48}
.answer figure{margin:32px 0 0}
.answer .main figure{margin-top:0}
.whole{margin-top:44px}
.whole h2{font-size:1.3125rem;margin-bottom:14px}
.key{display:flex;flex-wrap:wrap;gap:4px 26px;margin:0 0 18px;padding:0;font-size:1rem;line-height:1.4}
ul.key{list-style:none;max-width:none}
.key li{margin:0;color:var(--muted)}
.key div{display:flex;gap:6px;align-items:baseline}
.key dt{order:2;font-weight:400}
.key dd{margin:0;font-weight:600;font-size:1.1875rem}
.notes,.cards{grid-template-columns:minmax(0,1fr)}
.notes{display:grid;gap:20px 40px;margin:44px 0 0;padding:14px 0 0;border-top:1px solid var(--hairline);font-size:1rem;line-height:1.45}
.notes h2{font-size:1rem;letter-spacing:0;margin:0 0 4px;font-weight:600}
.notes p{margin:0 0 .35em}
.sign{vertical-align:-1px;margin-right:2px;flex:none}
nav{margin:40px 0 0;font-size:1rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 22px;max-width:none}
nav li{margin:0}
nav a{display:inline-block;padding:4px 0}
.part{border-top:1px solid var(--ink);margin-top:72px;padding-top:16px}
figure{margin:0 0 60px}
figure:last-child{margin-bottom:0}
figcaption{max-width:42em;margin-top:12px}
figcaption span{margin-right:.25em}
.drawing svg{display:block;max-width:100%;height:auto;font-family:${fontFamily}}
.drawing.wide{display:none}
.narrow svg{width:100%;max-width:440px}
details{margin:12px 0 0}
summary{cursor:pointer;color:var(--accent);font-size:1rem;width:fit-content;max-width:100%;padding:3px 0}
.frame{overflow-x:auto;margin:10px 0 24px;max-width:100%}
table{border-collapse:collapse;overflow-wrap:break-word;font-size:0.9688rem;line-height:1.3}
caption{text-align:left;font-weight:600;padding:0 0 6px}
th,td{text-align:left;font-weight:400;padding:6px 22px 6px 0;border-bottom:1px solid var(--hairline);vertical-align:top;max-width:26em;min-width:4em}
thead th{color:var(--muted);border-bottom-color:var(--ink);vertical-align:bottom}
tbody th{min-width:8.5em}
.n{text-align:right}
.k,td.n{white-space:nowrap}
.h{font-size:0.8125rem;max-width:18em;overflow-wrap:anywhere}
thead .n{min-width:5.5em}
[data-teams] .n{min-width:0}
.cards{display:grid;gap:0 40px;margin:0 0 20px;padding:0;list-style:none;max-width:none}
.cards>li{border-top:1px solid var(--hairline);padding:14px 0 18px;margin:0}
.cards h4{margin:0 0 2px}
.cards p{margin:0 0 .5em}
.statements{list-style:none;padding:0}
.statements li{border-top:1px solid var(--hairline);padding:12px 0 0;margin:0 0 12px}
.words{margin:0 0 1.5em}
.words div{margin:0 0 12px}
.words dd{margin:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10.625rem,100%),1fr));gap:22px 36px;margin:0 0 36px;padding:0}
.facts div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-top:1px solid var(--ink);padding-top:8px}
.facts dt{font-weight:400;font-size:1rem;line-height:1.35}
.facts dd{margin:0 0 2px;font-size:2.5rem;line-height:1.1;letter-spacing:-.02em;font-weight:600}
.briefs{font-size:1.0625rem}
@media print{.briefs{font-size:9.5pt;columns:2;column-gap:24pt;max-width:none}.briefs li{break-inside:avoid}.answer .whole{margin-top:12pt}.answer .whole h2{margin-bottom:6pt}.answer .main figure,.answer .facts{margin-bottom:0}}
.find{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:end;margin:0 0 12px;font-size:1rem}
.find label{display:flex;flex-direction:column;gap:2px;max-width:100%}
.find input,.find select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--muted);padding:6px 8px;min-height:38px;max-width:100%}
.find input{width:20em;max-width:100%}
.find p{margin:0;color:var(--muted)}
th button{font:inherit;color:inherit;background:none;border:0;padding:4px 0;margin:-4px 0;min-height:26px;cursor:pointer;text-align:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
tbody button{font:inherit;color:var(--accent);background:none;border:0;padding:0;min-height:24px;min-width:24px;cursor:pointer;text-align:left;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}
[aria-pressed=true]{font-weight:600}
tr.lit>*{background:var(--wash)}
svg.dim [data-team]{opacity:.22}
svg.dim [data-team].lit{opacity:1}
path.lit{stroke-width:3}
line.lit{stroke-width:3}
.term{color:inherit;text-decoration:none}
.key .term{display:inline-block;padding:1px 0}
.words div:target{background:var(--wash)}
@media screen{.term{text-decoration:underline dotted;text-decoration-thickness:1px;text-underline-offset:.2em}}
abbr[title]{text-decoration:underline dotted;text-decoration-thickness:1px;text-underline-offset:.2em;cursor:help}
footer{border-top:1px solid var(--ink);margin-top:72px;padding-top:14px;color:var(--muted);font-size:1rem}
.paper{display:none}
@media(min-width:43.75em){.page{padding:0 40px 96px}.notes{grid-template-columns:repeat(3,minmax(0,1fr))}.cards{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media(min-width:48.75em){.drawing.wide{display:block}.drawing.narrow{display:none}}
@media(min-width:71.25em){
.split{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:0 56px;align-items:start}
.answer .split{grid-template-rows:auto 1fr}
.answer .split>figure,.answer .split>.main{grid-column:2;grid-row:1/3;margin-top:28px}
.answer .notes{grid-template-columns:minmax(0,1fr);margin-top:20px}
.part{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:0 56px;margin-top:88px}
.part h2{position:sticky;top:20px;align-self:start}
.lead{font-size:1.125rem}
}
@media(prefers-reduced-motion:no-preference){svg [data-team]{transition:opacity .15s}}
`.trim();
