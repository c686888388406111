import { Html } from './html.ts';

/** The page's style, for screen and paper; the only text that is HTML as it stands. */
export const style = new Html(`
body{font:14px/1.45 "Noto Sans",system-ui,sans-serif;color:#1a1a1a;margin:0}
main{max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}
h2{font-size:1rem;margin:0 0 .3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.3rem 0}
dt{color:#595959}
dd{margin:0;overflow-wrap:anywhere}
.parties{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1.5rem;margin:1.5rem 0}
.name{font-weight:600;margin:0}
p{margin:.2rem 0;white-space:pre-line}
table{border-collapse:collapse;width:100%;margin:1.2rem 0}
caption{text-align:left;font-weight:600;padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #ddd}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.totals{width:auto;margin-left:auto}
.due{font-weight:700;font-size:1.1rem}
.alert{background:#fdecea}
small{color:#595959}
@media print{main{margin:0;max-width:none}
thead{display:table-header-group}
tr{break-inside:avoid}}
`);
