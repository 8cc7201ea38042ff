# Splits the page's module in two with wasm-split, a tool of Binaryen, which comes with Emscripten. split/eta.wasm has the functions
# that a first visit calls, split/eta.second.wasm all others; a worker fetches it when it calls the first of them (web/src/engine/split-module.js).
execute_process(COMMAND em-config BINARYEN_ROOT OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(ETA_WASM_SPLIT wasm-split HINTS ${binaryen}/bin REQUIRED)
find_program(ETA_NODE NAMES node nodejs REQUIRED)

set(split ${PROJECT_BINARY_DIR}/split)
set(scripts ${PROJECT_SOURCE_DIR}/build-scripts/lib/site)
# Those of rules.cmake. Without reference types the functions that are taken out keep their places in the one table.
set(features --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals)

add_custom_command(
  OUTPUT ${split}/eta.wasm ${split}/eta.second.wasm
  COMMAND ${CMAKE_COMMAND} -E make_directory ${split}
  COMMAND ${ETA_WASM_SPLIT} --instrument ${features} eta.wasm -o ${split}/instrumented.wasm
  COMMAND ${ETA_NODE} ${scripts}/profile-module.mjs eta.mjs ${split}/instrumented.wasm assets/digits.bin ${split}/profile
  COMMAND ${ETA_WASM_SPLIT} ${features} eta.wasm --profile=${split}/profile -o1 ${split}/eta.wasm -o2 ${split}/eta.second.wasm
  DEPENDS eta_module eta_assets ${scripts}/profile-module.mjs ${PROJECT_SOURCE_DIR}/web/src/engine/engine.js
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
  VERBATIM)
add_custom_target(eta_split DEPENDS ${split}/eta.wasm)
