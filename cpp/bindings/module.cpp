// The WebAssembly module: a table of the core's functions, plain values in, plain values out.
#include <emscripten/bind.h>

#include "host.hpp"

using namespace emscripten;

EMSCRIPTEN_BINDINGS(eta) {
    function("describe", &eta::host::describe);
    function("check", &eta::host::check);
    function("curve", &eta::host::curve);
    function("drag", &eta::host::drag);
    function("provide", &eta::host::provide);
    function("has", &eta::host::has);
    class_<eta::host::Racing>("Trainer")
        .constructor<std::string, int>()
        .function("advance", &eta::host::Racing::advance)
        .function("column", &eta::host::Racing::column)
        .function("factors", &eta::host::Racing::factors)
        .function("state", &eta::host::Racing::state)
        .function("weights", &eta::host::Racing::weights)
        .function("probabilities", &eta::host::Racing::probabilities)
        .function("inputs", &eta::host::Racing::inputs)
        .function("classes", &eta::host::Racing::classes)
        .function("hash", &eta::host::Racing::hash)
        .function("checkpoint", &eta::host::Racing::checkpoint)
        .function("resume", &eta::host::Racing::resume);
}
