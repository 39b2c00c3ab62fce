// On a slow line the web applications gave up after seven seconds and stayed blank: they wait, however long a part takes.
// Each page asks for this itself, in words that its own loader does not hear.
window.require.config({ waitSeconds: 0 });
