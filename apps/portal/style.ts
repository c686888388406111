import { createHash } from 'node:crypto';

/** The portal's look: the product's colours, readable on a phone, in print, in the dark, at 400 %. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fbfaf8; --ink: #1d1b19; --quiet: #5c5650; --line: #d9d4cd; --accent: #8c1d2f; --good: #1f6b3a; --bad: #a1210f; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #171614; --ink: #efece8; --quiet: #b5aea6; --line: #3d3934; --accent: #f0a3ae; --good: #7fd09c; --bad: #ff9c8a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 "Noto Sans", system-ui, sans-serif; }
.bar, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
.bar { display: flex; justify-content: space-between; align-items: center; flex-wrap: wrap; gap: .5rem 1.5rem; padding-top: .75rem; }
header { border-bottom: 1px solid var(--line); }
.name { margin: 0; font-weight: 700; font-size: 1.125rem; }
.menu ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: .2em; }
.menu a, .bar nav a { display: inline-block; padding: .5rem 0; min-height: 2.5rem; }
.menu a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100rem; background: var(--ground); padding: .75rem 1rem; }
.skip:focus { left: 0; }
main { padding-top: 1.5rem; padding-bottom: 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; }
p, li { max-width: 42rem; }
label { display: block; font-weight: 700; }
.hint { display: block; color: var(--quiet); }
p.hint { margin-top: 1.5rem; }
input { font: inherit; letter-spacing: .06em; width: 100%; max-width: 22rem; padding: .6rem .75rem; margin-top: .5rem; color: inherit; background: transparent;
  border: 1px solid var(--quiet); border-radius: 4px; text-transform: uppercase; }
button { font: inherit; font-weight: 700; display: block; margin-top: 1rem; padding: .65rem 1.5rem; border: 0; border-radius: 4px; background: var(--accent); color: var(--ground); cursor: pointer; }
.error { border-left: 4px solid var(--bad); color: var(--bad); padding: .25rem 0 .25rem .75rem; font-weight: 700; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .35rem 1.5rem; margin: 0 0 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.path { list-style: none; margin: 0; padding: 0 0 0 1.75rem; position: relative; }
.path li { position: relative; padding-bottom: 1.25rem; }
.path li::before { content: ""; position: absolute; left: -1.75rem; top: .4rem; width: .9rem; height: .9rem; border-radius: 50%; background: var(--accent); }
.path li::after { content: ""; position: absolute; left: calc(-1.75rem + .4rem); top: 1.3rem; bottom: -.4rem; width: 2px; background: var(--line); }
.path li:last-child::after { display: none; }
.path .waiting::before { background: var(--ground); border: 2px dashed var(--accent); }
.path .ended::before { background: var(--good); }
.path strong { display: block; }
.path span { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); color: var(--quiet); padding-top: .5rem; padding-bottom: 2rem; }
td:nth-child(2) { min-width: 12rem; }
@media (max-width: 30rem) { :is(th, td):nth-child(4) { display: none; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@media print { .menu, form, .skip, nav { display: none; } }
`;

/** The address changes with the content, so browsers may keep it for ever. */
export const STYLE_HREF = `/portal.css?v=${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}`;
