/** How the inspector looks: the report's view within an application. */
import { tokens } from '../page/page.js'
import { viewStyle } from '../report/index.js'

const LIGHT = '--good:#146c43;--bad:#b3261e;--odd:#7a5200;--bar:#f3f3ef'
const DARK = '--good:#6fd19b;--bad:#ff8a80;--odd:#e9c46a;--bar:#191d21'

const app = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
.vh{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
button,input,textarea,select,summary{font:inherit;color:inherit}
button{cursor:pointer}
.plain,.primary,.small{border:1px solid var(--line);border-radius:8px;background:var(--sheet);padding:.3rem .8rem;line-height:1.4}
.plain:hover,.small:hover{border-color:var(--accent);color:var(--accent)}
.primary{background:var(--accent);border-color:var(--accent);color:var(--sheet);font-weight:600}
.primary[aria-disabled]{background:none;border-color:var(--line);color:var(--dim);font-weight:400;cursor:default}
.small{font-size:.8rem;padding:.1rem .45rem;border-radius:6px;border-color:transparent;background:none;color:var(--dim)}
.cmp .small{color:var(--ink)}.cmp:hover .small,.field>header:hover .small{border-color:var(--line);background:var(--sheet)}
.acts{display:flex;flex-wrap:wrap;gap:.4rem}
.dot{display:inline-block;width:.5rem;height:.5rem;border-radius:50%;background:var(--odd);margin-left:.35rem}
.primary .dot{background:currentColor}
header.app{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;padding:.55rem 1rem;background:var(--bar);border-bottom:1px solid var(--line)}
.app h1{display:flex;align-items:center;gap:.55rem;font-size:1.05rem;margin:0}
.app #where{margin:0;flex:1;font-size:.9rem}
.app .acts{font-size:.9rem}
#toggle-files{display:none}
.shell{display:grid;grid-template-columns:15rem minmax(0,1fr);align-items:start}
#files{position:sticky;top:0;max-height:100vh;overflow:auto;padding:.9rem .75rem 2rem;border-right:1px solid var(--hair);min-height:calc(100vh - 3.4rem);scrollbar-width:thin}
#filter{width:100%;padding:.35rem .7rem;border:1px solid var(--line);border-radius:8px;background:var(--sheet);font-size:.9rem}
#list ul{list-style:none;margin:.6rem 0 0;padding:0}
#list .doc{display:flex;flex-direction:column;gap:.15rem;width:100%;text-align:left;border:0;border-left:3px solid transparent;border-radius:0 8px 8px 0;background:none;padding:.4rem .6rem;font-size:.88rem;line-height:1.4}
#list .doc:hover{background:color-mix(in srgb,var(--accent) 8%,transparent)}
#list .doc[aria-current]{background:color-mix(in srgb,var(--accent) 12%,transparent);border-left-color:var(--accent);font-weight:600}
#list .doc:focus-visible{outline-offset:-2px}
.dir{color:var(--dim);font-weight:400}
.tags{display:flex;align-items:center;gap:.35rem;font-weight:400}
.ext{font-size:.7rem;line-height:1.5;text-transform:uppercase;letter-spacing:.04em;color:var(--dim)}
.gold{color:var(--odd);font-size:.8rem;line-height:1}
main{min-width:0;padding-bottom:2rem}main:focus{outline:none}
#welcome{max-width:36rem;margin:14vh auto 0;padding:0 1.25rem;text-align:center}
#welcome h2{font-size:1.6rem;line-height:1.4;margin:0 0 .75rem}
#compose{padding:1rem clamp(.75rem,2vw,2rem) 0;max-width:98rem;margin:0 auto}
#compose label{display:block;font-size:.9rem;font-weight:600;margin-bottom:.35rem}
#text{width:100%;resize:vertical;border:1px solid var(--line);border-radius:10px;background:var(--sheet);padding:.7rem .9rem;line-height:1.7;max-height:50vh}
#tools{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;padding:.75rem clamp(.75rem,2vw,2rem) 0;max-width:98rem;margin:0 auto;font-size:.9rem}
.switch{display:inline-flex;align-items:center;border:0;margin:0;padding:0;gap:0;min-width:0}
.switch legend{float:left;padding:0;margin-right:.5rem;color:var(--dim);font-size:.85rem}
.switch label{position:relative;cursor:pointer}
.switch input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
.switch span{display:block;padding:.25rem .85rem;border:1px solid var(--line);background:var(--sheet);margin-left:-1px}
.switch legend+label span{border-radius:8px 0 0 8px;margin-left:0}.switch label:last-child span{border-radius:0 8px 8px 0}
.switch label:hover :not(:checked)+span{color:var(--accent)}
.switch :checked+span{background:var(--accent);border-color:var(--accent);color:var(--sheet);font-weight:600}
.switch :focus-visible+span{outline:3px solid var(--focus);outline-offset:2px;position:relative;z-index:1}
#sides{margin-left:auto}
.menu{position:relative}
.menu summary{list-style:none;border:1px solid var(--line);border-radius:8px;background:var(--sheet);padding:.25rem .85rem;cursor:pointer}
.menu summary::-webkit-details-marker{display:none}.menu summary::after{content:" ▾";color:var(--dim)}
.menu summary:hover{border-color:var(--accent);color:var(--accent)}
#download-list{position:absolute;right:0;top:calc(100% + .3rem);z-index:7;min-width:12rem;background:var(--sheet);border:1px solid var(--line);border-radius:10px;box-shadow:0 6px 28px #0000002e;padding:.35rem}
#download-list ul{list-style:none;margin:0;padding:0}
#download-list button{width:100%;text-align:left;border:0;border-radius:6px;background:none;padding:.35rem .7rem}
#download-list button:hover{background:color-mix(in srgb,var(--accent) 12%,transparent)}
.alarm{display:flex;align-items:flex-start;gap:1rem;margin:1rem clamp(.75rem,2vw,2rem) 0;padding:.6rem 1rem;border:1px solid var(--bad);border-left-width:4px;border-radius:8px;background:color-mix(in srgb,var(--bad) 8%,var(--sheet))}
.alarm p{margin:.15rem 0;flex:1}
#status{position:fixed;left:0;bottom:0;z-index:6;margin:0;padding:.15rem .75rem;max-width:100%;font-size:.78rem;color:var(--dim);background:var(--bar);border:1px solid var(--hair);border-width:1px 1px 0 0;border-radius:0 8px 0 0}
#status:empty{display:none}
#drop{position:fixed;inset:0;z-index:20;display:grid;place-items:center;pointer-events:none;background:color-mix(in srgb,var(--ground) 82%,transparent)}
#drop p{border:2px dashed var(--accent);border-radius:16px;padding:3rem 5rem;background:var(--sheet);color:var(--accent);font-size:1.2rem;font-weight:600}
[aria-busy]{opacity:.55}
/* The view, in what the list leaves of the window. */
#view .notice{padding-top:.9rem}
@media (max-width:100rem){
#view .cols{grid-template-columns:minmax(0,1fr) minmax(18rem,23rem)}
#view .outline{display:none}
}
#compare{outline:none}
[data-side=facts] #compare{display:none}
[data-side=compare]{display:grid;grid-template-columns:minmax(0,1fr) minmax(22rem,30rem);align-items:start;max-width:98rem;margin:0 auto}
[data-side=compare] #view .panel,[data-side=compare] #view .outline,[data-side=compare] #view .jump{display:none}
[data-side=compare] #view .cols{display:block}
[data-side=compare] #compare{position:sticky;top:0;max-height:100vh;overflow:auto;scrollbar-width:thin;padding:.9rem clamp(.75rem,2vw,1.5rem) 4rem 0}
.compare{font-size:.9rem;line-height:1.55}
.compare .bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem;position:sticky;top:-.9rem;z-index:3;background:var(--ground);padding:.5rem 0}
.score{margin:0;font-variant-numeric:tabular-nums}.score b{font-size:1.1rem}.score span{color:var(--dim);font-size:.85rem}
.note{margin:.5rem 0;padding:.5rem .8rem;border-radius:8px;background:var(--bar);color:var(--dim)}
.keys{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.4rem 0;font-size:.8rem;color:var(--dim)}
.sign{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-weight:700;margin-right:.3rem}
.right>.sign{color:var(--good)}.missing>.sign{color:var(--bad)}.extra>.sign,.different>.sign{color:var(--odd)}
.only{display:inline-flex;align-items:center;gap:.4rem;font-size:.85rem;cursor:pointer}
.field{margin:.7rem 0 0;border-top:1px solid var(--hair);padding-top:.4rem}
.field:not(:has(li)){margin-top:.35rem}
.field>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .75rem}
.field h4{margin:0;font-size:.92rem}.counts{margin:0;font-size:.82rem;flex:1;white-space:nowrap;font-variant-numeric:tabular-nums}
.counts span{margin-right:.5rem}
.compare ul{list-style:none;margin:.35rem 0 0;padding:0}
.cmp{display:grid;grid-template-columns:1.1rem minmax(0,1fr) auto;gap:.15rem .5rem;align-items:start;padding:.35rem .5rem;border-left:3px solid var(--tone);border-radius:0 6px 6px 0;background:color-mix(in srgb,var(--tone) 9%,transparent);margin-top:.25rem}
.cmp.right{--tone:var(--good)}.cmp.missing{--tone:var(--bad)}.cmp.extra,.cmp.different{--tone:var(--odd)}.cmp.new{--tone:var(--accent)}
.loose .cmp{background:none;border-left-color:var(--line);--tone:var(--dim)}.loose .cmp>.sign{color:var(--dim)}
.cmp .main,.cmp .rest{display:block}.cmp .rest{color:var(--dim);font-size:.92em;margin:0}
.cmp>.acts{justify-content:flex-end;gap:.25rem}.field>header>.acts{margin-left:auto;gap:.1rem}
.cmp>.edit{grid-column:1/-1}
.pair{display:flex;gap:.5rem}.pair .tag{flex:none;font-size:.75rem;line-height:1.9;color:var(--dim);min-width:2.6rem}
.edit{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.35rem .7rem;align-items:center;padding:.25rem 0}
.edit label{color:var(--dim);font-size:.84rem}
.edit input,.edit select,.edit textarea{width:100%;border:1px solid var(--line);border-radius:6px;background:var(--sheet);padding:.25rem .5rem}
.edit textarea{font:.82rem/1.5 ui-monospace,Consolas,monospace;resize:vertical}
.edit .acts,.edit .fault,.edit.json>*{grid-column:1/-1}
.edit .small,.edit .plain,.edit .primary{padding:.2rem .8rem}
.fault{margin:0;color:var(--bad);font-weight:600}
.silent{margin-top:1.25rem;border-top:1px solid var(--line);padding-top:.5rem}.silent summary{cursor:pointer;color:var(--dim)}
.silent li{display:flex;justify-content:space-between;align-items:center;padding:.2rem 0}
@media (max-width:75rem){
[data-side=compare]{display:block}
[data-side=compare] #compare{position:static;max-height:none;padding:.5rem clamp(.75rem,2vw,2rem) 1rem}
[data-side=compare]{display:flex;flex-direction:column-reverse;align-items:stretch}
.compare .bar{top:0}
}
@media (max-width:52rem){
header.app{padding:.5rem .75rem}
.app .acts{flex-basis:100%}
#toggle-files{display:inline-block}
.shell{display:block}
#files{display:none;position:static;max-height:60vh;min-height:0;border:0;border-bottom:1px solid var(--line)}
#files.open{display:block}
#sides{margin-left:0}
#download-list{left:0;right:auto}
#drop p{padding:2rem}
.cmp{grid-template-columns:1.1rem minmax(0,1fr)}.cmp>.acts{grid-column:2;justify-content:flex-start}
.field .acts{width:100%}
.small{padding:.3rem .65rem;border-color:var(--line)}
#status{clip-path:inset(50%)}
#view .cols{display:block}
}
@media print{header.app,#files,#tools,#status,#compose,#compare{display:none!important}.shell{display:block}[data-side=compare]{display:block}}
`

export const style = `${tokens}${viewStyle}${app}`
