# Configures and compiles one build tree. Two terminals may do so at the same time: each tree has a lock.

# compile NAME [TARGET...]: builds the CMake preset NAME, whole or only these targets.
compile() {
    local name=$1 start=$SECONDS
    shift
    say "compiling $name${1:+: $*}"
    locked "tree-$(short_hash "$HERE")-$name" compile_now "$name" "$@"
    ((SECONDS - start < 3)) || say "  done in $((SECONDS - start)) s"
}

compile_now() {
    local name=$1 where=() targets=()
    shift
    [[ $name != wasm ]] || where=(with_emscripten)
    (($# == 0)) || targets=(--target "$@")
    # A tree that was configured at another path, or with other dependencies, is configured again; the stamp records these.
    local settings=(-D "ETA_EIGEN_DIR=$(eigen_dir)" -D "ETA_CATCH2_DIR=$CATCH2_DIR")
    local stamp=build/$name/configured by
    by=$(short_hash "$HERE" "${settings[@]}" "$(cat "$HERE"/CMakePresets.json)" "$([[ $name != wasm ]] || emscripten_identity)")
    cd "$HERE"
    if [[ ! -e build/$name/build.ninja || $(cat "$stamp" 2>/dev/null) != "$by" ]]; then
        rm -rf "build/$name"
        logged "configure-$name" "${where[@]}" cmake --preset "$name" "${settings[@]}" ||
            fail "the build tree build/$name could not be configured."
        echo "$by" >"$stamp"
    fi
    logged "compile-$name" "${where[@]}" nice cmake --build "build/$name" -j "$JOBS" "${targets[@]}" -- -k 0 || compile_failed "$name"
}

emscripten_identity() { if emscripten_on_path; then command -v emcc; else echo "$DEBIAN_ROOT"; fi; }

compile_failed() {
    say ""
    grep -E '(error|warning):|undefined (reference|symbol)' "$LOGS/compile-$1.log" | head -n 20 >&2 || true
    fail "$1 does not compile."
}
