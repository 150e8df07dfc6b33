/** The inspector's page before anything is in it: landmarks, controls, places. Its labels are filled in by its script. */
import { html } from '../page/html.js'

/** `data-say`: a word of the inspector's that becomes the text; `data-label`: one that becomes the accessible name. */
export const shell = (): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>gongwen inspect</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main" data-say="skip"></a>
<header class="app">
<h1><img src="/icon.svg" alt="" width="26" height="26"> <span data-say="name"></span></h1>
<p id="where" class="dim"></p>
<div class="acts">
<button type="button" id="toggle-files" class="plain" aria-expanded="false" aria-controls="files"><span data-say="files"></span></button>
<button type="button" id="new-text" class="plain" data-say="paste"></button>
<button type="button" id="open-files" class="plain" data-say="open"></button>
<input type="file" id="file-input" multiple hidden accept=".txt,.md,.markdown,.html,.htm,.pdf,.docx,.doc,.rtf,.ofd,.json">
<button type="button" id="language" class="plain" data-say="language"></button>
</div>
</header>
<div class="shell">
<nav id="files" data-label="files">
<label class="vh" for="filter" data-say="filter"></label>
<input type="search" id="filter" data-hint="filter" autocomplete="off" spellcheck="false">
<div id="list"></div>
</nav>
<main id="main" tabindex="-1">
<div id="alert" role="alert"></div>
<section id="welcome" hidden>
<h2 data-say="welcome"></h2>
<p data-say="welcomeText"></p>
<p class="dim" data-say="local"></p>
</section>
<section id="compose" hidden>
<label for="text" data-say="pasteHere"></label>
<textarea id="text" rows="9" lang="zh-CN" spellcheck="false" autocomplete="off"></textarea>
<p id="long" class="dim" hidden></p>
</section>
<div id="tools" hidden>
<fieldset id="carriers" class="switch"></fieldset>
<fieldset id="sides" class="switch"></fieldset>
<details id="downloads" class="menu"><summary data-say="download"></summary><div id="download-list"></div></details>
</div>
<div id="stage" data-side="facts"><div id="view"></div><div id="compare" tabindex="-1"></div></div>
</main>
</div>
<p id="status" role="status"></p>
<div id="drop" hidden><p data-say="drop"></p></div>
<script type="module" src="/app.js"></script>
<script src="/view.js" defer></script>
</body>
</html>
`.markup
