/** The style sheet of the page; its hash goes into the content security policy. */
import { colours, fontFamily } from "./theme.ts";

/** Inline style of every report: screen from 320 px, print on A4. */
export const pageStyle = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:${colours.paper};color:${colours.ink};font:400 17px/1.55 ${fontFamily};font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
.skip{position:absolute;left:-9999px;top:0;background:${colours.ink};color:${colours.paper};padding:.5rem 1rem}
.skip:focus{left:0}
a{color:${colours.accent};text-underline-offset:.2em}
:focus-visible{outline:2px solid ${colours.accent};outline-offset:3px}
.page{max-width:1152px;margin:0 auto;padding:0 16px 96px}
header{padding:32px 0 36px}
.eyebrow{margin:0;color:${colours.muted};font-size:15px}
.eyebrow strong{color:${colours.ink}}
h1{font-size:clamp(31px,4.6vw,54px);line-height:1.06;letter-spacing:-.025em;font-weight:700;margin:0 0 .6em;max-width:18em;text-wrap:balance}
h2{font-size:24px;line-height:1.2;letter-spacing:-.01em;font-weight:700;margin:0 0 20px}
h3,h4{font-size:18px;line-height:1.3;font-weight:700;margin:40px 0 12px;max-width:40em;text-wrap:balance}
h3.area{font-size:15px;color:${colours.muted};margin-bottom:0}
.area+figure h4{margin-top:12px}
h2+h3,h2+figure h3,.body>h3:first-child,.body>figure:first-child h3{margin-top:0}
p,ul,.words{max-width:40em}
p{margin:0 0 1em}
p,li,dd,figcaption{text-wrap:pretty}
ul{padding-left:1.1em;margin:0 0 1em}
li{margin:0 0 .5em}
.small,.quiet,figcaption{color:${colours.muted};font-size:15px}
.quiet{font-size:inherit}
.lead{font-size:clamp(18px,2vw,21px);line-height:1.5}
.lead p{max-width:36em}
.figures{display:grid;grid-template-columns:repeat(2,1fr);gap:24px 32px;margin:40px 0;padding:0}
.figures div{border-top:1px solid ${colours.ink};padding-top:10px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{font-size:15px;line-height:1.3}
.figures dd{margin:0 0 4px;font-size:40px;line-height:1.1;letter-spacing:-.02em}
.figures dd span{font-size:15px;letter-spacing:0;color:${colours.muted}}
.sign{vertical-align:-1px;margin-right:3px}
.aside p{margin:0 0 .4em}
nav{margin:48px 0 0;font-size:15px}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 24px;max-width:none}
nav li{margin:0}
.part{border-top:1px solid ${colours.hairline};margin-top:64px;padding-top:24px}
figure{margin:0 0 56px}
figure:last-child{margin-bottom:0}
figcaption{max-width:43em;margin-top:12px;line-height:1.5}
.drawing svg{display:block;max-width:100%;height:auto;font-family:${fontFamily}}
.drawing.wide{display:none}
.narrow svg{width:100%;max-width:440px}
details{margin:14px 0 0}
summary{cursor:pointer;color:${colours.accent};font-size:15px;width:fit-content;max-width:100%}
.frame{overflow-x:auto;margin:10px 0 24px;max-width:100%}
table{border-collapse:collapse;font-size:14px;line-height:1.35}
th,td{text-align:left;font-weight:400;padding:6px 20px 6px 0;border-bottom:1px solid ${colours.hairline};vertical-align:top;max-width:26em;min-width:4em}
thead th{color:${colours.muted};border-bottom-color:${colours.ink};vertical-align:bottom}
tbody th{min-width:8.5em}
.n{text-align:right}
.k{white-space:nowrap}
.h{font-size:12px;max-width:18em;overflow-wrap:anywhere}
td.n{white-space:nowrap}
thead .n{min-width:6em}
.statements{list-style:none;padding:0}
.statements li{border-top:1px solid ${colours.hairline};padding:12px 0 0;margin:0 0 12px}
.words{margin:0 0 1.5em}
.words div{margin:0 0 12px}
.words dt{font-weight:700}
.words dd{margin:0}
footer{border-top:1px solid ${colours.ink};margin-top:64px;padding-top:16px;color:${colours.muted};font-size:15px}
@media(min-width:700px){.figures{grid-template-columns:repeat(4,1fr)}.page{padding:0 32px 96px}}
@media(min-width:780px){.drawing.wide{display:block}.drawing.narrow{display:none}}
@media(min-width:1100px){
.part{display:grid;grid-template-columns:220px minmax(0,1fr);gap:48px;margin-top:80px}
.part h2{position:sticky;top:24px;align-self:start}
.answer,nav{margin-left:268px}
header{float:left;width:220px;padding:8px 0 0}
.page{padding-top:64px}
}
@media print{
@page{size:A4;margin:16mm 15mm}
body{background:#fff;font-size:10.5pt}
.page{padding:0;max-width:none}
.skip,nav,.numbers,.more summary{display:none}
.drawing.wide{display:block}.drawing.narrow{display:none}
h1{font-size:30pt}
.part{display:block;margin-top:28px}
h2,h3,h4{break-after:avoid}
figure,.statements li,.figures,tr{break-inside:avoid}
figure.long{break-inside:auto}
.more::details-content{content-visibility:visible;block-size:auto}
.drawing svg{max-height:222mm;width:auto;max-width:100%}
figcaption,.small{font-size:9pt}
header{float:none;width:auto}
.answer{margin-left:0}
.frame{overflow:visible}
table{font-size:8.5pt}
td,th,thead .n{padding-right:10px;min-width:0}
.frame{max-width:none}
p,li,dd{orphans:3;widows:3}
.words div{break-inside:avoid}
}
`.trim();
