# Finds an Emscripten that is new enough: the one on the PATH, or the isolated Debian's.
emscripten_title() { root_title; }

emscripten_on_path() {
    command -v emcc >/dev/null && at_least "$(emcc -dumpversion 2>/dev/null)" "$EMSCRIPTEN_LEAST"
}

emscripten_ready() { emscripten_on_path || root_ready; }

emscripten_make() { root_make; }

# with_emscripten COMMAND...: runs it with emcc on the PATH, and sets EMSCRIPTEN_TOOLCHAIN to CMake's toolchain file.
with_emscripten() {
    local find='export EMSCRIPTEN_TOOLCHAIN=$(em-config EMSCRIPTEN_ROOT)/cmake/Modules/Platform/Emscripten.cmake; exec "$@"'
    if emscripten_on_path; then bash -c "$find" - "$@"; else in_root bash -c "$find" - "$@"; fi
}
