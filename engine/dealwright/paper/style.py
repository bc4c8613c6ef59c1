"""How an HTML page looks: one column to read, the contents beside it where there is room, little ink on paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root {
  --ink: #1c1b19; --quiet: #5f5b54; --paper: #fdfcf9; --line: #dcd7cc; --link: #1f4e79;
  --in: #0b5d33; --in-ground: #e2f3e6; --out: #9b1c1c; --out-ground: #fbe6e4; --gone: #f3efe6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e2da; --quiet: #a8a297; --paper: #191816; --line: #3b3833; --link: #9cc3ea;
    --in: #8fd8a8; --in-ground: #16321f; --out: #f2a19a; --out-ground: #3d1b19; --gone: #24221f;
  }
}
* { box-sizing: border-box; }
html { font-size: 106.25%; scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 2rem 1.25rem 5rem; max-width: 70rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Linux Libertine O", Georgia, serif;
  hyphens: auto; overflow-wrap: break-word; font-variant-numeric: oldstyle-nums proportional-nums;
}
main { max-width: 40rem; margin: 0 auto; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; break-after: avoid; hyphens: manual; font-variant-numeric: lining-nums; }
h1 { font-size: 1.9rem; font-weight: 600; margin: 3rem 0 1.25rem; }
article:first-of-type > h1 { margin-top: 1rem; }
article + article { border-top: 1px solid var(--line); margin-top: 4rem; }
h2 { font-size: 1.3rem; font-weight: 600; margin: 2.75rem 0 .75rem; }
h3, h4, h5, h6 { font-size: 1.02rem; font-weight: 600; margin: 1.75rem 0 .4rem; }
:is(h1, h2, h3, h4, h5, h6):target { background: var(--gone); }
p { margin: 0 0 .75rem; orphans: 3; widows: 3; }
.lead { color: var(--quiet); font-style: italic; }
.remark { color: var(--quiet); }
.d1 { margin-left: 1.6rem; } .d2 { margin-left: 3.2rem; } .d3 { margin-left: 4.8rem; }
.d4 { margin-left: 6.4rem; } .d5 { margin-left: 8rem; }
.gone { color: var(--quiet); background: var(--gone); padding: .2rem .6rem; border-radius: .25rem; font-size: .92rem; }
pre { font: .8rem/1.5 ui-monospace, "SF Mono", "DejaVu Sans Mono", Consolas, monospace; overflow-x: auto; margin: 0 0 1rem; }
pre.rule + p { margin-top: 1.1rem; }
pre.rule { margin-bottom: .25rem; white-space: pre-wrap; padding-left: 2ch; text-indent: -2ch; }
ins { color: var(--in); background: var(--in-ground); text-decoration: underline; text-decoration-thickness: .08em; text-underline-offset: .15em; }
del { color: var(--out); background: var(--out-ground); text-decoration: line-through; text-decoration-thickness: .08em; }
ins::before, del::before, ins::after, del::after {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
ins::before { content: " [inserted:] "; } del::before { content: " [deleted:] "; }
ins::after { content: " [end of insertion] "; } del::after { content: " [end of deletion] "; }
.mark { font-size: .7em; line-height: 0; padding-left: .15em; font-variant-numeric: lining-nums; }
.mark a { text-decoration: none; padding: .3em .15em; }
.notes { border-top: 1px solid var(--line); margin-top: 3.5rem; padding-top: 1rem; font-size: .88rem; color: var(--quiet); }
.notes ol { padding-left: 2.2rem; } .notes li:target { background: var(--gone); color: var(--ink); }
.table { overflow-x: auto; margin: 1rem 0 2rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.45; font-variant-numeric: lining-nums tabular-nums; hyphens: manual; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
td, tbody th { white-space: pre-wrap; } .day { white-space: nowrap; }
thead th { border-bottom: 2px solid var(--line); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
nav { font-size: .85rem; line-height: 1.4; max-width: 40rem; margin: 0 auto 2rem; hyphens: manual; }
nav ul { list-style: none; margin: .5rem 0 0; padding: 0; }
nav li { margin: .2rem 0; } nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
nav del { background: none; }
nav .l1 { font-weight: 600; margin-top: .8rem; } nav .l3 { padding-left: 1rem; } nav :is(.l4, .l5, .l6) { padding-left: 2rem; }
summary { cursor: pointer; color: var(--quiet); }
@media (min-width: 68rem) {
  body:has(> nav) { display: grid; grid-template-columns: 17rem minmax(0, 40rem); column-gap: 4rem; justify-content: center; }
  nav ::details-content { content-visibility: visible; display: block; block-size: auto; }
  nav { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; align-self: start; margin: 0; color: var(--quiet); }
}
@media print {
  :root { --ink: #000; --quiet: #333; --paper: #fff; --line: #999; --in-ground: #fff; --out-ground: #fff; --gone: #fff; --link: #000; }
  @page { margin: 22mm 24mm; }
  html { font-size: 10.5pt; } body { padding: 0; max-width: none; } main { max-width: none; }
  nav, .skip { display: none; } .table { overflow: visible; } tr, .gone { break-inside: avoid; }
  article + article { break-before: page; border: 0; margin-top: 0; }
  pre { white-space: pre-wrap; }
}
"""
"""What stands in the head of every page."""
