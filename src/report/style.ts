/** How a view looks: on a screen in light and dark, wide and narrow, and on paper. Goes behind the tokens of `page`. */
import { KINDS, type Kind } from './kinds.js'

const LIGHT: Readonly<Record<Kind, string>> = {
  head: '#b3261e',
  bodies: '#7f5300',
  dates: '#0b5cad',
  deadlines: '#b8400b',
  events: '#0b6b4f',
  contacts: '#6a3fa0',
  themes: '#a3195b',
  attachments: '#4a6200',
  citations: '#3f51a3',
  urls: '#00667a',
  tables: '#5b626b',
  other: '#5b626b',
  diagnostics: '#9a4a00',
}
const DARK: Readonly<Record<Kind, string>> = {
  head: '#ff8a80',
  bodies: '#e6b84f',
  dates: '#7db7f5',
  deadlines: '#ff9e64',
  events: '#5fcfa8',
  contacts: '#c6a5f2',
  themes: '#f59ac2',
  attachments: '#b5cc5a',
  citations: '#a3b1ff',
  urls: '#5ecbe0',
  tables: '#a3abb5',
  other: '#a3abb5',
  diagnostics: '#f0a35e',
}

const tones = (colors: Readonly<Record<Kind, string>>) => KINDS.map((kind) => `--k-${kind}:${colors[kind]}`).join(';')

// Boxes stand before what they show and hide: `:has` would be asked anew for each of thousands of marks.
const kinds = KINDS.map(
  (kind) => `.k-${kind}{--k:var(--k-${kind})}
.t-${kind}:not(:checked)~.cols .k-${kind}.k{background:none;box-shadow:none;text-decoration:none}
.t-${kind}:checked~.legend .k-${kind} .sw{background:var(--k)}.t-${kind}:not(:checked)~.legend .k-${kind}{color:var(--dim)}
.t-${kind}:focus-visible~.legend .k-${kind}{outline:3px solid var(--focus);outline-offset:2px}`,
).join('\n')

