import { html } from './escape.ts';

/** How the page looks, by day and by night, on a screen and on paper. */
export const PAGE_STYLE = html`
:root { color-scheme: light dark; --text: #1c2024; --quiet: #5b646e; --rule: #d9dee3; --tint: #f4f6f8; --good: #1a7f4b; --bad: #c4262e; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #e8ebee; --quiet: #9aa4ae; --rule: #39414a; --tint: #1d2329; --good: #4cc38a; --bad: #ff7b7f; --warn: #e3b341; } }
body { margin: 0; color: var(--text); background: Canvas; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 1rem; padding-left: .8rem; border-left: .3rem solid var(--rule); }
h1.good { border-color: var(--good); } h1.bad { border-color: var(--bad); } h1.warn { border-color: var(--warn); }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, ul, table { margin: 0 0 1rem; }
ul { padding-left: 1.3rem; } li { margin: .25rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .55rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 600; }
th:first-child, td:first-child { padding-left: 0; }
th.figure, td.figure { text-align: right; white-space: nowrap; }
tr.total td { font-weight: 700; border-bottom: 0; border-top: 2px solid var(--rule); }
small { display: block; color: var(--quiet); font-size: .85em; }
code { font: .88em/1.4 ui-monospace, monospace; padding: .1em .3em; border-radius: .25em; background: var(--tint); overflow-wrap: anywhere; }
pre { margin: .4rem 0; padding: .5rem .7rem; border-radius: .25em; background: var(--tint); overflow: auto; }
pre code { padding: 0; background: none; white-space: pre-wrap; }
details { border-top: 1px solid var(--rule); padding: .7rem 0; }
summary { cursor: pointer; font-weight: 600; } details[open] > summary { margin-bottom: .8rem; }
footer { border-top: 1px solid var(--rule); padding-top: .8rem; color: var(--quiet); font-size: .85em; }
@media print { main { margin: 0; max-width: none; } details { break-inside: avoid; } }
`;
