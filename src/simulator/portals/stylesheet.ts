export const STYLESHEET_PATH = "/portails.css";

/** The portals' own look: nothing of the real ones but their order. Holds at 360 px and at twice the size. */
export const STYLESHEET = `
:root { --ink: #1d2433; --paper: #ffffff; --ground: #f4f5f9; --line: #c9cedb; --soft: #5a6478; --accent: #1c4fa0; --wrong: #a8161b; --right: #17603a; --sim: #fff3c9; --sim-line: #8a6a00; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf2; --paper: #1a1f2b; --ground: #11151e; --line: #424b5e; --soft: #a8b1c4; --accent: #8fb8ff; --wrong: #ff9a9d; --right: #7fd6a5; --sim: #3a3110; --sim-line: #d9b84a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
.piste { --accent: #00695c; }
@media (prefers-color-scheme: dark) { .piste { --accent: #6fd9c8; } }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
.banner { margin: 0; padding: .4rem 1rem; background: var(--sim); border-bottom: 2px dashed var(--sim-line); }
header { background: var(--paper); border-bottom: 3px solid var(--accent); padding: .6rem 1rem; }
.site { margin: 0; font-size: 1.2rem; font-weight: 700; }
.site a { color: inherit; text-decoration: none; }
nav, nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: center; }
nav { justify-content: space-between; margin-top: .4rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
.sign-out { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem); gap: 1.5rem; max-width: 84rem; margin: 0 auto; padding: 1.2rem 1rem 4rem; align-items: start; }
main, aside { min-width: 0; }
main { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.4rem 1.6rem; }
aside { background: var(--sim); border: 2px dashed var(--sim-line); border-radius: .5rem; padding: .4rem 1rem; font-size: .92rem; }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); padding-inline: .6rem; } main { padding-inline: .9rem; } }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .3rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 1.4rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
code { font-size: .92em; overflow-wrap: anywhere; }
.field { margin: 0 0 1rem; max-width: 34rem; }
.field label, legend { display: block; font-weight: 600; }
.box label { font-weight: 400; }
.box { display: block; padding: .15rem 0; }
.box label:not(.unseen) { display: inline; margin-left: .4rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
td .box { position: relative; }
input:not([type=checkbox]), select { width: 100%; min-height: 2.6rem; padding: .4rem .6rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem; }
input[type=checkbox] { width: 1.3rem; height: 1.3rem; vertical-align: middle; accent-color: var(--accent); }
input[aria-invalid] { border: 2px solid var(--wrong); }
fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 1.2rem; padding: .6rem 1rem; min-width: 0; }
.hint { margin: 0; color: var(--soft); font-size: .92rem; }
.mistake { margin: .2rem 0 0; color: var(--wrong); font-weight: 600; }
.mistakes { border: 2px solid var(--wrong); border-radius: .4rem; padding: .2rem 1rem; margin-bottom: 1rem; }
.mistakes a { color: var(--wrong); }
.said { border-left: .4rem solid var(--right); padding: .4rem .8rem; background: var(--ground); }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.2rem 0 .4rem; }
button, .button { min-height: 2.6rem; padding: .4rem 1.1rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 1px solid var(--accent); border-radius: .3rem; cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; }
.quiet { color: var(--ink); background: transparent; border-color: var(--soft); font-weight: 400; min-height: 2.2rem; padding: .2rem .7rem; }
.table { overflow-x: auto; margin: .6rem 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { border: 1px solid var(--line); padding: .45rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--ground); }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: .2rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); } }
.simulation { background: var(--sim); border: 2px dashed var(--sim-line); border-radius: .4rem; padding: .4rem .9rem; margin: 1rem 0; }
summary { cursor: pointer; font-weight: 600; }
.cards { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
.cards > li { border: 1px solid var(--line); border-radius: .4rem; padding: .2rem 1rem; }
.changes, .closes, .mails { padding-left: 1.2rem; }
.changes li, .mails li { margin-bottom: .7rem; }
.secret { font: 1.15rem ui-monospace, monospace; background: var(--ground); padding: .3rem .6rem; border: 1px solid var(--line); border-radius: .3rem; user-select: all; }
`;