/** Style sheet of a page with views. It loads nothing. */
export const viewStyle = `
:root{${tones(LIGHT)};--wash:13%;--paper:#fff;--hair:#e4e6ea;--red:#c00f0c}
@media (prefers-color-scheme:dark){:root{${tones(DARK)};--wash:20%;--paper:#1b1f23;--hair:#333a42;--red:#ff7a70}}
html{scroll-padding-top:1rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
.dim{color:var(--dim)}
.skip{position:absolute;left:-99rem}.skip:focus{left:.5rem;top:.5rem;background:var(--sheet);padding:.25rem .75rem;z-index:9}
.notice{padding:1.25rem clamp(.75rem,2vw,2rem) 3rem;max-width:98rem;margin:0 auto}
.notice+.notice{border-top:1px solid var(--line)}
.top h2{font-size:1.3rem;line-height:1.45;margin:0;text-wrap:balance}
.top p{margin:.25rem 0 .5rem;font-size:.85rem}
.jump{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.9rem;margin:.25rem 0 .75rem}
.jump a{text-decoration:none;padding:.2rem 0}.jump a:hover{text-decoration:underline}
.box{position:absolute;opacity:0;width:1px;height:1px;margin:0}
.legend{margin:0 0 1rem;display:flex;flex-wrap:wrap;gap:.4rem;font-size:.82rem;line-height:1.4}
.chip{display:inline-flex;align-items:center;gap:.4rem;padding:.2rem .65rem .2rem .5rem;border:1px solid var(--line);border-radius:99px;background:var(--sheet);cursor:pointer;user-select:none}
.chip .sw{width:.8rem;height:.8rem;border-radius:3px;border:2px solid var(--k)}
.chip:hover{border-color:var(--k)}
.count{color:var(--dim);font-variant-numeric:tabular-nums;font-weight:400}
.cols{display:grid;grid-template-columns:11rem minmax(0,1fr) minmax(19rem,25rem);gap:1.75rem;align-items:start}
.outline{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;font-size:.85rem;line-height:1.5}
.outline .cap{margin:0 0 .4rem;font-weight:600;font-size:.85rem}
.outline ol{list-style:none;margin:0;padding:0}.outline ol ol{padding-left:.8rem;border-left:1px solid var(--hair)}
.outline .go{display:block;padding:.2rem 0;color:var(--dim);text-decoration:none;overflow:hidden;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical}
.outline a.go:hover{color:var(--accent);text-decoration:underline}
.sheet{position:relative;background:var(--paper);border:1px solid var(--hair);border-radius:4px;box-shadow:0 1px 2px #0000000f,0 8px 28px #0000000d;padding:clamp(1.25rem,5vw,3.75rem) clamp(1rem,5vw,3.5rem);
font:1.0625rem/2 FangSong,STFangsong,FangSong_GB2312,"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",Songti SC,SimSun,"Noto Sans CJK SC",serif;text-align:justify;line-break:strict;text-autospace:normal;unicode-bidi:isolate;overflow-wrap:anywhere}
.sheet p{margin:0;white-space:pre-wrap;text-indent:2em}
.lump{content-visibility:auto;contain-intrinsic-size:auto 90rem}.sheet .on{text-indent:0}
.many :is(.filed>.row>dd>ul>li,.card,.doubt){content-visibility:auto;contain-intrinsic-size:auto 4rem}
.sheet .g,.sheet .w{display:none}.sheet .s{white-space:normal}
.sheet .e-title{font-family:FZXiaoBiaoSong-B05S,"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",STZhongsong,Songti SC,SimSun,"Noto Sans CJK SC",serif;font-size:1.45rem;line-height:1.6;font-weight:700;text-align:center;text-indent:0;text-wrap:balance;margin:1.1rem 0 1.1rem}
.sheet .e-masthead{color:var(--red);font-size:1.7rem;line-height:1.5;font-weight:700;letter-spacing:.08em;text-align:center;text-indent:0;text-wrap:balance;margin:.25rem 0 .5rem}
.sheet .e-documentNumber{text-align:center;text-indent:0;margin-bottom:.25rem}
.sheet .z-header.e-documentNumber{border-bottom:2px solid var(--red);padding-bottom:.35rem;margin-bottom:1.25rem}
.sheet .e-title~.e-documentNumber{border:0;padding:0;margin-bottom:1rem}
.sheet .e-addressees,.sheet .e-caption,.sheet .columns,.sheet .e-copyNumber,.sheet .e-classification,.sheet .e-urgency,.sheet .e-metadata,.sheet .e-published,.sheet .e-chrome,.sheet .e-rest{text-indent:0}
.sheet .e-caption{text-align:center}
.sheet .columns{text-align:left}
.sheet .e-metadata,.sheet .e-published,.sheet .e-chrome,.sheet .e-rest{font:.85rem/1.8 system-ui,"Noto Sans CJK SC",sans-serif;color:var(--dim);text-align:left}
.sheet .e-rest{text-align:center}
.sheet .e-signature,.sheet .e-signedDate{text-align:right;text-indent:0;padding-right:2em}
.sheet .e-signature{margin-top:1.25rem}.sheet .e-signature~.e-signature{margin-top:0}
.sheet .e-attachmentNote{margin-top:1rem}
.sheet .e-appendixMark{text-indent:0;border-top:1px dashed var(--line);margin-top:2.25rem;padding-top:1.5rem;font-family:SimHei,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.sheet .e-appendixTitle{text-align:center;text-indent:0;font-weight:700;font-size:1.2rem;margin:.5rem 0;text-wrap:balance}
.sheet .z-imprint{text-indent:0;border-top:1px solid var(--line);padding:.15rem 1em;font-size:.95rem;text-align:left}
.sheet .e-note,.sheet .e-disclosure{margin-top:.5rem}
.sheet .d1,.sheet .d2,.sheet .d3{font-weight:700}
.sheet .h{background:none;color:inherit}
.sheet .l1{font-family:SimHei,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;font-weight:600}
.sheet .l2{font-family:KaiTi,STKaiti,KaiTi_GB2312,"Noto Serif CJK SC","Noto Sans CJK SC",serif;font-weight:600}
.scroll{overflow-x:auto;margin:.75rem 0}
.sheet table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.6;text-align:left}
.sheet td{border:1px solid var(--line);padding:.3rem .55rem;vertical-align:top;min-width:4em;white-space:pre-wrap}
mark{color:inherit;background:none;border-radius:2px}
.k{background:color-mix(in srgb,var(--k) var(--wash),transparent);box-shadow:inset 0 -2px 0 var(--k);padding:.12em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone;cursor:pointer}
.k .k{padding:.04em 0}
.k.whole{background:none;box-shadow:inset 0 -1px 0 color-mix(in srgb,var(--k) 55%,transparent)}
.k-diagnostics.k{background:none;box-shadow:none;text-decoration:underline wavy var(--k) 1.5px;text-underline-offset:.28em}
.k-diagnostics.k.error{--k:var(--k-head)}
.k.hot{background:color-mix(in srgb,var(--k) 34%,transparent)}
.h.hot{background:color-mix(in srgb,var(--accent) 18%,transparent)}
mark:focus-visible{outline:3px solid var(--focus);outline-offset:1px}
mark:target,.fact:target,.doubt:target{outline:2px solid var(--k,var(--accent));outline-offset:2px}
.pg::before{content:attr(data-page);position:absolute;right:.5rem;font:.7rem/1.6 system-ui,"Noto Sans CJK SC",sans-serif;letter-spacing:0;color:var(--dim);text-indent:0;white-space:nowrap}
html:not(.js) mark:is(:hover,:focus)::after{content:attr(data-tip);position:fixed;left:0;right:0;bottom:0;z-index:8;white-space:pre-line;text-indent:0;text-align:left;font:.85rem/1.6 system-ui,"Noto Sans CJK SC",sans-serif;background:var(--sheet);border-top:2px solid var(--k,var(--line));padding:.6rem 1rem;height:8rem;overflow:auto}
html:not(.js) mark mark::after{z-index:9!important}html:not(.js) mark mark mark::after{z-index:10!important}
.panel{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;font-size:.9rem;line-height:1.55;scrollbar-width:thin;padding:0 .25rem 1rem 0}
.side{position:sticky;top:0;background:var(--ground);z-index:2;margin:0;padding:.1rem 0 .5rem}.part{scroll-margin-top:2.75rem}
.part{margin:0 0 1.75rem}.part:focus{outline:none}
.part h3{font-size:.95rem;margin:0 0 .5rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
.filed{margin:0}
.row{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.25rem .75rem;padding:.4rem 0;border-bottom:1px solid var(--hair)}
.row dt{color:var(--dim);font-size:.84rem;padding-left:.65rem;position:relative}
.row dt::before{content:"";position:absolute;left:0;top:.35em;width:3px;height:.9em;border-radius:2px;background:var(--k)}
.row dd{margin:0}
.panel ul{list-style:none;margin:0;padding:0}
.fact{border-radius:3px;scroll-margin:4rem}
.fact+.fact{margin-top:.3rem}
.fact .go{color:var(--ink);text-decoration:none;font-weight:500}
a.go:hover{text-decoration:underline!important;text-decoration-color:var(--k,currentColor)!important}
.fact ul{padding-left:.75rem;border-left:1px solid var(--hair);margin:.2rem 0 .2rem;font-size:.94em}
.fact .fact{margin-top:.1rem}.fact .fact .go{font-weight:400}
.fact i{font-style:normal;color:var(--dim)}
.more{display:block;color:var(--dim);font-size:.8rem;line-height:1.5}.about{display:block}
.more code{font:.95em ui-monospace,Consolas,monospace}
.doubtful{color:var(--warn);font-weight:600}.likely{color:var(--k-dates)}
.fact.hot,.doubt.hot{background:color-mix(in srgb,var(--k,var(--accent)) 12%,transparent);box-shadow:-4px 0 0 color-mix(in srgb,var(--k,var(--accent)) 12%,transparent),4px 0 0 color-mix(in srgb,var(--k,var(--accent)) 12%,transparent)}
.none{color:var(--dim)}
.timeline{list-style:none;margin:0;padding:0 0 0 1.1rem;position:relative}
.timeline::before{content:"";position:absolute;left:.3rem;top:.5rem;bottom:.5rem;width:2px;background:var(--hair)}
.timeline .month{font-size:.78rem;color:var(--dim);font-weight:600;letter-spacing:.03em;margin:.6rem 0 .15rem}
.timeline .month:first-child{margin-top:0}
.stop{position:relative;padding:.15rem 0 .35rem}
.stop::before{content:"";position:absolute;left:-1.1rem;top:.55rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--sheet);border:3px solid var(--k)}
.stop.k-deadlines::before{background:var(--k)}
.stop .when,.stop .what{display:block}.stop .go{font-variant-numeric:tabular-nums;font-weight:600;color:var(--ink);text-decoration:none}
.stop .when .dim{font-size:.8rem;margin-left:.3rem}
.stop .what b{color:var(--k);font-weight:600}
.cards{display:grid;gap:.75rem}
.card{border:1px solid var(--line);border-left:3px solid var(--k);border-radius:6px;background:var(--sheet);padding:.6rem .8rem}
.card>ul{padding:0;border:0;margin:0;font-size:1em}
.card .fact{display:grid;grid-template-columns:4.5rem minmax(0,1fr);gap:.5rem;margin-top:.1rem}
.card .key,.card .key .go{color:var(--dim);font-size:.82rem;font-weight:400}
.out{font-variant-numeric:tabular-nums}
.doubt{padding:.35rem 0;border-bottom:1px solid var(--hair)}
.doubt .go{color:var(--ink);text-decoration:none}a.go{cursor:pointer}
.sev{display:inline-block;font-size:.75rem;line-height:1.5;padding:0 .45rem;border-radius:99px;border:1px solid currentColor;color:var(--dim)}
.doubt.warning .sev{color:var(--k-diagnostics)}.doubt.error .sev{color:var(--k-head)}
#tip{position:fixed;z-index:9;max-width:min(24rem,calc(100vw - 1.5rem));max-height:50vh;overflow:auto;background:var(--sheet);color:var(--ink);border:1px solid var(--line);border-radius:8px;box-shadow:0 4px 24px #00000038;padding:.6rem .85rem;font-size:.85rem;line-height:1.55}
#tip[hidden]{display:none}
#tip .one{border-left:3px solid var(--k,var(--line));padding-left:.6rem}#tip .one+.one{margin-top:.55rem}
#tip b{display:block}#tip span{display:block;color:var(--dim);font-size:.94em}
#tip a{display:inline-block;margin-top:.15rem}
${kinds}
@media (max-width:75rem){
.cols{grid-template-columns:minmax(0,1fr) minmax(18rem,22rem)}
.outline{position:static;grid-column:1/-1;max-height:11rem}div.outline{display:none}
}
@media (min-width:52.01rem){.top .jump a[href*="-"]{display:none}}
@media (max-width:52rem){
.side{display:none}
.cols{display:block}
.panel{position:static;max-height:none;margin-top:1.75rem;padding:0}
.outline{margin-bottom:1rem}
.sheet{font-size:1rem;line-height:1.9;text-align:left;margin:0 -.25rem}
.sheet .e-title{font-size:1.25rem}.sheet .e-masthead{font-size:1.3rem}
.sheet .columns{white-space:pre-line}
.jump{position:sticky;top:0;background:var(--ground);z-index:5;padding:.3rem 0;border-bottom:1px solid var(--hair);flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}
html{scroll-padding-top:3.5rem}
#tip{left:0!important;right:0;bottom:0;top:auto!important;max-width:none;border-radius:12px 12px 0 0;border-width:1px 0 0}
.top{display:contents}.top h2{margin-top:.25rem}
}
@media print{
.lump,.many :is(.filed>.row>dd>ul>li,.card,.doubt){content-visibility:visible}
:root{${tones(LIGHT)};--ground:#fff;--sheet:#fff;--paper:#fff;--ink:#000;--dim:#444;--line:#999;--hair:#ccc;--red:#c00f0c;--wash:0%;color-scheme:light}
html{font-size:11pt}
.jump,#tip,.skip,.outline,.box{display:none!important}
.notice{padding:0;max-width:none}.notice+.notice{break-before:page;border:0}
.cols{display:block}.sheet{border:0;box-shadow:none;padding:0;margin:0}
.panel{position:static;max-height:none;overflow:visible;margin-top:1.5rem}
.k{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.chip{print-color-adjust:exact;-webkit-print-color-adjust:exact;border-color:#999}
.fact,.card,.stop,.doubt,.row{break-inside:avoid}
.part h3{break-after:avoid}
a{color:inherit}
}
`
