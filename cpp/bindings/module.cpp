// The WebAssembly module: a table of the core's functions, plain values in, plain values out.
#include <emscripten/bind.h>

#include <cstdlib>

#include "host.hpp"

using namespace emscripten;
using eta::host::Racing;

namespace {

// A method of a trainer as a function of its number: what embind needs for a class is 5 kB of every visit.
template <auto method>
struct ByNumber;
template <class Result, class... Arguments, Result (Racing::*method)(Arguments...)>
struct ByNumber<method> {
    static Result call(int number, Arguments... arguments) { return (eta::host::racing(number).*method)(arguments...); }
};

}  // namespace

EMSCRIPTEN_BINDINGS(eta) {
    function("check", &eta::host::check);
    function("curve", &eta::host::curve);
    function("drag", &eta::host::drag);
    function("room", &eta::host::room);
    function("provide", &eta::host::provide);
    function("has", &eta::host::has);
    function("start", &eta::host::start);
    function("drop", &eta::host::drop);
    function("advance", &ByNumber<&Racing::advance>::call);
    function("column", &ByNumber<&Racing::column>::call);
    function("factors", &ByNumber<&Racing::factors>::call);
    function("state", &ByNumber<&Racing::state>::call);
    function("weights", &ByNumber<&Racing::weights>::call);
    function("probabilities", &ByNumber<&Racing::probabilities>::call);
    function("inputs", &ByNumber<&Racing::inputs>::call);
    function("classes", &ByNumber<&Racing::classes>::call);
    function("hash", &ByNumber<&Racing::hash>::call);
    function("checkpoint", &ByNumber<&Racing::checkpoint>::call);
    function("resume", &ByNumber<&Racing::resume>::call);
}

// The C++ library's own says how it ends, and brings all of printf for it; the worker says that it is dead either way.
#ifndef _LIBCPP_VERBOSE_ABORT_NOEXCEPT
#define _LIBCPP_VERBOSE_ABORT_NOEXCEPT
#endif
void std::__libcpp_verbose_abort(const char*, ...) _LIBCPP_VERBOSE_ABORT_NOEXCEPT { std::abort(); }
