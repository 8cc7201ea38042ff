// The WebAssembly module is a table of the core's functions: plain values go in, plain values come out.
#include <emscripten/bind.h>

#include <cstdlib>

#include "input_buffer.hpp"
#include "provided_assets.hpp"
#include "queries.hpp"
#include "training_session.hpp"

using namespace emscripten;
using eta::page::TrainingSession;

namespace {

// A method of a session becomes a function of its number, because embind's support for classes would add 5 kB to every visit.
template <auto method>
struct ByNumber;
template <class Result, class... Arguments, Result (TrainingSession::*method)(Arguments...)>
struct ByNumber<method> {
    static Result call(int number, Arguments... arguments) { return (eta::page::session(number).*method)(arguments...); }
};

}  // namespace

EMSCRIPTEN_BINDINGS(eta) {
    function("read", &eta::page::read);
    function("warnings", &eta::page::warnings);
    function("compare", &eta::page::compare);
    function("stretch", &eta::page::stretch);
    function("drag", &eta::page::drag);
    function("explain", &eta::page::explain);
    function("exported", &eta::page::exported);
    function("readings", &eta::page::readings);
    function("allocate", &eta::page::allocate);
    function("provide", &eta::page::provide);
    function("has", &eta::page::has);
    function("columns", &eta::page::columns);
    function("start", &eta::page::start);
    function("dispose", &eta::page::dispose);
    function("advance", &ByNumber<&TrainingSession::advance>::call);
    function("column", &ByNumber<&TrainingSession::column>::call);
    function("factors", &ByNumber<&TrainingSession::factors>::call);
    function("state", &ByNumber<&TrainingSession::state>::call);
    function("weights", &ByNumber<&TrainingSession::weights>::call);
    function("probabilities", &ByNumber<&TrainingSession::probabilities>::call);
    function("inputs", &ByNumber<&TrainingSession::inputs>::call);
    function("classes", &ByNumber<&TrainingSession::classes>::call);
    function("hash", &ByNumber<&TrainingSession::hash>::call);
    function("checkpoint", &ByNumber<&TrainingSession::checkpoint>::call);
    function("resume", &ByNumber<&TrainingSession::resume>::call);
}

// The C++ library's own handler prints a message, which needs all of printf; the worker reports the crash either way.
#ifndef _LIBCPP_VERBOSE_ABORT_NOEXCEPT
#define _LIBCPP_VERBOSE_ABORT_NOEXCEPT
#endif
void std::__libcpp_verbose_abort(const char*, ...) _LIBCPP_VERBOSE_ABORT_NOEXCEPT { std::abort(); }
