/** The style sheet of the page; its colours serve the pictures too. */
export const style = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --card: #f6f7f9; --text: #1b1f24; --muted: #59626d; --line: #d5d9df; --accent: #0b5cad;
  --gone: #a40e26; --gone-back: #ffebe9; --new: #0a6b2e; --new-back: #e3f7e8;
  --made: #1a7f4b; --held: #b7791f; --left: #6e5bb8;
  --series-1: #2563ad; --series-2: #1a7f4b; --series-3: #b7791f; --series-4: #a8327a;
  --series-5: #6e5bb8; --series-6: #0e7c86; --series-7: #b5472f; --series-8: #59626d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14171b; --card: #1d2126; --text: #e6e9ed; --muted: #a3acb7; --line: #3a4149; --accent: #7fb8f5;
    --gone: #ff9b94; --gone-back: #3d1d20; --new: #7fdba0; --new-back: #17331f;
    --made: #57c78c; --held: #e0ad55; --left: #a897ee;
    --series-1: #7fb8f5; --series-2: #57c78c; --series-3: #e0ad55; --series-4: #ef8cc8;
    --series-5: #a897ee; --series-6: #5cc9d3; --series-7: #f0937c; --series-8: #a3acb7;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font: 600 .95rem/1.4 ui-monospace, monospace; margin: 0; }
small { color: var(--muted); font: .85rem system-ui, sans-serif; }
code, pre { font: .85rem/1.45 ui-monospace, monospace; }
.lead { font-size: 1.1rem; font-weight: 600; }
.note { border-left: 4px solid var(--held); padding-left: .75rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { background: var(--card); border: 1px solid var(--line); border-radius: 8px; flex: 1 1 26rem; margin: 0; padding: 1rem; }
figcaption { font-weight: 600; }
.picture svg { height: auto; max-width: 100%; }
table { border-collapse: collapse; margin-top: .5rem; }
th, td { border-bottom: 1px solid var(--line); padding: .2rem .7rem .2rem 0; text-align: right; }
th:first-child { text-align: left; }
tbody th { font-weight: normal; }
form { align-items: end; background: var(--card); border: 1px solid var(--line); border-radius: 8px; display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; padding: .75rem 1rem; }
fieldset { border: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; }
legend, .label { color: var(--muted); display: block; font-size: .85rem; padding: 0; }
input[type="search"], select, button { background: var(--back); border: 1px solid var(--muted); border-radius: 6px; color: inherit; font: inherit; padding: .25rem .5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.file { border: 1px solid var(--line); border-radius: 8px; content-visibility: auto; contain-intrinsic-size: auto 3rem; margin: .5rem 0; padding: .5rem 1rem; }
.file > summary { cursor: pointer; overflow-wrap: anywhere; }
.path { font-family: ui-monospace, monospace; }
.count { color: var(--muted); }
article { border-top: 1px solid var(--line); margin-top: .75rem; padding-top: .75rem; }
article p { margin: .25rem 0; }
pre { background: var(--card); border-radius: 6px; margin: .5rem 0; overflow-x: auto; padding: .5rem .75rem; }
ins, del { display: inline-block; min-width: 100%; text-decoration: none; }
ins { background: var(--new-back); color: var(--new); }
del { background: var(--gone-back); color: var(--gone); }
[hidden] { display: none !important; }
@media print { form { display: none; } }
`;
