// biome-ignore-all lint: this is a piece of a function, which Emscripten puts before its own glue (--pre-js in programs.cmake).
// The small glue, MINIMAL_RUNTIME, saves a first visit some kB, but would compile the module by itself, in every worker again. So this
// replaces its WebAssembly: the caller of createEta makes the instance, which only web/src/engine/engine.js does.
var WebAssembly = { instantiate: (_, imports) => moduleArg.instantiate(imports) };
