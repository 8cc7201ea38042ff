# This lists the suites of build-scripts/test. Each is one line here and one function suite_NAME, which writes "PASSED FAILED" to file
# descriptor 3 and may end with any status. A suite whose files are not there counts as one failure.

# Test files may be in nested folders.
shopt -s globstar

# name | fast or full | parts of the toolchain | its files | what it is
suites='layers|fast|node|tests/layers.mjs|who includes and imports whom
format|fast|root node packages|.clang-format|clang-format and Biome
types|fast|node packages|web/tsconfig.json|tsc --checkJs --strict
scripts|fast|node packages|tests/scripts/*.test.mjs|the checks and the server themselves
native|fast|host eigen catch2 node packages|tests/cpp/*.cpp|C++ tests on this machine
published|fast|host eigen catch2 node packages|tests/bits/list.test.mjs|the list of published runs is whole
web|fast|host eigen catch2 emscripten node packages|tests/web/**/*.test.*js|the page'\''s modules in Node
tidy|full|host eigen catch2 root node packages|.clang-tidy|clang-tidy on the core and the command line
sanitize|full|host eigen catch2 node packages|tests/cpp/*.cpp|C++ tests under ASan and UBSan
wasm|full|eigen catch2 emscripten node packages|tests/cpp/*.cpp|C++ tests as WebAssembly in Node
checked|full|eigen catch2 emscripten node packages|tests/cpp/*.cpp|the same with assertions and stack checks
program|full|host eigen catch2 emscripten node packages|tests/program/*.test.mjs|the command line, native and as WebAssembly
bits|full|host eigen catch2 emscripten root qemu node packages|tests/bits/*.test.mjs|the same bytes from every build of the program
browser|full|host eigen catch2 emscripten node packages chromium|tests/browser/*.test.*js|the served page in Chromium
promises|full|host eigen catch2 emscripten root node packages|tests/promises/*.test.mjs|what the README says of adding a thing
size|full|host eigen catch2 emscripten node packages|build-scripts/lib/checks/size.mjs|the bytes of a first visit
firefox|full|host eigen catch2 emscripten node packages browsers chromium|tests/firefox/*.test.mjs|the same page in Firefox ESR
webkit|full|host eigen catch2 emscripten node packages browsers chromium|tests/webkit/*.test.mjs|the same page in WebKitGTK'

# check NAME COMMAND...: one test, passed if the command does.
check() {
    if logged "$@"; then echo "1 0" >&3; else echo "0 1" >&3; fi
}

suite_layers() { check layers node tests/layers.mjs; }

suite_format() {
    local cpp
    mapfile -t cpp < <(cpp_files)
    check clang-format in_root clang-format --dry-run --Werror "${cpp[@]}"
    check biome web/node_modules/.bin/biome check --error-on-warnings --max-diagnostics=50 .
}

suite_types() { check types web/node_modules/.bin/tsc -p web; }

suite_scripts() { node_tests scripts tests/scripts/*.test.mjs; }

suite_native() {
    pack_mnist
    compile native
    catch2 native build/native/eta_tests
    # They have run at the width of this processor.
    ETA_WIDTH=128 catch2 native-128 build/native/eta_tests '[width]'
    ETA_WIDTH=256 catch2 native-256 build/native/eta_tests '[width]'
}

suite_sanitize() {
    pack_mnist
    compile sanitize eta_tests
    catch2 sanitize build/sanitize/eta_tests
}

suite_wasm() {
    pack_mnist
    compile wasm
    catch2 wasm node build/wasm/eta_tests.cjs
}

suite_checked() {
    pack_mnist
    compile wasm eta_tests_checked
    catch2 checked node build/wasm/eta_tests_checked.cjs
}

suite_program() {
    pack_mnist
    compile native eta
    compile wasm eta eta_module
    node_tests program tests/program/*.test.mjs
}

suite_bits() {
    pack_mnist
    compile native eta
    compile wasm eta
    make_bits
    node_tests bits tests/bits/bits.test.mjs tests/bits/widths.test.mjs
}

suite_published() {
    pack_mnist
    compile native eta
    node_tests published tests/bits/list.test.mjs
}

suite_web() {
    pack_mnist
    compile native eta
    compile wasm eta_split eta
    node_tests web tests/web/**/*.test.*js
}

suite_browser() {
    make_site
    compile wasm eta
    node_tests browser tests/browser/*.test.*js
}

# They work in a copy of the tree, which reuses the builds here.
suite_promises() {
    pack_mnist
    compile native
    compile wasm eta_split eta
    node_tests promises tests/promises/*.test.mjs
}

suite_size() {
    make_site
    check size node build-scripts/lib/checks/size.mjs
}

suite_firefox() {
    make_site
    node_tests firefox tests/firefox/*.test.mjs
}

suite_webkit() {
    make_site
    node_tests webkit tests/webkit/*.test.mjs
}

# clang-tidy reads the native program's compile commands; clang does not know some of g++'s warnings.
suite_tidy() {
    compile native eta
    check clang-tidy in_root nice run-clang-tidy -p build/native -j "$JOBS" -quiet -warnings-as-errors='*' \
        -extra-arg=-Wno-unknown-warning-option '/cpp/(eta|cli)/'
}

# catch2 NAME PROGRAM...: runs a Catch2 program and counts its test cases from its own report.
catch2() {
    local name=$1 report=$LOGS/$1-report.xml status=0 line
    shift
    rm -f "$report"
    logged "test-$name" "$@" --colour-mode none --rng-seed 1 --reporter console --reporter "xml::out=$report" || status=$?
    line=$(grep -o '<OverallResultsCases[^>]*>' "$report" 2>/dev/null | tail -n 1)
    # Without the last line of its report the program did not finish.
    [[ -n $line ]] || { echo "0 1" >&3; return; }
    sed -E 's/.* successes="([0-9]+)" failures="([0-9]+)".*/\1 \2/' <<<"$line" >&3
    return "$status"
}

# node_tests NAME FILE...: runs node:test and counts from its own report.
node_tests() {
    local name=$1 report=$LOGS/$1-report.tap status=0
    shift
    rm -f "$report"
    logged "test-$name" node --test --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$report" "$@" || status=$?
    awk '/^# pass / { p = $3 } /^# (fail|cancelled) / { f += $3 } END { print p + 0, f + 0 }' "$report" >&3
    return "$status"
}
