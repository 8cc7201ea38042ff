// biome-ignore-all lint: a piece of a function, put before Emscripten's own glue, which knows no other way to be given an instance:
// whoever calls createEta makes it.
var WebAssembly = { instantiate: (_, imports) => moduleArg.instantiate(imports) };
