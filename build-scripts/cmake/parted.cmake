# The page's module in two parts, by wasm-split (Binaryen, which comes with Emscripten): parted/eta.wasm has the functions that a first visit
# calls, parted/eta.second.wasm all others, which a worker fetches when the first of them is called (web/src/engine/split-module.js).
execute_process(COMMAND em-config BINARYEN_ROOT OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(ETA_WASM_SPLIT wasm-split HINTS ${binaryen}/bin REQUIRED)
find_program(ETA_NODE NAMES node nodejs REQUIRED)

set(parted ${PROJECT_BINARY_DIR}/parted)
set(scripts ${PROJECT_SOURCE_DIR}/build-scripts/lib)
# Those of rules.cmake. Without reference types the functions that are taken out keep their places in the one table.
set(features --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals)

add_custom_command(
  OUTPUT ${parted}/eta.wasm ${parted}/eta.second.wasm
  COMMAND ${CMAKE_COMMAND} -E make_directory ${parted}
  COMMAND ${ETA_WASM_SPLIT} --instrument ${features} eta.wasm -o ${parted}/instrumented.wasm
  COMMAND ${ETA_NODE} ${scripts}/first-visit.mjs eta.mjs ${parted}/instrumented.wasm assets/digits.bin ${parted}/profile
  COMMAND ${ETA_WASM_SPLIT} ${features} eta.wasm --profile=${parted}/profile -o1 ${parted}/eta.wasm -o2 ${parted}/eta.second.wasm
  DEPENDS eta_module eta_assets ${scripts}/first-visit.mjs ${PROJECT_SOURCE_DIR}/web/src/engine/engine.js
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
  VERBATIM)
add_custom_target(eta_parted DEPENDS ${parted}/eta.wasm)
